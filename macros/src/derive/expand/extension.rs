//! Members of the body beside the usual ones: the fields marked `#[extension]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::Printer;
use crate::derive::ast::Variant;

impl Printer<'_> {
    /// Members of the body beside the usual ones (RFC 9457 §3.2): the fields marked `#[extension]`.
    pub(super) fn extensions(&self, inner: bool) -> Option<TokenStream> {
        let (private, reply, value) = (&self.private, &self.reply, &self.value);
        let arms = self.item.variants.iter();
        let arms = arms.filter_map(|variant| self.inserts(variant));
        let arms: Vec<TokenStream> = arms.collect();
        if arms.is_empty() && !inner {
            return None;
        }
        let add = self.matched(&arms, &quote!({}));
        Some(quote! {
            fn extensions(&self) -> #private::Members {
                let mut #value = #reply(self).extensions();
                #add
                #value
            }
        })
    }

    fn inserts(&self, variant: &Variant<'_>) -> Option<TokenStream> {
        let value = &self.value;
        let mut marked = Vec::new();
        let mut members = TokenStream::new();
        for (index, field) in variant.fields.iter().enumerate() {
            let Some(span) = field.extension else {
                continue;
            };
            // Where the feature is off, this is where the mistake is shown.
            let private = self.names.private(span);
            let (binding, name) = (self.field(index), &field.name);
            members.extend(quote_spanned!(span=> #private::extension! { #value #name #binding }));
            marked.push(index);
        }
        if marked.is_empty() {
            return None;
        }
        let pattern = self.pattern(variant, marked);
        Some(quote!(#pattern => { #members }))
    }
}
