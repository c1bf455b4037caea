//! What a handler returns in the end: the output of its future.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{ReturnType, Type};

use super::output::{self, Output};
use super::signature::Signature;

/// What the handler finally returns.
pub(super) fn returned(signature: &Signature) -> Option<&Type> {
    match &signature.output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => Some(future(signature).unwrap_or(ty)),
    }
}

/// The output of the future that a function returns.
pub(super) fn future(signature: &Signature) -> Option<&Type> {
    match &signature.output {
        ReturnType::Type(_, ty) if !signature.asynchronous => output::of_future(ty),
        _ => None,
    }
}

/// The `Result` whose error `#[into]` converts to.
pub(super) fn result_type(signature: &Signature, handlers: &TokenStream) -> Option<TokenStream> {
    match Output::of(returned(signature)) {
        Output::Unit => None,
        // Without the success, which may be an `impl Trait`.
        Output::Result(_, error) => Some(quote!(#handlers::Outcome<(), #error>)),
        Output::Whole(ty) => Some(ty.to_token_stream()),
    }
}
