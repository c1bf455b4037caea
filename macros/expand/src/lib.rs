#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
// For any input, a macro must report an error and never panic.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

use proc_macro2::TokenStream;
use syn::parse::ParseStream;

mod allowed;
pub mod api_response;
mod args;
mod bare;
mod code;
#[cfg(test)]
mod completion;
pub mod derive;
mod errors;
mod except;
pub mod exhaustive;
mod framework;
mod generics;
pub mod guard;
pub mod handles;
#[cfg(test)]
mod incomplete;
mod lifetimes;
mod lists;
mod message;
mod names;
mod place;
#[cfg(test)]
mod recorded;
pub mod router;
mod rustdoc;
mod set;
pub mod status;
pub mod table;
mod table_ref;

/// The path of `statusbook`. Its `macro_rules!` put it in brackets before the user's input.
fn facade(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let content;
    syn::bracketed!(content in input);
    content.parse()
}
