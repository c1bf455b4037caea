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

/// A field with its attributes and its role.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a syn::Field,
    pub(crate) member: Member,
    /// Its name in messages: `id`, `0`, `type` for `r#type`.
    pub(crate) name: String,
    pub(crate) ty: &'a Type,
    /// The place of `#[from]`.
    pub(crate) from: Option<Span>,
    /// The place of `#[source]`.
    pub(crate) source: Option<Span>,
    /// `#[extension]`: an extension member of the body (RFC 9457 §3.2).
    pub(crate) extension: Option<Extension>,
}

/// `#[extension]`, or `#[extension(name = "code")]`.
pub(crate) struct Extension {
    pub(crate) span: Span,
    /// The name of the member.
    pub(crate) name: String,
    /// The place of the name.
    pub(crate) named: Span,
}

/// Parses every field, and adds errors to `errors`.
pub(crate) fn read<'a>(fields: &'a syn::Fields, errors: &mut Errors) -> Vec<Field<'a>> {
    let read = |(index, field)| Field::read(index, field, errors);
    fields.iter().enumerate().map(read).collect()
}

/// The field with the name `name`, and its index.
pub(crate) fn find<'f, 'a>(fields: &'f [Field<'a>], name: &str) -> Option<(usize, &'f Field<'a>)> {
    let mut fields = fields.iter().enumerate();
    fields.find(|(_, field)| field.name == name)
}

/// The names of the fields.
pub(crate) fn names<'f>(fields: &'f [Field<'_>]) -> Vec<&'f str> {
    fields.iter().map(|field| field.name.as_str()).collect()
}

/// Whether a field has this name in messages.
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

    /// Whether `From` fills it with the place where the value was made.
    pub(crate) fn is_captured(&self) -> bool {
        types::is_backtrace(self.ty) || self.is_location()
    }

    pub(crate) fn is_path(&self) -> bool {
        types::mentions_path(self.ty)
    }
}

/// The extension member of a field. By default, it has the name of the field.
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

/// The place of the attribute `name`, which takes no arguments.
fn marker(field: &syn::Field, name: &str) -> syn::Result<Option<Span>> {
    let mut attributes = field.attrs.iter();
    let Some(attribute) = attributes.find(|other| other.path().is_ident(name)) else {
        return Ok(None);
    };
    if attribute.meta.require_path_only().is_err() {
        let value = attribute.meta.to_token_stream().into_iter().nth(1);
        let span = value.map_or(attribute.path().span(), |token| token.span());
        let text = message::flag_with_value(&format!("#[{name}]"));
        return Err(syn::Error::new(span, text));
    }
    Ok(Some(attribute.path().span()))
}
