//! Prints lists.
//!
//! `#(…)*` of `quote!` does it too. But rustc compiles it anew at each place, and everybody's first build pays for it.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Token;

/// What is printed of each item, one after the other.
pub(crate) fn each<T>(items: &[T], mut print: impl FnMut(&T) -> TokenStream) -> TokenStream {
    let mut printed = TokenStream::new();
    for item in items {
        print(item).to_tokens(&mut printed);
    }
    printed
}

/// The items, each with a comma behind it.
pub(crate) struct List<'a, T>(pub(crate) &'a [T]);

impl<T: ToTokens> ToTokens for List<'_, T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for item in self.0 {
            item.to_tokens(tokens);
            <Token![,]>::default().to_tokens(tokens);
        }
    }
}
