//! The place of a piece of the user's source.
//!
//! Only the compiler knows the place. Tests of these modules run without a compiler, so they have no file.

extern crate proc_macro;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{Ident, Index, Member};

/// The line, from 1. It is 0 if it is not known.
pub(crate) fn line(span: Span) -> u32 {
    if proc_macro::is_available() {
        u32::try_from(span.unwrap().line()).unwrap_or_default()
    } else {
        0
    }
}

/// The line and the column, from 1. They are 0 if they are not known.
pub(crate) fn position(span: Span) -> (usize, usize) {
    if proc_macro::is_available() {
        let span = span.unwrap();
        (span.line(), span.column())
    } else {
        (0, 0)
    }
}

/// The package that is compiled. Empty if it is not known.
pub(crate) fn package() -> String {
    std::env::var("CARGO_PKG_NAME").unwrap_or_default()
}

/// The file in the compiler's words.
pub(crate) fn file(span: Span) -> String {
    if proc_macro::is_available() {
        span.unwrap().file()
    } else {
        String::new()
    }
}

/// A name of the user's with the span of the derive, so that rustc does not warn that it is `#[deprecated]`.
pub(crate) fn ours(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(Span::call_site().located_at(name.span()));
    name
}

/// See [`ours`].
pub(crate) fn our_member(member: &Member) -> TokenStream {
    match member {
        Member::Named(name) => ours(name).into_token_stream(),
        Member::Unnamed(Index { index, span }) => {
            let (index, span) = (*index, Span::call_site().located_at(*span));
            Index { index, span }.into_token_stream()
        }
    }
}
