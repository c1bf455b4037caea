//! A field of an error type, and what its attributes say.

use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Index, Member, Meta, Type};

use super::types;
use crate::args;
use crate::errors::Errors;
use crate::message;
use crate::message::derive as refusal;

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
    /// `#[extension]`: a member of the body beside the usual ones (RFC 9457 §3.2).
    pub(crate) extension: Option<Extension>,
}

/// `#[extension]`, or `#[extension(name = "code")]`.
pub(crate) struct Extension {
    pub(crate) span: Span,
    /// What the member is called.
    pub(crate) name: String,
    /// Where it is called that.
    pub(crate) named: Span,
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
            extension: errors.absorb(extension(field)).flatten(),
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

    pub(crate) fn is_location(&self) -> bool {
        types::is_location(self.ty)
    }

    /// Whether `From` fills it with where the value was made.
    pub(crate) fn is_captured(&self) -> bool {
        types::is_backtrace(self.ty) || self.is_location()
    }

    pub(crate) fn is_path(&self) -> bool {
        types::mentions_path(self.ty)
    }
}

/// The member that a field becomes; without a name of its own it is called what the field is.
fn extension(field: &syn::Field) -> syn::Result<Option<Extension>> {
    let mut attributes = field.attrs.iter();
    let Some(attribute) = attributes.find(|other| other.path().is_ident("extension")) else {
        return Ok(None);
    };
    let span = attribute.path().span();
    let (name, named) = match (&attribute.meta, &field.ident) {
        (Meta::Path(_), None) => {
            return Err(syn::Error::new(span, refusal::EXTENSION_WITHOUT_NAME));
        }
        (Meta::Path(_), Some(ident)) => (ident.unraw().to_string(), ident.span()),
        _ => {
            let tokens = args::contents(attribute, refusal::EXTENSION_USAGE)?;
            let name = args::parse(tokens.into_iter().collect(), |input| {
                let (key, _) = args::key(input, &["name"], &mut Vec::new())?;
                let name = args::text(input, &key, "…")?;
                args::end(input).map(|()| name)
            })?;
            (name.value(), name.span())
        }
    };
    Ok(Some(Extension { span, name, named }))
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
