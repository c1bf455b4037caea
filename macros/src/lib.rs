//! The macros of [statusbook](https://docs.rs/statusbook). Only their entry points: `statusbook-expand` has the code.
//!
//! cargo starts to compile a plain library as soon as the interfaces of its dependencies are known. A crate of macros has to
//! wait until they are built.
#![forbid(unsafe_code)]

use proc_macro::TokenStream;
use statusbook_expand::{api_response, derive, exhaustive, guard, handles, router, status, table};

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
