//! Recognizes the type of a field by its name, because a derive does not see more of it.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, Ident, PathArguments, PathSegment, Type, TypeParamBound};

use crate::bare::bare;

/// `Backtrace`, `Option<Backtrace>`, `Box<Backtrace>`, `Arc<Backtrace>`, …
pub(crate) fn is_backtrace(ty: &Type) -> bool {
    let named = last(ty).is_some_and(|segment| segment.ident == "Backtrace");
    let inside = ["Option", "Box", "Rc", "Arc"];
    named
        || inside
            .iter()
            .any(|outer| of(ty, outer).is_some_and(is_backtrace))
}

/// `Box<dyn ApiError>`, `Arc<dyn ApiError + Send + Sync>`, …
pub(crate) fn is_error_object(ty: &Type) -> bool {
    let inner = ["Box", "Rc", "Arc"].iter().find_map(|outer| of(ty, outer));
    let Some(Type::TraitObject(object)) = inner.map(bare) else {
        return false;
    };
    object.bounds.iter().any(|bound| {
        let TypeParamBound::Trait(bound) = bound else {
            return false;
        };
        let last = bound.path.segments.last();
        last.is_some_and(|last| last.ident == "ApiError")
    })
}

/// The name of a type without its path.
pub(crate) fn name(ty: &Type) -> Option<String> {
    last(ty).map(|segment| segment.ident.to_string())
}

/// `&'static Location<'static>`, or an `Option` of one.
pub(crate) fn is_location(ty: &Type) -> bool {
    let Type::Reference(reference) = bare(ty) else {
        return option(ty).is_some_and(is_location);
    };
    last(&reference.elem).is_some_and(|segment| segment.ident == "Location")
}

/// The `T` of an `Option<T>`.
pub(crate) fn option(ty: &Type) -> Option<&Type> {
    of(ty, "Option")
}

/// The `T` of a `Box<T>` or an `Arc<T>`.
pub(crate) fn pointee(ty: &Type) -> Option<&Type> {
    of(ty, "Box").or_else(|| of(ty, "Arc"))
}

/// The `T` of an `Outer<T>`.
fn of<'a>(ty: &'a Type, outer: &str) -> Option<&'a Type> {
    let segment = last(ty).filter(|segment| segment.ident == outer)?;
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

/// Whether a type may be unsized: `Path`, `str`, `[T]`, `dyn Trait`, or a parameter with `?Sized`.
pub(crate) fn may_be_unsized(ty: &Type, generics: &Generics) -> bool {
    let unsized_by_name = |name: &Ident| {
        ["Path", "str", "OsStr", "CStr"]
            .iter()
            .any(|known| name == known)
            || may_be(name, generics)
    };
    match bare(ty) {
        Type::Slice(_) | Type::TraitObject(_) => true,
        _ => last(ty).is_some_and(|last| last.arguments.is_empty() && unsized_by_name(&last.ident)),
    }
}

/// Whether a name is that of a parameter, if some parameter may be `?Sized`.
fn may_be(name: &Ident, generics: &Generics) -> bool {
    let mut parameters = generics.type_params();
    parameters.any(|parameter| parameter.ident == *name) && {
        let clause = generics.where_clause.to_token_stream();
        let bounds = format!("{}{clause}", generics.to_token_stream());
        bounds.replace(' ', "").contains("?Sized")
    }
}

/// Whether `is` returns true for a word of `tokens`.
pub(crate) fn mentions(tokens: TokenStream, is: &dyn Fn(&str) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is(&ident.to_string()),
        TokenTree::Group(group) => mentions(group.stream(), is),
        _ => false,
    })
}

fn last(ty: &Type) -> Option<&PathSegment> {
    match bare(ty) {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}
