//! The macros of [statusbook](https://docs.rs/statusbook). They translate input to calls of checks, and decide nothing.
//!
//! `status` parses a table and a code, `table` a table's module, and `derive` an error type. Each refuses invalid
//! input, and prints calls of the `const` checks in `statusbook`.
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

use proc_macro::TokenStream;
use syn::parse::ParseStream;

mod api_response;
mod args;
mod code;

mod derive;
mod errors;
mod except;
mod exhaustive;
mod framework;
mod guard;
mod handles;
#[cfg(test)]
mod incomplete;
mod lifetimes;
mod message;
mod names;
mod place;
#[cfg(test)]
mod recorded;
mod router;
mod rustdoc;
mod set;
mod status;
mod table;
mod table_ref;

#[expect(missing_docs, reason = "`statusbook` documents it")]
#[proc_macro_derive(ApiError, attributes(api_error, status, from, source, extension))]
pub fn derive_api_error(input: TokenStream) -> TokenStream {
    derive::expand(input.into()).into()
}

#[expect(missing_docs, reason = "`statusbook` documents it")]
#[proc_macro_derive(ApiResponse, attributes(api_response, status))]
pub fn derive_api_response(input: TokenStream) -> TokenStream {
    api_response::expand(input.into()).into()
}

#[expect(missing_docs, reason = "`statusbook` documents it")]
#[proc_macro_attribute]
pub fn handles(arguments: TokenStream, item: TokenStream) -> TokenStream {
    handles::expand(arguments.into(), &item.into()).into()
}

/// The checks of a handler, which `#[handles]` put into an attribute of its hidden type.
#[doc(hidden)]
#[proc_macro_derive(Checks, attributes(__checks))]
pub fn derive_checks(input: TokenStream) -> TokenStream {
    handles::checks(input.into()).into()
}

/// `status!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn status(input: TokenStream) -> TokenStream {
    status::expand(&input.into()).into()
}

/// `status_table!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn status_table(input: TokenStream) -> TokenStream {
    table::expand(&input.into()).into()
}

/// `router!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn router(input: TokenStream) -> TokenStream {
    router::expand(&input.into()).into()
}

/// `assert_exhaustive!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn assert_exhaustive(input: TokenStream) -> TokenStream {
    exhaustive::expand(&input.into()).into()
}

/// `guard!`, called through the `macro_rules!` of `statusbook`, which adds its own path.
#[doc(hidden)]
#[proc_macro]
pub fn guard(input: TokenStream) -> TokenStream {
    guard::expand(&input.into()).into()
}

/// The path of `statusbook`. Its `macro_rules!` put it in brackets before the user's input.
fn facade(input: ParseStream<'_>) -> syn::Result<proc_macro2::TokenStream> {
    let content;
    syn::bracketed!(content in input);
    content.parse()
}
