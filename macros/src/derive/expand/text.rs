//! A text as `format_args!(…)`.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

use super::Printer;
use crate::derive::field;
use crate::derive::message::{Extra, Text, shorthand};
use crate::derive::resolve::Variant;

impl Printer<'_> {
    /// The arguments of a text, where the fields that it shows are bound.
    pub(super) fn arguments(&self, text: &Text<'_>, variant: &Variant<'_>) -> TokenStream {
        let (private, span) = (&self.private, text.span);
        let mut format = Literal::string(&text.format);
        format.set_span(span);
        let extras = text.extras.iter().map(|extra| self.extra(extra, variant));
        let mut arguments = quote!(#format #(#extras)*);
        // After the user's own: those may be told apart by their positions.
        for added in &text.added {
            let name = Ident::new(&added.name, span);
            let binding = self.names.field(added.index, span);
            arguments.extend(if added.path {
                let private = self.names.private(span);
                quote_spanned!(span=> , #name = #private::Show(#binding).__show())
            } else {
                // The place itself, not the reference: `{:p}` shows where the field points to.
                quote_spanned!(span=> , #name = *#binding)
            });
        }
        quote!(#private::std::format_args!(#arguments))
    }

    fn extra(&self, extra: &Extra, variant: &Variant<'_>) -> TokenStream {
        let value = shorthand(extra.expression.clone(), &mut |name, span| {
            let field = field::find(variant.fields(), name);
            field.map_or_else(TokenStream::new, |(index, _)| {
                self.names.field(index, span).to_token_stream()
            })
        });
        match &extra.name {
            Some(name) => {
                let name = Ident::new(&name.unraw().to_string(), name.span());
                quote!(, #name = #value)
            }
            None => quote!(, #value),
        }
    }
}
