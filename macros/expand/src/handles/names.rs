//! The names in printed code, and the places where rustc shows them.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::Ident;

use crate::lifetimes;

/// A generated name in the user's scope.
pub(super) fn local(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// A name of a local variable at `place`.
pub(super) fn located(name: &Ident, place: Span) -> Ident {
    at(name, Span::call_site().located_at(place))
}

/// A name of an item at the user's own place. For a generated name, rustc would show the whole attribute.
pub(super) fn at(name: &Ident, place: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(place);
    name
}

/// The first and the last token of a type. A type that a `macro_rules!` was given is where its caller wrote it.
pub(super) fn place(ty: &TokenStream) -> (Span, Span) {
    let mut tokens = ty.clone().into_iter();
    let first = tokens.next();
    let last = tokens.last().or_else(|| first.clone());
    let ends = |token: Option<TokenTree>| match token {
        Some(TokenTree::Group(given)) if given.delimiter() == Delimiter::None => {
            place(&given.stream())
        }
        Some(token) => (token.span(), token.span()),
        None => (Span::call_site(), Span::call_site()),
    };
    (ends(first).0, ends(last).1)
}

/// The type with inferred lifetimes.
pub(super) fn anonymous(ty: TokenStream) -> TokenStream {
    lifetimes::renamed(ty, &anonymous_lifetime)
}

fn anonymous_lifetime(name: &Ident) -> Option<String> {
    (name != "static").then(|| "_".to_owned())
}
