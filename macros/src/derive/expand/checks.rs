//! The checks, each an item of its own: only then does `cargo check` report every mistake, at its own place.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use super::Printer;
use crate::derive::ast::{Answer, Declared, Message, Own, Variant};
use crate::derive::bounds::{depends, without_lifetimes};

impl Printer<'_> {
    pub(super) fn checks(&self) -> TokenStream {
        let Some(table) = &self.item.attr.table else {
            return TokenStream::new();
        };
        let (name, private) = (&self.table, &self.private);
        let document = self.names.local("DOCUMENT");
        let table = table.definition(&document, private);
        let default = self.item.default.map(|declared| {
            let name = self.names.constant(self.item.ident, "DEFAULT_STATUS");
            self.documented(&name, declared)
        });
        let body = self.body_check();
        let variants = self.item.variants.iter();
        let variants = variants.map(|variant| self.variant_checks(variant));
        quote! {
            #table
            const #name: #private::Held = #private::Held::to(#document);
            #body
            #default
            #(#variants)*
        }
    }

    fn variant_checks(&self, variant: &Variant<'_>) -> TokenStream {
        let declared = variant.declared.map(|declared| {
            let name = self.names.constant(variant.ident, "STATUS");
            self.documented(&name, declared)
        });
        let other = match &variant.answer {
            Some(Answer::Own(own)) => own
                .error_code()
                .map(|code| self.error_code(variant, code, own.declared.code.number)),
            Some(Answer::Inner { field, span }) => variant
                .fields
                .get(*field)
                // What depends on a parameter is known only where the type is used: see `contract`.
                .filter(|field| !depends(field.ty, self.item.generics))
                .map(|field| {
                    let name = self.names.constant(variant.ident, "STATUSES");
                    let private = self.names.private(*span);
                    let covered = self.covered(&without_lifetimes(field.ty), *span);
                    quote_spanned!(*span=> const #name: #private::StatusSet = #covered;)
                }),
            None => None,
        };
        quote!(#declared #other)
    }

    /// `const NOT_FOUND_STATUS: () = TABLE.documented(404);`, with every token where the code stands.
    fn documented(&self, name: &Ident, declared: Declared) -> TokenStream {
        let span = declared.undocumented.unwrap_or(declared.code.span);
        let table = self.table_at(span);
        let number = declared.code.number;
        if declared.undocumented.is_some() {
            quote_spanned!(span=> const #name: () = #table.undocumented(#number);)
        } else {
            quote_spanned!(span=> const #name: () = #table.documented(#number);)
        }
    }

    fn error_code(&self, variant: &Variant<'_>, code: &LitStr, number: u16) -> TokenStream {
        let name = self.names.constant(variant.ident, "CODE");
        let table = self.table_at(code.span());
        quote_spanned!(code.span()=> const #name: () = #table.error_code(#code, #number);)
    }

    /// A constant for each status, whether it is documented or not: that has been checked.
    pub(super) fn statuses_used(&self) -> TokenStream {
        let (private, table) = (&self.private, &self.table);
        let mut codes = BTreeSet::new();
        for variant in &self.item.variants {
            if let Some(Answer::Own(own)) = &variant.answer {
                codes.insert(own.declared.code.number);
            }
        }
        let codes = codes.into_iter().map(|code| {
            let name = self.status(code);
            quote!(const #name: #private::Status = #table.status(#code);)
        });
        codes.collect()
    }

    fn status(&self, code: u16) -> Ident {
        self.names.local(&format!("STATUS_{code}"))
    }

    /// The statuses of an inner error, checked.
    pub(super) fn covered(&self, ty: &TokenStream, span: Span) -> TokenStream {
        let (private, table) = (self.names.private(span), self.table_at(span));
        let name = shown(ty);
        quote_spanned!(span=> #table.covered(#name, <#ty as #private::Contract>::STATUSES))
    }

    /// What is known of a variant while compiling.
    pub(super) fn known(&self, own: &Own) -> TokenStream {
        let status = self.status(own.declared.code.number);
        let arguments = match (&own.message, own.message.fixed()) {
            (Message::Documented, _) => quote!(documented(#status)),
            (_, Some(text)) => quote!(fixed(#status, #text)),
            (_, None) => quote!(formatted(#status)),
        };
        let detail = own.detail.as_ref().and_then(|text| text.fixed.as_ref());
        let known = [
            detail.map(|text| quote!(.detail(#text))),
            own.is_public().then(|| quote!(.public())),
            own.error_code().map(|code| quote!(.code(#code))),
            own.problem_type().map(|uri| quote!(.problem_type(#uri))),
        ];
        let case = &self.case;
        quote!(#case::#arguments #(#known)*)
    }

    pub(super) fn table_at(&self, span: Span) -> Ident {
        let mut table = self.table.clone();
        // The user's own place: rustc shows a generated one with the whole derive.
        table.set_span(span);
        table
    }
}

/// The name of a type as a sentence says it: without the spaces of a token stream.
pub(super) fn shown(ty: &TokenStream) -> String {
    let mut name = String::new();
    for token in ty.to_token_stream() {
        let text = match &token {
            proc_macro2::TokenTree::Ident(ident) => ident.unraw().to_string(),
            other => other.to_string(),
        };
        name.push_str(&text);
        if text == "," {
            name.push(' ');
        }
    }
    name
}
