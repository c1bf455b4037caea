//! What the name of a field's type tells. A derive sees no more of a type than its name.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

/// `Backtrace`, or `Option<Backtrace>`.
pub(crate) fn is_backtrace(ty: &Type) -> bool {
    let named = |ty: &Type| last(ty).is_some_and(|segment| segment.ident == "Backtrace");
    named(ty) || option(ty).is_some_and(named)
}

/// The `T` of an `Option<T>`.
pub(crate) fn option(ty: &Type) -> Option<&Type> {
    let segment = last(ty).filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

/// `Path`, `&'a Path`, `Box<Path>`, `PathBuf`, …
pub(crate) fn mentions_path(ty: &Type) -> bool {
    mentions(ty.to_token_stream(), &|word| {
        word == "Path" || word == "PathBuf"
    })
}

/// Whether a word of `tokens` is one that `is` knows.
pub(crate) fn mentions(tokens: TokenStream, is: &dyn Fn(&str) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is(&ident.to_string()),
        TokenTree::Group(group) => mentions(group.stream(), is),
        _ => false,
    })
}

fn last(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        // A `$ty:ty` of a `macro_rules!`.
        Type::Group(group) => last(&group.elem),
        Type::Paren(paren) => last(&paren.elem),
        _ => None,
    }
}
