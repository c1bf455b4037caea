//! The lints that the user allows for an item, which must be allowed for the code beside it too.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Meta};

/// `#[allow(…)]` for each `#[allow(…)]` and `#[expect(…)]` of the item, as the standard derives have it.
pub(crate) fn allowed(attributes: &[Attribute]) -> TokenStream {
    let lists = attributes.iter().filter_map(|one| match &one.meta {
        Meta::List(list) if one.path().is_ident("allow") || one.path().is_ident("expect") => {
            Some(&list.tokens)
        }
        _ => None,
    });
    quote!(#(#[allow(#lists)])*)
}
