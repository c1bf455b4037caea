//! A type without what stands around it.

use syn::Type;

/// The type without parentheses, and without the invisible ones of a type that a macro was given.
pub(crate) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(ty) => bare(&ty.elem),
        Type::Paren(ty) => bare(&ty.elem),
        _ => ty,
    }
}
