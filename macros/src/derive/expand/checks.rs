//! The checks, each an item of its own: only then does `cargo check` report every mistake, at its own place.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

use super::Printer;
use crate::derive::ast::{Answer, Declared, Message, Own, Variant};
use crate::derive::bounds::{depends, without_lifetimes};
use crate::table_ref::private;

impl Printer<'_> {
    pub(super) fn checks(&self) -> TokenStream {
        let Some(table) = &self.item.attr.table else {
            return TokenStream::new();
        };
        let private = &self.private;
        let table = table.definition(&self.table);
        let default = self.item.default.map(|declared| {
            let (name, check) = (&self.default, self.documented(declared));
            quote!(const #name: #private::Status = #check;)
        });
        let body = self.body_check();
        let variants = self.item.variants.iter().zip(&self.constants);
        let variants = variants.map(|(variant, name)| self.variant_checks(variant, name));
        quote! {
            #table
            #body
            #default
            #(#variants)*
        }
    }

    fn variant_checks(&self, variant: &Variant<'_>, name: &Ident) -> TokenStream {
        let private = &self.private;
        match &variant.answer {
            None => {
                let check = variant.declared.map(|declared| self.documented(declared));
                check
                    .map(|check| quote!(const #name: #private::Status = #check;))
                    .unwrap_or_default()
            }
            Some(Answer::Own(own)) => {
                let error_code = own.error_code().map(|code| {
                    let name = self.names.constant(variant.ident, "CODE");
                    let span = code.span();
                    let table = self.table_at(span);
                    let number = own.declared.code.number;
                    let root = self::private(span);
                    quote_spanned!(span=> const #name: &#root::Str = #root::check::error_code(#table, #code, #number);)
                });
                let case = (!own.inherited).then(|| {
                    let case = self.case(own, &self.documented(own.declared));
                    quote!(const #name: #private::Case = #case;)
                });
                quote!(#case #error_code)
            }
            Some(Answer::Inner { field, span }) => {
                let Some(field) = variant.fields.get(*field) else {
                    return TokenStream::new();
                };
                if depends(field.ty, self.item.generics) {
                    // Only a use of the type says what is inside: see `contract`.
                    return TokenStream::new();
                }
                let covered = self.covered(&without_lifetimes(field.ty), *span);
                quote!(const #name: #private::StatusSet = #covered;)
            }
        }
    }

    /// `documented(TABLE, 404)`, with every token where the code stands.
    fn documented(&self, declared: Declared) -> TokenStream {
        let span = declared.undocumented.unwrap_or(declared.code.span);
        let (private, table) = (private(span), self.table_at(span));
        let number = declared.code.number;
        if declared.undocumented.is_some() {
            quote_spanned!(span=> #private::check::undocumented(#table, #number))
        } else {
            quote_spanned!(span=> #private::check::documented(#table, #number))
        }
    }

    /// The statuses of an inner error, checked.
    pub(super) fn covered(&self, ty: &TokenStream, span: Span) -> TokenStream {
        let (private, table) = (private(span), self.table_at(span));
        let name = shown(ty);
        quote_spanned!(span=> #private::check::covered(#table, #name, <#ty as #private::Contract>::STATUSES))
    }

    /// What is known of a variant while compiling.
    pub(super) fn case(&self, own: &Own, status: &TokenStream) -> TokenStream {
        let private = &self.private;
        let fixed = own.message.fixed();
        let mut case = match (&own.message, fixed) {
            (Message::Documented, _) => quote!(#private::Case::documented(#status)),
            (_, Some(text)) => quote!(#private::Case::fixed(#status, #text)),
            (_, None) => quote!(#private::Case::formatted(#status)),
        };
        if let Some(text) = own.detail.as_ref().and_then(|text| text.fixed.as_ref()) {
            case.extend(quote!(.detail(#text)));
        }
        if own.is_public() {
            case.extend(quote!(.public()));
        }
        if let Some(code) = own.error_code() {
            case.extend(quote!(.code(#code)));
        }
        if let Some(uri) = own.problem_type() {
            case.extend(quote!(.problem_type(#uri)));
        }
        case
    }

    pub(super) fn table_at(&self, span: Span) -> Ident {
        let mut table = self.table.clone();
        table.set_span(table.span().located_at(span));
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
