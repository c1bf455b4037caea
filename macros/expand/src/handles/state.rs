//! The state of the router that a handler belongs to.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Type;

use super::names::anonymous;
use super::options::Options;
use super::output;
use super::signature::Signature;
use crate::bare::bare;

/// The state of the router, from the option or from `State<T>`.
pub(super) fn state(options: &Options, signature: &Signature) -> TokenStream {
    if let Some(state) = &options.state {
        return state.to_token_stream();
    }
    let first = signature
        .parameters
        .iter()
        .find_map(|one| state_of(&one.ty));
    first.map_or_else(|| quote!(()), |ty| anonymous(ty.to_token_stream()))
}

/// A `State<T>` of another type than the first one.
pub(super) fn second_state(signature: &Signature) -> Option<&Type> {
    let mut states = signature
        .parameters
        .iter()
        .filter_map(|one| state_of(&one.ty));
    let first = states.next()?.to_token_stream().to_string();
    states.find(|other| other.to_token_stream().to_string() != first)
}

fn state_of(ty: &Type) -> Option<&Type> {
    let Type::Path(ty) = bare(ty) else {
        return None;
    };
    let last = ty.path.segments.last()?;
    if last.ident != "State" {
        return None;
    }
    output::types(&last.arguments).next()
}
