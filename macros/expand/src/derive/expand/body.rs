//! `body = …`: the body of the type or of a variant.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::Printer;
use crate::derive::resolve::Response;

impl Printer<'_> {
    /// `body = …` of the type as a constant, and a check of each body where it is named: two, so that what uses the first
    /// does not fail with the second. A body that names parameters is checked where the type is used.
    pub(super) fn body_checks(&self) -> TokenStream {
        if !self.ast.generics.params.is_empty() {
            return TokenStream::new();
        }
        let mut checks = TokenStream::new();
        if let Some(body) = &self.ast.attr.body {
            let (private, format) = (self.names.private(body.span()), self.format_of_body());
            checks
                .extend(quote!(const #format: #private::Format = #private::Format::of::<#body>();));
            checks.extend(self.body_check(self.ast.ident, body, &format.into_token_stream()));
        }
        for variant in &self.item.variants {
            if let Some(body) = variant.response.as_ref().and_then(Response::body) {
                let private = self.names.private(body.span());
                let format = quote!(#private::Format::of::<#body>());
                checks.extend(self.body_check(variant.ast.ident, body, &format));
            }
        }
        checks
    }

    fn body_check(&self, ident: &Ident, body: &Type, format: &TokenStream) -> TokenStream {
        let span = body.span();
        let name = self.check_named(ident, "BODY");
        let check = quote_spanned!(span=> #format.__checked());
        quote!(const #name: () = { let _ = #check; };)
    }

    /// The constant that holds `body = …` of the type.
    pub(super) fn format_of_body(&self) -> Ident {
        let body = self.ast.attr.body.as_ref();
        let span = body.map_or_else(Span::call_site, Spanned::span);
        let mut name = self.names.local("BODY");
        name.set_span(span);
        name
    }

    /// `fn format`: that of the variant, that of the error inside, or that of the type.
    pub(super) fn format(&self) -> TokenStream {
        let (private, outcome, table) = (&self.private, &self.outcome, &self.table);
        let inside = quote!(#outcome(self).format());
        let arms = self.arms(&|variant, response| {
            let format = match response.body() {
                Some(body) => quote!(#private::Format::of::<#body>()),
                // Where the type chooses none, the rest asks the error inside too.
                None if variant.inner().is_some() && self.ast.attr.body.is_some() => inside.clone(),
                None => return None,
            };
            Some((Vec::new(), format))
        });
        let rest = match &self.ast.attr.body {
            Some(body) if !self.ast.generics.params.is_empty() => {
                quote!(#private::Format::of::<#body>())
            }
            Some(_) => self.format_of_body().into_token_stream(),
            None if self.inner().next().is_some() => inside,
            None => quote!(const { #table.table().format() }),
        };
        let format = self.matched(arms, rest);
        quote!(fn format(&self) -> #private::Format { #format })
    }
}
