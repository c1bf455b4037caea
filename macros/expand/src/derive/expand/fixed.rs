//! The bodies that are the same for every value of a variant, rendered at compile time.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::Printer;
use super::arms::Arms;
use crate::derive::field::Field;
use crate::derive::resolve::{Response, Variant};

/// The maximal number of variants whose bodies are rendered at compile time. rustc limits the work of a constant.
const MOST: usize = 256;

impl Printer<'_> {
    /// Only `statusbook` knows whether the text of a variant is constant too. That of a 5xx is, even if its message is not.
    pub(super) fn fixed(&self) -> Option<TokenStream> {
        let (private, outcome, value) = (&self.private, &self.outcome, &self.value);
        if self.ast.attr.body.is_some() && !self.ast.generics.params.is_empty() {
            // The body may name parameters, and a constant cannot.
            return None;
        }
        let fixed = self.item.variants.iter().filter_map(|variant| {
            let (own, _) = variant.own()?;
            is_fixed(own, variant).then_some((variant, own))
        });
        let fixed: Vec<_> = fixed.collect();
        let rest = quote!(#outcome(self).fixed(#value));
        let option = quote!(#private::std::option::Option<&'static [u8]>);
        if fixed.is_empty() || fixed.len() > MOST {
            let inner = self.inner().next().is_some();
            return inner
                .then(|| quote!(fn __fixed(&self, #value: #private::Format) -> #option { #rest }));
        }
        let table = &self.table;
        let format = if self.ast.attr.body.is_some() {
            self.format_of_body().into_token_stream()
        } else {
            quote!(#table.table().format())
        };
        let (count, room) = (
            fixed.len(),
            fixed.iter().map(|(_, own)| room(own)).sum::<usize>(),
        );
        let cases = fixed
            .iter()
            .filter_map(|(variant, _)| self.case(variant).map(|(_, case)| case));
        let mut arms = Arms::default();
        for (index, (variant, _)) in fixed.iter().enumerate() {
            arms.add(self.pattern(variant, &[]), quote!(#index));
        }
        let index = self.matched(arms, quote!(return #rest));
        Some(quote! {
            fn __fixed(&self, #value: #private::Format) -> #option {
                (const { &#private::fixed::Bodies::<#count, #room>::write(&[#(#cases),*], #format) }).get(#index, #value)
            }
        })
    }
}

/// Whether only the message can differ between values.
fn is_fixed(own: &Response<'_>, variant: &Variant<'_>) -> bool {
    let formatted = own.detail.as_ref().is_some_and(|text| text.fixed.is_none());
    let extended = |field: &Field<'_>| field.extension.is_some();
    let otherwise = own.body().is_some() || own.code_by_value.is_some();
    !formatted && !otherwise && own.instance.is_none() && !variant.fields().iter().any(extended)
}

/// How much room a body gets, in bytes. Its exact length is known only to a constant, and a constant that is part of
/// a type is calculated by every `cargo check`. A body that finds no room left is written at run time.
fn room(own: &Response<'_>) -> usize {
    // The fixed part of every body, and a documented text, which the derive does not know.
    const FRAME: usize = 128;
    const DOCUMENTED: usize = 160;
    let text = own.detail.as_ref().map(|text| text.fixed.as_deref());
    let text = text.unwrap_or_else(|| own.message.fixed());
    // Some characters are escaped.
    let text = text.map_or(0, |text| text.len() + text.len() / 8);
    let code = own
        .error_code()
        .map_or(0, |code| code.to_string().len() + 16);
    let uri = own.problem_type().map_or(0, |uri| uri.value().len());
    FRAME + text.max(DOCUMENTED) + code + uri
}
