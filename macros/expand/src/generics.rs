//! The generics of an item, in parts.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Generics;

/// The parameters as an impl declares them, without angle brackets, each with a comma.
pub(crate) fn parameters(generics: &Generics) -> TokenStream {
    let (parameters, ..) = generics.split_for_impl();
    let tokens = parameters.to_token_stream();
    let mut tokens: Vec<TokenTree> = tokens.into_iter().skip(1).collect();
    tokens.pop();
    let comma = matches!(tokens.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',');
    let end = (!tokens.is_empty() && !comma).then(|| quote!(,));
    quote!(#(#tokens)* #end)
}

/// The predicates of the where clause, each with a comma.
pub(crate) fn predicates(generics: &Generics) -> Option<TokenStream> {
    let predicates = generics.where_clause.as_ref()?.predicates.iter();
    Some(quote!(#(#predicates,)*))
}
