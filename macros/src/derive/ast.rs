//! An error type as the derive sees it: its variants, how each is answered, and the syntax that says so.

use std::rc::Rc;

use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Generics, Ident, Index, LitStr, Member, Path, Type};

use super::attr::{ItemAttr, Skip};
use super::check;
use super::extension;
use super::names::Names;
use super::status_attr::StatusAttr;
use super::text::{self, Text};
use super::types;
use super::uri;
use crate::code::Code;
use crate::errors::Errors;
use crate::message::derive as message;

/// An enum, or a struct, which is an error type with one variant.
pub(crate) struct Item<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) attr: ItemAttr,
    pub(crate) is_enum: bool,
    /// The impls that somebody else writes.
    pub(crate) skip: Skip,
    /// It carries `#[error(…)]` attributes.
    is_beside_thiserror: bool,
    /// The code of a `#[status(…)]` on the enum, if a variant is answered with it.
    pub(crate) default: Option<Declared>,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// A variant, or the struct.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// Without even empty parentheses.
    pub(crate) unit: bool,
    pub(crate) fields: Vec<Field<'a>>,
    /// A status of the variant's own, which is checked even if the rest could not be read.
    pub(crate) declared: Option<Declared>,
    /// `None` if that could not be read, and has been reported.
    pub(crate) answer: Option<Answer>,
}

/// How a variant is answered.
pub(crate) enum Answer {
    Own(Box<Own>),
    /// `#[status(transparent)]`: as the error in this field says.
    Inner {
        field: usize,
        span: Span,
    },
}

/// An answer of the variant's own.
pub(crate) struct Own {
    pub(crate) declared: Declared,
    pub(crate) message: Message,
    pub(crate) headers: Vec<(String, Text)>,
    pub(crate) detail: Option<Text>,
    pub(crate) instance: Option<Text>,
    attr: Rc<StatusAttr>,
}

/// A status that was written down, with or without the excuse that it is not documented.
#[derive(Clone, Copy)]
pub(crate) struct Declared {
    pub(crate) code: Code,
    /// Where `undocumented` stands.
    pub(crate) undocumented: Option<Span>,
}

/// What `Display` shows.
pub(crate) enum Message {
    /// The documented description.
    Documented,
    Text(Text),
    /// `fmt = path`
    Function,
    /// As the error in this field says.
    Transparent(usize),
    /// Somebody else writes `Display`.
    Elsewhere,
}

/// A field, and what its attributes and its type make of it.
pub(crate) struct Field<'a> {
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

impl<'a> Item<'a> {
    /// Reads the item. Whatever is wrong with it goes to `errors`.
    pub(crate) fn read(input: &'a DeriveInput, names: &Names, errors: &mut Errors) -> Self {
        let attr = ItemAttr::read(&input.attrs, errors);
        let is_beside_thiserror = is_beside_thiserror(input);
        let skip = if is_beside_thiserror {
            Skip {
                display: true,
                error: true,
                from: true,
            }
        } else {
            attr.skip
        };
        let mut item = Item {
            ident: &input.ident,
            generics: &input.generics,
            attr,
            is_enum: matches!(input.data, Data::Enum(_)),
            skip,
            is_beside_thiserror,
            default: None,
            variants: Vec::new(),
        };
        if item.attr.table.is_none() && !item.attr.broken {
            let place = item.attr.place.unwrap_or(input.ident.span());
            errors.push(syn::Error::new(place, message::NO_TABLE));
        }
        for (name, text) in OF_FIELDS {
            misplaced(&input.attrs, name, text, errors);
        }
        let own = StatusAttr::read(&input.attrs, errors).map(Rc::new);
        match &input.data {
            Data::Struct(data) => {
                let shape = &data.fields;
                let variant = item.variant(&input.ident, shape, own.as_ref(), false, names, errors);
                item.variants.push(variant);
            }
            Data::Enum(data) => {
                for variant in &data.variants {
                    misplaced(
                        &variant.attrs,
                        "api_error",
                        message::API_ERROR_ELSEWHERE,
                        errors,
                    );
                    for (name, text) in OF_FIELDS {
                        misplaced(&variant.attrs, name, text, errors);
                    }
                    let status = StatusAttr::read(&variant.attrs, errors).map(Rc::new);
                    let inherited = status.is_none();
                    let status = status.as_ref().or(own.as_ref());
                    let (ident, shape) = (&variant.ident, &variant.fields);
                    let variant = item.variant(ident, shape, status, inherited, names, errors);
                    item.variants.push(variant);
                }
            }
            Data::Union(data) => {
                errors.push(syn::Error::new(data.union_token.span(), message::UNION));
            }
        }
        check::item(&item, errors);
        item
    }

    fn variant(
        &mut self,
        ident: &'a Ident,
        shape: &'a syn::Fields,
        status: Option<&Rc<StatusAttr>>,
        inherited: bool,
        names: &Names,
        errors: &mut Errors,
    ) -> Variant<'a> {
        let name = ident.unraw().to_string();
        let unit = matches!(shape, syn::Fields::Unit);
        let fields = fields(shape, errors);
        let Some(status) = status else {
            let text = if self.is_beside_thiserror {
                message::missing_status_beside_thiserror(&name)
            } else {
                message::missing_status(&name)
            };
            errors.push(syn::Error::new(ident.span(), text));
            return Variant {
                ident,
                unit,
                fields,
                declared: None,
                answer: None,
            };
        };
        let before = errors.len();
        check::status(status, &fields, self.skip.display, errors);
        let declared = status.code.map(|code| Declared {
            code,
            undocumented: status.undocumented,
        });
        let answer = match (declared, status.transparent) {
            (None, Some(span)) => Some(Answer::Inner {
                field: inner(&fields),
                span,
            }),
            (Some(declared), _) => {
                if inherited {
                    self.default = Some(declared);
                }
                own(
                    status,
                    declared,
                    &name,
                    &fields,
                    self.skip.display,
                    names,
                    errors,
                )
            }
            (None, None) => None,
        };
        let sound = !status.broken && errors.len() == before;
        Variant {
            ident,
            unit,
            fields,
            declared: declared.filter(|declared| !inherited && declared.code.number >= 300),
            answer: answer.filter(|_| sound),
        }
    }
}

fn own(
    status: &Rc<StatusAttr>,
    declared: Declared,
    variant: &str,
    fields: &[Field<'_>],
    elsewhere: bool,
    names: &Names,
    errors: &mut Errors,
) -> Option<Answer> {
    let mut resolve = |template| errors.absorb(text::resolve(template, variant, fields, names));
    let message = if let Some(template) = &status.message {
        resolve(template).map(Message::Text)
    } else if status.function.is_some() {
        Some(Message::Function)
    } else if elsewhere {
        Some(Message::Elsewhere)
    } else if status.transparent.is_some() {
        Some(Message::Transparent(inner(fields)))
    } else {
        Some(Message::Documented)
    };
    let detail = status.detail.as_ref().and_then(&mut resolve);
    let instance = status.instance.as_ref().and_then(&mut resolve);
    let headers: Vec<_> = status
        .headers
        .iter()
        .filter_map(|header| Some((header.name.clone(), resolve(&header.value)?)))
        .collect();
    let whole = instance.as_ref().and_then(|text| text.fixed.as_deref());
    if let (Some(template), Some(text)) = (&status.instance, whole) {
        errors.absorb(uri::check("instance", text, template.span));
    }
    Some(Answer::Own(Box::new(Own {
        declared,
        message: message?,
        headers,
        detail,
        instance,
        attr: Rc::clone(status),
    })))
}

/// The field that `transparent` means: the only one beside a backtrace.
fn inner(fields: &[Field<'_>]) -> usize {
    fields
        .iter()
        .position(|field| !field.is_backtrace())
        .unwrap_or_default()
}

impl Variant<'_> {
    /// The field that holds the source: `#[from]`, `#[source]`, or by its name.
    pub(crate) fn source(&self) -> Option<usize> {
        let marked = |field: &Field<'_>| field.from.is_some() || field.source.is_some();
        let called = |field: &Field<'_>| field.name == "source";
        let position = self.fields.iter().position(marked);
        position.or_else(|| self.fields.iter().position(called))
    }

    /// The field that is made by `From`.
    pub(crate) fn from(&self) -> Option<usize> {
        self.fields.iter().position(|field| field.from.is_some())
    }
}

impl Own {
    /// `fmt = path`
    pub(crate) fn function(&self) -> Option<&Path> {
        self.attr.function.as_ref()
    }

    /// `code = "…"`
    pub(crate) fn error_code(&self) -> Option<&LitStr> {
        self.attr.error_code.as_ref()
    }

    /// `type = "…"`
    pub(crate) fn problem_type(&self) -> Option<&LitStr> {
        self.attr.problem_type.as_ref()
    }

    /// Whether the two differ in nothing that is known while compiling. A message of its own makes an answer unlike every
    /// other, and unlike itself.
    pub(crate) fn is_alike(&self, other: &Own) -> bool {
        let plain = |own: &Own| {
            own.message.fixed().is_none()
                && own.detail.is_none()
                && own.error_code().is_none()
                && own.problem_type().is_none()
                && !own.is_public()
        };
        let documented = |own: &Own| matches!(own.message, Message::Documented);
        self.declared.code.number == other.declared.code.number
            && documented(self) == documented(other)
            && plain(self)
            && plain(other)
    }

    /// Whether the client sees the message of a 5xx.
    pub(crate) fn is_public(&self) -> bool {
        self.attr.public.is_some()
    }
}

impl Message {
    /// The text, if it is the same for every value.
    pub(crate) fn fixed(&self) -> Option<&str> {
        match self {
            Message::Text(text) => text.fixed.as_deref(),
            _ => None,
        }
    }
}

impl Field<'_> {
    pub(crate) fn is_backtrace(&self) -> bool {
        types::is_backtrace(self.ty)
    }

    pub(crate) fn is_path(&self) -> bool {
        types::mentions_path(self.ty)
    }
}

fn fields<'a>(fields: &'a syn::Fields, errors: &mut Errors) -> Vec<Field<'a>> {
    let read = |(index, field): (usize, &'a syn::Field)| {
        misplaced(&field.attrs, "status", message::STATUS_ON_FIELD, errors);
        misplaced(
            &field.attrs,
            "api_error",
            message::API_ERROR_ELSEWHERE,
            errors,
        );
        let mut marker = |name: &str| {
            let attribute = field
                .attrs
                .iter()
                .find(|other| other.path().is_ident(name))?;
            if attribute.meta.require_path_only().is_err() {
                let span = attribute.meta.to_token_stream().into_iter().nth(1);
                let span = span.map_or(attribute.path().span(), |token| token.span());
                errors.push(syn::Error::new(span, message::flag_with_value(name)));
            }
            Some(attribute.path().span())
        };
        let (from, source, extension) = (marker("from"), marker("source"), marker("extension"));
        if let Some(span) = extension {
            extension::check(field, span, errors);
        }
        Field {
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
            from,
            source,
            extension,
        }
    };
    fields.iter().enumerate().map(read).collect()
}

/// Attributes of fields.
const OF_FIELDS: &[(&str, &str)] = &[
    ("from", message::FROM_ELSEWHERE),
    ("source", message::SOURCE_ELSEWHERE),
    ("extension", message::EXTENSION_ELSEWHERE),
];

/// An attribute of ours where it means nothing.
fn misplaced(attributes: &[Attribute], name: &str, text: &str, errors: &mut Errors) {
    for attribute in attributes
        .iter()
        .filter(|other| other.path().is_ident(name))
    {
        errors.push(syn::Error::new(attribute.path().span(), text));
    }
}

/// `#[error(…)]` on the type or a variant is thiserror's.
fn is_beside_thiserror(input: &DeriveInput) -> bool {
    let error = |attributes: &[Attribute]| {
        attributes
            .iter()
            .any(|other| other.path().is_ident("error"))
    };
    error(&input.attrs)
        || matches!(&input.data, Data::Enum(data) if data.variants.iter().any(|variant| error(&variant.attrs)))
}
