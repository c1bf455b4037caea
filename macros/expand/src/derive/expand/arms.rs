//! The arms of a match over the variants.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Token;

use super::Printer;
use crate::derive::resolve::{Response, Variant};

/// The arms so far.
#[derive(Default)]
pub(super) struct Arms {
    single: Vec<Several>,
    /// Those for several variants, with what the variants have in common, and in its order.
    shared: Vec<(String, Several)>,
    variants: usize,
}

/// An arm for several variants. Its parts are joined at the end, because each nested token stream is a call of the
/// compiler.
struct Several {
    patterns: Vec<TokenStream>,
    body: TokenStream,
}

/// The fields that an arm binds, and its body.
pub(super) type Arm = (Vec<usize>, TokenStream);

impl Arms {
    pub(super) fn is_empty(&self) -> bool {
        self.variants == 0
    }

    pub(super) fn add(&mut self, pattern: TokenStream, body: TokenStream) {
        let patterns = vec![pattern];
        self.single.push(Several { patterns, body });
        self.variants += 1;
    }

    /// Adds a variant to the arm of those with the same `common`, because rustc checks the body of every arm.
    pub(super) fn share(
        &mut self,
        common: String,
        pattern: TokenStream,
        body: impl FnOnce() -> TokenStream,
    ) {
        let found = self
            .shared
            .binary_search_by(|(other, _)| other.cmp(&common));
        let place = found.unwrap_or_else(|place| {
            let (patterns, body) = (Vec::new(), body());
            self.shared
                .insert(place, (common, Several { patterns, body }));
            place
        });
        if let Some((_, arm)) = self.shared.get_mut(place) {
            arm.patterns.push(pattern);
            self.variants += 1;
        }
    }

    pub(super) fn into_tokens(self) -> TokenStream {
        let shared = self.shared.into_iter().map(|(_, arm)| arm);
        let mut pieces = Vec::new();
        for Several {
            mut patterns,
            mut body,
        } in self.single.into_iter().chain(shared)
        {
            if let Some((last, others)) = patterns.split_last_mut() {
                for pattern in others {
                    <Token![|]>::default().to_tokens(pattern);
                }
                <Token![=>]>::default().to_tokens(last);
            }
            <Token![,]>::default().to_tokens(&mut body);
            pieces.append(&mut patterns);
            pieces.push(body);
        }
        pieces.into_iter().collect()
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
        let rest = (arms.variants < self.item.variants.len()).then(|| quote!(_ => #rest,));
        let arms = arms.into_tokens();
        quote!(match self { #arms #rest })
    }
}
