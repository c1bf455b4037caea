//! What a variant responds with, its texts resolved to the fields that they show.

use proc_macro2::Span;
use syn::{LitStr, Path};

use super::ast;
use super::attr::{Declared, StatusAttr};
use super::field::Field;
use super::message::{self, Place, Template, Text};
use crate::errors::Errors;
use crate::set::Set;

/// An error type whose texts show what they name.
pub(crate) struct Item<'a> {
    pub(crate) ast: &'a ast::Item<'a>,
    /// The status of a `#[status(…)]` on the enum, if a variant responds with it.
    pub(crate) default: Option<Declared>,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// A variant, or the struct.
pub(crate) struct Variant<'a> {
    pub(crate) ast: &'a ast::Variant<'a>,
    /// A status of the variant's own, which is checked even if the rest could not be read.
    pub(crate) declared: Option<Declared>,
    /// `None` if that could not be read, and has been reported.
    pub(crate) response: Option<Response<'a>>,
}

/// What a variant responds with.
pub(crate) struct Response<'a> {
    pub(crate) source: Source,
    pub(crate) message: Message<'a>,
    pub(crate) headers: Vec<(&'a str, Text<'a>)>,
    pub(crate) detail: Option<Text<'a>>,
    pub(crate) instance: Option<Text<'a>>,
    attr: &'a StatusAttr,
}

/// Where the status comes from.
#[derive(Clone, Copy)]
pub(crate) enum Source {
    Own(Declared),
    /// `#[status(transparent)]`, which stands at `span`: the error in this field.
    Inner {
        field: usize,
        span: Span,
    },
}

/// What `Display` shows.
pub(crate) enum Message<'a> {
    /// The documented description.
    Documented,
    Text(Text<'a>),
    /// `fmt = path`
    Function,
    /// As the error in this field says.
    Transparent(usize),
    /// Somebody else writes `Display`.
    Elsewhere,
}

/// Resolves each variant but those that are `refused`.
pub(crate) fn item<'a>(
    item: &'a ast::Item<'a>,
    refused: &Set<usize>,
    errors: &mut Errors,
) -> Item<'a> {
    let mut default = None;
    let mut variant = |(index, ast): (usize, &'a ast::Variant<'a>)| {
        let mut variant = Variant {
            ast,
            declared: None,
            response: None,
        };
        let Some(status) = item.status_of(ast) else {
            return variant;
        };
        let declared = status.declared();
        if ast.status.is_some() || !item.is_enum {
            variant.declared = declared;
        } else {
            default = default.or(declared);
        }
        if !status.broken && !refused.contains(&index) {
            variant.response = response(status, ast, item.skip().display, errors);
        }
        variant
    };
    let variants = item.variants.iter().enumerate().map(&mut variant).collect();
    Item {
        ast: item,
        default,
        variants,
    }
}

fn response<'a>(
    status: &'a StatusAttr,
    variant: &'a ast::Variant<'a>,
    elsewhere: bool,
    errors: &mut Errors,
) -> Option<Response<'a>> {
    let name = variant.name();
    let place = Place {
        variant: &name,
        fields: &variant.fields,
    };
    let before = errors.len();
    let mut resolve = |template: &'a Template| errors.absorb(message::resolve(template, place));
    let field = variant.inner();
    let source = match (status.declared(), status.transparent) {
        (Some(declared), _) => Source::Own(declared),
        (None, Some(span)) => Source::Inner { field, span },
        (None, None) => return None,
    };
    let message = if let Some(template) = &status.message {
        Message::Text(resolve(template)?)
    } else if status.function.is_some() {
        Message::Function
    } else if elsewhere {
        Message::Elsewhere
    } else if status.transparent.is_some() {
        Message::Transparent(field)
    } else {
        Message::Documented
    };
    let detail = status.detail.as_ref().and_then(&mut resolve);
    let instance = status.instance.as_ref().and_then(&mut resolve);
    let headers = status.headers.iter();
    let headers = headers
        .filter_map(|header| Some((header.name.as_str(), resolve(&header.value)?)))
        .collect();
    (errors.len() == before).then_some(Response {
        source,
        message,
        headers,
        detail,
        instance,
        attr: status,
    })
}

impl<'a> Variant<'a> {
    pub(crate) fn fields(&self) -> &'a [Field<'a>] {
        &self.ast.fields
    }

    /// The response with a status of the variant's own, and that status.
    pub(crate) fn own(&self) -> Option<(&Response<'a>, Declared)> {
        let response = self.response.as_ref()?;
        response.declared().map(|declared| (response, declared))
    }

    /// The field of the inner error that responds in the variant's place, and where that is said.
    pub(crate) fn inner(&self) -> Option<(usize, &'a Field<'a>, Span)> {
        match self.response.as_ref()?.source {
            Source::Inner { field, span } => Some((field, self.ast.fields.get(field)?, span)),
            Source::Own(_) => None,
        }
    }
}

impl<'a> Response<'a> {
    pub(crate) fn declared(&self) -> Option<Declared> {
        match self.source {
            Source::Own(declared) => Some(declared),
            Source::Inner { .. } => None,
        }
    }

    /// `fmt = path`
    pub(crate) fn function(&self) -> Option<&'a Path> {
        self.attr.function.as_ref()
    }

    /// `code = "…"`
    pub(crate) fn error_code(&self) -> Option<&'a LitStr> {
        self.attr.error_code.as_ref()
    }

    /// `type = "…"`
    pub(crate) fn problem_type(&self) -> Option<&'a LitStr> {
        self.attr.problem_type.as_ref()
    }

    /// Whether the client sees the message of a 5xx.
    pub(crate) fn is_public(&self) -> bool {
        self.attr.public.is_some()
    }

    /// Whether the two differ in nothing that is known while compiling. A message of its own makes a response unlike
    /// every other, and unlike itself.
    pub(crate) fn is_alike(&self, other: &Response<'_>) -> bool {
        let plain = |one: &Response<'_>| {
            one.message.fixed().is_none()
                && one.detail.is_none()
                && one.error_code().is_none()
                && one.problem_type().is_none()
                && !one.is_public()
        };
        let code = |one: &Response<'_>| one.declared().map(|declared| declared.code.number);
        let documented = |one: &Response<'_>| matches!(one.message, Message::Documented);
        code(self) == code(other)
            && documented(self) == documented(other)
            && plain(self)
            && plain(other)
    }
}

impl Message<'_> {
    /// The text, if it is the same for every value.
    pub(crate) fn fixed(&self) -> Option<&str> {
        match self {
            Message::Text(text) => text.fixed.as_deref(),
            _ => None,
        }
    }
}
