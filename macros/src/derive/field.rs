//! A field of an error type, and what its attributes say.

use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Index, Member, Type};

use super::types;
use crate::errors::Errors;
use crate::message;

/// A field, and what its attributes and its type make of it.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a syn::Field,
    pub(crate) member: Member,
    /// As a message calls it: `id`, `0`, `type` for `r#type`.
    pub(crate) name: String,
    pub(crate) ty: &'a Type,
    /// Where `#[from]` stands.
    pub(crate) from: Option<Span>,
    /// Where `#[source]` stands.
    pub(crate) source: Option<Span>,
    /// `#[extension]`: a member of the problem details (RFC 9457 §3.2).
    pub(crate) extension: Option<Span>,
}

/// Reads every field. What is wrong goes to `errors`.
pub(crate) fn read<'a>(fields: &'a syn::Fields, errors: &mut Errors) -> Vec<Field<'a>> {
    let read = |(index, field)| Field::read(index, field, errors);
    fields.iter().enumerate().map(read).collect()
}

/// The field that is called `name`, and its position.
pub(crate) fn find<'f, 'a>(fields: &'f [Field<'a>], name: &str) -> Option<(usize, &'f Field<'a>)> {
    let mut fields = fields.iter().enumerate();
    fields.find(|(_, field)| field.name == name)
}

/// What the fields are called.
pub(crate) fn names<'f>(fields: &'f [Field<'_>]) -> Vec<&'f str> {
    fields.iter().map(|field| field.name.as_str()).collect()
}

/// Whether one of the fields is called `name`, as a message calls it.
pub(crate) fn is_called(fields: &syn::Fields, name: &str) -> bool {
    let mut idents = fields.iter().filter_map(|field| field.ident.as_ref());
    idents.any(|ident| ident.unraw() == name)
}

impl<'a> Field<'a> {
    fn read(index: usize, field: &'a syn::Field, errors: &mut Errors) -> Self {
        let mut marker = |name| errors.absorb(marker(field, name)).flatten();
        Field {
            original: field,
            from: marker("from"),
            source: marker("source"),
            extension: marker("extension"),
            member: match &field.ident {
                Some(ident) => Member::Named(ident.clone()),
                None => Member::Unnamed(Index {
                    index: u32::try_from(index).unwrap_or(u32::MAX),
                    span: field.ty.span(),
                }),
            },
            name: match &field.ident {
                Some(ident) => ident.unraw().to_string(),
                None => index.to_string(),
            },
            ty: &field.ty,
        }
    }

    pub(crate) fn is_backtrace(&self) -> bool {
        types::is_backtrace(self.ty)
    }

    pub(crate) fn is_path(&self) -> bool {
        types::mentions_path(self.ty)
    }
}

/// Where the attribute `name` stands, which takes nothing.
fn marker(field: &syn::Field, name: &str) -> syn::Result<Option<Span>> {
    let mut attributes = field.attrs.iter();
    let Some(attribute) = attributes.find(|other| other.path().is_ident(name)) else {
        return Ok(None);
    };
    if attribute.meta.require_path_only().is_err() {
        let value = attribute.meta.to_token_stream().into_iter().nth(1);
        let span = value.map_or(attribute.path().span(), |token| token.span());
        return Err(syn::Error::new(span, message::flag_with_value(name)));
    }
    Ok(Some(attribute.path().span()))
}
