//! The checks. Each is an item of its own, so that `cargo check` reports every mistake at its own place.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

use super::Printer;
use super::bounds::{depends, without_lifetimes};
use crate::code::Code;
use crate::derive::attr::Declared;
use crate::derive::resolve::{Inner, Message, Response, Variant};
use crate::lists::{List, each};
use crate::set::Set;
use crate::table_ref::TableRef;

impl Printer<'_> {
    pub(super) fn checks(&self) -> TokenStream {
        let (name, private) = (&self.table, &self.private);
        let codes = self.code_constants();
        let uris = self.uris();
        let Some(table) = &self.ast.attr.table else {
            let mentioned = self.ast.attr.mentioned.as_ref().map(TableRef::module);
            let mentioned = mentioned.into_iter();
            return quote!(#codes #uris #(const _: #private::Table = #mentioned;)*);
        };
        let document = self.names.constant(self.ast.ident, "TABLE");
        let table = table.definition(&document, private);
        let default = self.item.default.map(|declared| {
            let name = self.check_named(self.ast.ident, "DEFAULT_STATUS");
            self.documented(&name, declared)
        });
        let body = self.body_checks();
        let mut checks = vec![
            codes,
            uris,
            quote! {
                #table
                const #name: #private::Held = #private::Held::to(#document);
                #body
                #default
            },
        ];
        let (mut seen, mut headers) = (Set::default(), Set::default());
        for variant in &self.item.variants {
            // What the attribute of the enum says is checked once, and not at each variant without one.
            let response = variant.response.as_ref();
            let first = response.is_some_and(|response| seen.insert(response.attribute()));
            if let Some(declared) = variant.declared {
                let name = self.check_named(variant.ast.ident, "STATUS");
                checks.push(self.documented(&name, declared));
            }
            if first && variant.own().is_none() {
                for declared in variant.statuses() {
                    let name = format!("STATUS_{}", declared.code.number);
                    let name = self.check_named(variant.ast.ident, &name);
                    checks.push(self.documented(&name, *declared));
                }
            }
            if self.ast.attr.demand_headers {
                // Which headers are certain depends on the fields too.
                let certain = (response.map(Response::attribute), variant.certain_headers());
                if headers.insert(certain) {
                    checks.push(self.own_headers(variant));
                }
            }
            checks.extend(self.documented_code(variant, first));
            checks.extend(self.inner_statuses(variant));
        }
        checks.into_iter().collect()
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

    /// `type = "…"`, and an `instance` that shows no field.
    fn uris(&self) -> TokenStream {
        let mut checks = TokenStream::new();
        let mut seen = Set::default();
        for variant in &self.item.variants {
            let Some(response) = &variant.response else {
                continue;
            };
            if !seen.insert(response.attribute()) {
                continue;
            }
            let written = response.problem_type();
            let problem_type = written.map(|uri| ("type", uri.value(), uri.span()));
            let instance = response.instance.as_ref().and_then(|text| {
                let uri = text.fixed.clone()?;
                Some(("instance", uri, text.span))
            });
            for (key, text, span) in problem_type.into_iter().chain(instance) {
                let name = self.check_named(variant.ast.ident, &key.to_uppercase());
                let private = self.names.private(span);
                checks.extend(
                    quote_spanned!(span=> const #name: () = #private::check::uri_reference(#key, #text);),
                );
            }
        }
        checks
    }

    /// `const CODE_0: &str = codes::VPN_0012;`, once for each attribute, so that rustc refuses another type once.
    fn code_constants(&self) -> TokenStream {
        let private = &self.private;
        let mut written = Set::default();
        let mut constants = TokenStream::new();
        for variant in &self.item.variants {
            if let Some(own) = &variant.response
                && let Some(attribute) = own.attribute_of_code()
                && written.insert(attribute)
            {
                let (name, code) = (self.code(own), own.error_code());
                constants.extend(quote!(const #name: &#private::std::primitive::str = #code;));
            }
        }
        constants
    }

    /// The service code: a text, or the name of the constant that holds it.
    pub(super) fn code(&self, own: &Response<'_>) -> Option<TokenStream> {
        let code = own.error_code()?;
        Some(own.attribute_of_code().map_or_else(
            || code.clone(),
            |attribute| {
                self.names
                    .local(&format!("CODE_{attribute}"))
                    .into_token_stream()
            },
        ))
    }

    /// The check of the service code. Beside an inner error, each variant may have other statuses.
    fn documented_code(&self, variant: &Variant<'_>, first: bool) -> Option<TokenStream> {
        self.code(variant.response.as_ref()?)?;
        let inner = variant.inner();
        if inner.is_none() && !first {
            return None;
        }
        // What depends on a parameter is checked where it is used, and what the type itself responds with at its variants.
        let inner = inner
            .filter(|inner| !self.is_itself(inner.ty) && !depends(inner.ty, self.ast.generics));
        let ty = inner.map(|inner| without_lifetimes(inner.ty));
        let check = self.code_check(variant, ty.as_ref())?;
        let name = self.check_named(variant.ast.ident, "CODE");
        Some(quote!(const #name: () = #check;))
    }

    /// The service code beside the statuses of the variant, or those of the inner error `ty`.
    pub(super) fn code_check(
        &self,
        variant: &Variant<'_>,
        ty: Option<&TokenStream>,
    ) -> Option<TokenStream> {
        let response = variant.response.as_ref()?;
        let (code, private) = (self.code(response)?, &self.private);
        let written = response.error_code()?.clone();
        let mut spans = written.into_iter().map(|token| token.span());
        let first = spans.next()?;
        // From the first segment of a path to the last one.
        let last = spans.last().unwrap_or(first);
        let table = self.table_at(first);
        if let Some(declared) = response.declared() {
            let number = declared.code.number;
            let given = quote_spanned!(last=> (#code, #number));
            return Some(quote_spanned!(first=> #table.error_code #given));
        }
        let statuses = if let Some(ty) = ty {
            quote!(<#ty as #private::Contract>::STATUSES)
        } else {
            let own = variant.statuses().iter();
            let own: Vec<u16> = own.map(|declared| declared.code.number).collect();
            let own = List(&own);
            quote!(#private::StatusSet::of(&[#own]))
        };
        let given = quote_spanned!(last=> (#code, #statuses));
        Some(quote_spanned!(first=> #table.error_code_of #given))
    }

    /// What the inner error responds with, and lacks. What depends on a parameter is known only where the type is
    /// used: see `contract`.
    fn inner_statuses(&self, variant: &Variant<'_>) -> Option<TokenStream> {
        let inner = self.contracted(variant)?;
        if depends(inner.ty, self.ast.generics) {
            return None;
        }
        let ty = without_lifetimes(inner.ty);
        let name = self.check_named(variant.ast.ident, "STATUSES");
        let covered = self.covered(&ty, &inner, "covers");
        let mut checks = quote_spanned!(inner.span=> const #name: () = #covered;);
        for code in inner.excused {
            let role = format!("EXCUSED_{}", code.number);
            let name = self.check_named(variant.ast.ident, &role);
            let excused = self.excused(&ty, *code);
            checks.extend(quote_spanned!(code.span=> const #name: () = #excused;));
        }
        if self.ast.attr.demand_headers {
            let name = self.check_named(variant.ast.ident, "HEADERS");
            let headers = self.inner_headers(&ty, variant, inner.span);
            checks.extend(quote_spanned!(inner.span=> const #name: () = #headers;));
        }
        Some(checks)
    }

    /// `rfc9110`: a check for each status of the variant's own.
    fn own_headers(&self, variant: &Variant<'_>) -> TokenStream {
        let names = variant.certain_headers();
        let names = List(&names);
        each(variant.statuses(), |declared| {
            let (span, number) = (declared.code.span, declared.code.number);
            let table = self.table_at(span);
            let name = self.check_named(variant.ast.ident, "HEADERS");
            quote_spanned!(span=> const #name: () = #table.headers(#number, &[#names]);)
        })
    }

    /// `rfc9110`: the variant must send what the inner error lacks.
    pub(super) fn inner_headers(
        &self,
        ty: &TokenStream,
        variant: &Variant<'_>,
        span: Span,
    ) -> TokenStream {
        let (contract, table) = (self.contract_at(span), self.table_at(span));
        let (name, names) = (shown(ty), variant.certain_headers());
        let names = List(&names);
        quote_spanned!(span=> #table.inner_headers(#name, <#ty as #contract>::LACKING_HEADERS, &[#names]))
    }

    /// A needless excuse is a mistake.
    pub(super) fn excused(&self, ty: &TokenStream, code: Code) -> TokenStream {
        let (span, number, name) = (code.span, code.number, shown(ty));
        let (contract, table) = (self.contract_at(span), self.table_at(span));
        quote_spanned!(span=> #table.excused(#name, <#ty as #contract>::STATUSES, #number))
    }

    /// A constant for each status. Whether it is documented is checked elsewhere.
    pub(super) fn statuses_used(&self) -> TokenStream {
        let (private, table) = (&self.private, &self.table);
        let own = self.item.variants.iter().filter_map(Variant::own);
        let codes: Set<u16> = own.map(|(_, declared)| declared.code.number).collect();
        each(codes.as_slice(), |code| {
            let name = self.status(*code);
            quote!(const #name: #private::Status = #table.status(#code);)
        })
    }

    /// The codes of the variants' own statuses.
    pub(super) fn codes(&self) -> Set<u16> {
        let declared = self.item.variants.iter().flat_map(Variant::statuses);
        declared.map(|declared| declared.code.number).collect()
    }

    pub(super) fn status(&self, code: u16) -> Ident {
        self.names.local(&format!("STATUS_{code}"))
    }

    /// The statuses of an inner error, checked.
    pub(super) fn covered(&self, ty: &TokenStream, inner: &Inner<'_>, check: &str) -> TokenStream {
        let span = inner.span;
        let (contract, table) = (self.contract_at(span), self.table_at(span));
        let check = Ident::new(check, span);
        let name = shown(ty);
        let excused = List(inner.excused);
        quote_spanned!(span=> #table.#check(#name, <#ty as #contract>::STATUSES, &[#excused]))
    }

    /// What is known of a variant at compile time.
    pub(super) fn known(&self, own: &Response<'_>, status: &TokenStream) -> TokenStream {
        let case = &self.case;
        let mut known = match (&own.message, own.message.fixed()) {
            (Message::Documented, _) => quote!(#case::documented(#status)),
            (_, Some(text)) => quote!(#case::fixed(#status, #text)),
            (_, None) => quote!(#case::formatted(#status)),
        };
        if let Some(text) = own.detail.as_ref().and_then(|text| text.fixed.as_ref()) {
            known.extend(quote!(.detail(#text)));
        }
        if own.is_public() {
            known.extend(quote!(.public()));
        }
        if let Some(code) = self.code(own) {
            known.extend(quote!(.code(#code)));
        }
        if let Some(uri) = own.problem_type() {
            known.extend(quote!(.problem_type(#uri)));
        }
        known
    }

    pub(super) fn contract_at(&self, span: Span) -> Ident {
        let mut contract = self.contract.clone();
        contract.set_span(span);
        contract
    }

    pub(super) fn table_at(&self, span: Span) -> Ident {
        let mut table = self.table.clone();
        // The user's own place: rustc shows a generated one with the whole derive.
        table.set_span(span);
        table
    }
}

/// The name of a type in messages: without the spaces of a token stream.
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
