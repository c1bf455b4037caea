//! Extension members of the body: the fields marked `#[extension]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::Printer;
use super::arms::{Arm, Arms};
use crate::derive::resolve::Variant;

impl Printer<'_> {
    /// Extension members of the body (RFC 9457 §3.2): the fields marked `#[extension]`.
    pub(super) fn extensions(&self, inner: bool) -> Option<TokenStream> {
        let (private, outcome, value) = (&self.private, &self.outcome, &self.value);
        let mut arms = Arms::default();
        for variant in &self.item.variants {
            if let Some((bound, inserts)) = self.inserts(variant) {
                arms.add(self.pattern(variant, &bound), inserts);
            }
        }
        if arms.is_empty() && !inner {
            return None;
        }
        let add = self.matched(arms, quote!({}));
        Some(quote! {
            fn extensions(&self) -> #private::Members {
                let mut #value = #outcome(self).extensions();
                #add
                #value
            }
        })
    }

    fn inserts(&self, variant: &Variant<'_>) -> Option<Arm> {
        let value = &self.value;
        let mut marked = Vec::new();
        let mut members = TokenStream::new();
        for (index, field) in variant.fields().iter().enumerate() {
            let Some(extension) = &field.extension else {
                continue;
            };
            // Without the feature, rustc reports the mistake here.
            let (span, name) = (extension.span, &extension.name);
            let private = self.names.private(span);
            let binding = self.field(index);
            members.extend(quote_spanned!(span=> #private::extension! { #value #name #binding }));
            marked.push(index);
        }
        (!marked.is_empty()).then(|| (marked, quote!({ #members })))
    }
}
