//! The header fields of a response.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::Printer;
use super::arms::Arm;
use crate::derive::resolve::{Header, Response, Value, Variant};
use crate::derive::types;
use crate::lists::each;
use crate::set::Set;

impl Printer<'_> {
    pub(super) fn headers(&self) -> TokenStream {
        let (private, outcome, value) = (&self.private, &self.outcome, &self.value);
        let arms = self.arms(&|variant, response| self.inserts_headers(variant, response));
        let add = self.matched(arms, quote!({}));
        quote! {
            fn headers(&self) -> #private::http::HeaderMap {
                let mut #value = #outcome(self).headers();
                #add
                #value
            }
        }
    }

    fn inserts_headers(&self, variant: &Variant<'_>, response: &Response<'_>) -> Option<Arm> {
        if response.headers.is_empty() {
            return None;
        }
        let (private, value) = (&self.private, &self.value);
        let mut fields = Set::default();
        let mut inserts = TokenStream::new();
        if variant.inner().is_some() {
            // Those of the variant take precedence over those of the inner error.
            inserts = each(
                &response.headers,
                |Header { name, .. }| quote!(#private::http::HeaderMap::remove(&mut #value, #name);),
            );
        }
        for header in &response.headers {
            fields.extend(header.value.fields().iter().copied());
            inserts.extend(self.insert(header, variant));
        }
        Some((fields.as_slice().to_vec(), quote!({ #inserts })))
    }

    fn insert(&self, header: &Header<'_>, variant: &Variant<'_>) -> TokenStream {
        let (private, value) = (&self.private, &self.value);
        let name = header.name;
        let name = quote!(const { #private::http::HeaderName::from_static(#name) });
        let some = quote!(#private::std::option::Option::Some);
        let otherwise = if let Some(text) = header.otherwise {
            quote!(#some(#text))
        } else {
            quote!(#private::std::option::Option::None)
        };
        match &header.value {
            Value::Text(text) => {
                let text = self.arguments(text, variant);
                if header.otherwise.is_none() {
                    return quote!(#private::insert_header(&mut #value, #name, #text););
                }
                quote!(#private::insert_header_or(&mut #value, #name, #some(#text), #otherwise);)
            }
            Value::Expression(expression) => {
                let place = Span::call_site().located_at(expression.extra.span);
                let root = self.names.private(place);
                let shown = self.expression(expression, variant);
                let text = quote_spanned!(place=> #root::Header::of(&#shown).__text());
                quote!(#private::insert_header_of(&mut #value, #name, #text, #otherwise);)
            }
        }
    }
}

impl Header<'_> {
    /// Whether it is sent for every value.
    pub(super) fn is_certain(&self, variant: &Variant<'_>) -> bool {
        match &self.value {
            Value::Text(_) => true,
            Value::Expression(_) if self.otherwise.is_some() => true,
            Value::Expression(expression) => {
                let field = expression
                    .lone
                    .and_then(|index| variant.fields().get(index));
                field.is_some_and(|field| types::option(field.ty).is_none())
            }
        }
    }
}

impl Variant<'_> {
    /// The header fields that are sent for every value.
    pub(super) fn certain_headers(&self) -> Vec<&str> {
        let headers = self.response.as_ref().map_or(&[][..], |own| &own.headers);
        let certain = headers.iter().filter(|header| header.is_certain(self));
        certain.map(|header| header.name).collect()
    }
}
