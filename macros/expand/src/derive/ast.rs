//! An error type as it is written: its variants, their fields, and what the attributes say.

use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Generics, Ident};

use super::attr::{ItemAttr, Skip, StatusAttr};
use super::field::{self, Field};
use super::types;
use crate::errors::Errors;

/// An enum, or a struct, which is an error type with one variant.
pub(crate) struct Item<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) attr: ItemAttr,
    /// The `#[status(…)]` on the type. On an enum, it is for variants without one.
    pub(crate) status: Option<StatusAttr>,
    pub(crate) is_enum: bool,
    /// Whether it has `#[error(…)]` attributes.
    pub(crate) is_beside_thiserror: bool,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// A variant, or the struct.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// Its own attributes. A struct has those of the type.
    pub(crate) attributes: &'a [Attribute],
    /// Without even empty parentheses.
    pub(crate) unit: bool,
    pub(crate) fields: Vec<Field<'a>>,
    /// Its own `#[status(…)]`.
    pub(crate) status: Option<StatusAttr>,
}

impl<'a> Item<'a> {
    /// Parses the item, and adds errors to `errors`.
    pub(crate) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Self {
        let has_field = |name: &str| match &input.data {
            Data::Struct(data) => field::is_called(&data.fields, name),
            Data::Enum(data) => {
                let mut variants = data.variants.iter();
                variants.any(|variant| field::is_called(&variant.fields, name))
            }
            Data::Union(_) => false,
        };
        let mut item = Item {
            original: input,
            ident: &input.ident,
            generics: &input.generics,
            attr: ItemAttr::read(&input.attrs, errors),
            status: StatusAttr::read(&input.attrs, &has_field, errors),
            is_enum: matches!(input.data, Data::Enum(_)),
            is_beside_thiserror: has_error_attribute(&input.attrs),
            variants: Vec::new(),
        };
        match &input.data {
            Data::Struct(data) => {
                let variant = Variant::read(&input.ident, &[], &data.fields, errors);
                item.variants.push(variant);
            }
            Data::Enum(data) => {
                for variant in &data.variants {
                    item.is_beside_thiserror |= has_error_attribute(&variant.attrs);
                    let (ident, attributes) = (&variant.ident, &variant.attrs);
                    let variant = Variant::read(ident, attributes, &variant.fields, errors);
                    item.variants.push(variant);
                }
            }
            Data::Union(_) => {}
        }
        item
    }

    /// The impls that the derive leaves to others.
    pub(crate) fn skip(&self) -> Skip {
        if self.is_beside_thiserror {
            self.attr.skip.with_error()
        } else {
            self.attr.skip
        }
    }

    /// The `#[status(…)]` of a variant: its own, or that of the type.
    pub(crate) fn status_of<'i>(&'i self, variant: &'i Variant<'_>) -> Option<&'i StatusAttr> {
        variant.status.as_ref().or(self.status.as_ref())
    }
}

impl<'a> Variant<'a> {
    fn read(
        ident: &'a Ident,
        attributes: &'a [Attribute],
        fields: &'a syn::Fields,
        errors: &mut Errors,
    ) -> Self {
        Variant {
            ident,
            attributes,
            unit: matches!(fields, syn::Fields::Unit),
            status: StatusAttr::read(attributes, &|name| field::is_called(fields, name), errors),
            fields: field::read(fields, errors),
        }
    }

    /// Its name in messages.
    pub(crate) fn name(&self) -> String {
        self.ident.unraw().to_string()
    }

    /// The source field: marked `#[from]` or `#[source]`, or called `source`.
    pub(crate) fn source(&self) -> Option<usize> {
        let marked = |field: &Field<'_>| field.from.is_some() || field.source.is_some();
        // `r#source` is an ordinary field.
        let called = |field: &Field<'_>| {
            let ident = field.original.ident.as_ref();
            ident.is_some_and(|ident| ident == "source")
        };
        let position = self.fields.iter().position(marked);
        position.or_else(|| self.fields.iter().position(called))
    }

    /// The field that `From` fills.
    pub(crate) fn from(&self) -> Option<usize> {
        self.fields.iter().position(|field| field.from.is_some())
    }

    /// The last field, if its type may be unsized.
    pub(crate) fn unsized_tail(&self, generics: &Generics) -> bool {
        let last = self.fields.last();
        last.is_some_and(|last| types::may_be_unsized(last.ty, generics))
    }

    /// The field of `transparent`: the only one, not counting a backtrace.
    pub(crate) fn inner(&self) -> usize {
        let inner = self.fields.iter().position(|field| !field.is_captured());
        inner.unwrap_or_default()
    }
}

/// `#[error(…)]` belongs to thiserror.
fn has_error_attribute(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|other| other.path().is_ident("error"))
}
