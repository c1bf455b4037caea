//! The arms of a match over the variants.

use proc_macro2::TokenStream;
use quote::quote;

use super::Printer;
use crate::derive::resolve::{Response, Variant};

/// The arms so far. Their parts are joined once, at the end, because each nested token stream is a call of the
/// compiler.
#[derive(Default)]
pub(super) struct Arms {
    pieces: Vec<TokenStream>,
    count: usize,
}

/// The fields that an arm binds, and its body.
pub(super) type Arm = (Vec<usize>, TokenStream);

impl Arms {
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(super) fn add(&mut self, pattern: TokenStream, body: TokenStream) {
        self.pieces.extend([pattern, quote!(=>), body, quote!(,)]);
        self.count += 1;
    }

    pub(super) fn into_tokens(self) -> TokenStream {
        self.pieces.into_iter().collect()
    }
}

impl Printer<'_> {
    /// The arms of the variants whose response has one.
    pub(super) fn arms(&self, arm: &dyn Fn(&Variant<'_>, &Response<'_>) -> Option<Arm>) -> Arms {
        let mut arms = Arms::default();
        for variant in &self.item.variants {
            if let Some(response) = &variant.response
                && let Some((bound, body)) = arm(variant, response)
            {
                arms.add(self.pattern(variant, &bound), body);
            }
        }
        arms
    }

    /// A match over the arms, with `rest` for other variants.
    pub(super) fn matched(&self, arms: Arms, rest: TokenStream) -> TokenStream {
        if arms.is_empty() {
            return rest;
        }
        let rest = (arms.count < self.item.variants.len()).then(|| quote!(_ => #rest,));
        let arms = arms.into_tokens();
        quote!(match self { #arms #rest })
    }
}
