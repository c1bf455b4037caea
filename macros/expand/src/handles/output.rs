//! Splits a return type: the future around it, and the success and the error of a `Result`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{GenericArgument, Path, PathArguments, Type, TypeParamBound};

use crate::bare::bare;

/// What a handler returns.
pub(super) enum Output<'a> {
    /// There is no return type.
    Unit,
    /// `Result<Success, Error>` with both arguments.
    Result(&'a Type, &'a Type),
    /// Any other type. It may be an alias of a `Result`.
    Whole(&'a Type),
}

impl<'a> Output<'a> {
    pub(super) fn of(ty: Option<&'a Type>) -> Self {
        let Some(ty) = ty else {
            return Output::Unit;
        };
        match result(ty) {
            Some((success, error)) => Output::Result(success, error),
            None => Output::Whole(ty),
        }
    }
}

/// `T` of `impl Future<Output = T>`, `Pin<Box<dyn Future<Output = T>>>` and `BoxFuture<'_, T>`.
pub(super) fn of_future(ty: &Type) -> Option<&Type> {
    let bounds = match bare(ty) {
        Type::ImplTrait(ty) => &ty.bounds,
        Type::TraitObject(ty) => &ty.bounds,
        Type::Path(ty) => {
            let last = ty.path.segments.last()?;
            let name = last.ident.to_string();
            let mut types = types(&last.arguments);
            return match name.as_str() {
                "Pin" | "Box" => types.next().and_then(of_future),
                "BoxFuture" | "LocalBoxFuture" => types.last(),
                _ => None,
            };
        }
        _ => return None,
    };
    bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => assigned(&bound.path),
        _ => None,
    })
}

/// The type that `Output` is bound to.
fn assigned(path: &Path) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::AssocType(assigned) if assigned.ident == "Output" => Some(&assigned.ty),
        _ => None,
    })
}

/// `Result<T, E>` by its name. With one argument, it is an alias.
fn result(ty: &Type) -> Option<(&Type, &Type)> {
    let Type::Path(ty) = bare(ty) else {
        return None;
    };
    let last = ty.path.segments.last()?;
    if last.ident != "Result" {
        return None;
    }
    let mut types = types(&last.arguments);
    let both = (types.next()?, types.next()?);
    types.next().is_none().then_some(both)
}

/// The types among the arguments of a path.
pub(super) fn types(arguments: &PathArguments) -> impl Iterator<Item = &Type> {
    let arguments = match arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments
        .into_iter()
        .flatten()
        .filter_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
}

/// `impl Trait`, anywhere in the type. It cannot be named elsewhere, and it hides its status.
pub(super) fn hidden(ty: &Type) -> Option<(Span, String)> {
    let found = match ty {
        Type::ImplTrait(_) => {
            let shown = super::shown::shown(&ty.to_token_stream());
            return Some((ty.span(), shown));
        }
        Type::Path(ty) => {
            let mut segments = ty.path.segments.iter();
            segments.find_map(|segment| types(&segment.arguments).find_map(hidden))
        }
        Type::Tuple(ty) => ty.elems.iter().find_map(hidden),
        _ => None,
    };
    found.or_else(|| Some((keyword(ty.to_token_stream(), "impl")?, "impl".to_owned())))
}

/// The place of a keyword among tokens.
pub(super) fn keyword(tokens: TokenStream, word: &str) -> Option<Span> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ident == word => Some(ident.span()),
        TokenTree::Group(group) => keyword(group.stream(), word),
        _ => None,
    })
}
