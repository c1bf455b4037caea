//! The responses of variants, with the placeholders of their texts resolved to fields.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{GenericParam, Generics, LitStr, Path, Type, TypePath};

use super::ast;
use super::attr::{Declared, ErrorCode, HeaderValue, StatusAttr};
use super::field::Field;
use super::message::{self, Expression, Place, Template, Text};
use crate::code::Code;
use crate::errors::Errors;
use crate::set::Set;

/// An error type with resolved texts.
pub(crate) struct Item<'a> {
    pub(crate) ast: &'a ast::Item<'a>,
    /// The status of the `#[status(…)]` on the enum, if a variant uses it.
    pub(crate) default: Option<Declared>,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// A variant, or the struct.
pub(crate) struct Variant<'a> {
    pub(crate) ast: &'a ast::Variant<'a>,
    /// The variant's own status, which is checked even if the rest could not be parsed.
    pub(crate) declared: Option<Declared>,
    /// `None` if it could not be parsed, which is reported.
    pub(crate) response: Option<Response<'a>>,
}

/// What a variant responds with.
pub(crate) struct Response<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) message: Message<'a>,
    pub(crate) headers: Vec<Header<'a>>,
    /// `code = "VPN.0012"`, or `code = codes::VPN_0012`
    error_code: Option<TokenStream>,
    /// Which attribute this is read from: that of the variant with this index, or else that of the enum.
    attribute: usize,
    /// `code = .code`
    pub(crate) code_by_value: Option<Expression<'a>>,
    pub(crate) detail: Option<Text<'a>>,
    pub(crate) instance: Option<Text<'a>>,
    attr: &'a StatusAttr,
}

/// Where the status comes from.
pub(crate) enum Source<'a> {
    Own(Declared),
    /// `any(400, 422), by = .0.status()`
    Any {
        codes: Vec<Declared>,
        by: Expression<'a>,
    },
    /// `#[status(transparent)]` at `span`: the error in this field.
    Inner {
        field: usize,
        span: Span,
        /// `undocumented(429 = "…")`
        excused: &'a [Code],
    },
}

/// `header(RETRY_AFTER = "{seconds}" else "30")`
pub(crate) struct Header<'a> {
    pub(crate) name: &'a str,
    pub(crate) value: Value<'a>,
    pub(crate) otherwise: Option<&'a LitStr>,
}

/// The value of a header.
pub(crate) enum Value<'a> {
    Text(Text<'a>),
    Expression(Expression<'a>),
}

impl Value<'_> {
    /// The fields that must be bound.
    pub(crate) fn fields(&self) -> &[usize] {
        match self {
            Value::Text(text) => text.fields.as_slice(),
            Value::Expression(expression) => &expression.fields,
        }
    }
}

/// What `Display` shows.
pub(crate) enum Message<'a> {
    /// The documented description.
    Documented,
    Text(Text<'a>),
    /// `fmt = path`
    Function,
    /// The message of the error in this field.
    Transparent(usize),
    /// `Display` is not written by the derive.
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
        let own = ast.status.is_some() || !item.is_enum;
        if own {
            variant.declared = declared;
        } else {
            default = default.or(declared);
        }
        if !status.broken && !refused.contains(&index) {
            let attribute = if own { index } else { item.variants.len() };
            variant.response = response(status, attribute, ast, item, errors);
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
    attribute: usize,
    variant: &'a ast::Variant<'a>,
    item: &ast::Item<'_>,
    errors: &mut Errors,
) -> Option<Response<'a>> {
    let name = variant.name();
    let place = Place {
        variant: &name,
        fields: &variant.fields,
    };
    let before = errors.len();
    let source = match (status.declared(), &status.any, status.transparent) {
        (Some(declared), ..) => Source::Own(declared),
        (None, Some(any), _) => Source::Any {
            codes: any.codes.iter().map(|code| status.listed(*code)).collect(),
            by: errors.absorb(message::expression(status.by.as_ref()?, place))?,
        },
        (None, None, Some(span)) => Source::Inner {
            field: variant.inner(),
            span,
            excused: &status.excused,
        },
        (None, None, None) => return None,
    };
    let (error_code, code_by_value) = match &status.error_code {
        Some(ErrorCode::Text(code)) => (Some(code.to_token_stream()), None),
        Some(ErrorCode::Expression(code)) if is_constant(&code.expression, item.generics) => {
            (Some(code.expression.clone()), None)
        }
        Some(ErrorCode::Expression(code)) => {
            (None, errors.absorb(message::expression(code, place)))
        }
        None => (None, None),
    };
    let headers = status.headers.iter().filter_map(|header| {
        let value = match &header.value {
            HeaderValue::Text(text) => message::resolve(text, place).map(Value::Text),
            HeaderValue::Expression(value) => {
                message::expression(value, place).map(Value::Expression)
            }
        };
        Some(Header {
            name: &header.name,
            value: errors.absorb(value)?,
            otherwise: header.otherwise.as_ref(),
        })
    });
    let headers = headers.collect();
    let mut resolve = |template: &'a Template| errors.absorb(message::resolve(template, place));
    let message = if let Some(template) = &status.message {
        Message::Text(resolve(template)?)
    } else if status.function.is_some() {
        Message::Function
    } else if item.skip().display {
        Message::Elsewhere
    } else if status.transparent.is_some() {
        Message::Transparent(variant.inner())
    } else {
        Message::Documented
    };
    let detail = status.detail.as_ref().and_then(&mut resolve);
    let instance = status.instance.as_ref().and_then(&mut resolve);
    (errors.len() == before).then_some(Response {
        source,
        message,
        headers,
        error_code,
        attribute,
        code_by_value,
        detail,
        instance,
        attr: status,
    })
}

/// Whether a code is a path to a constant that can be named outside of the type: its last segment is upper case, and
/// it uses neither `Self` nor a parameter of the type.
fn is_constant(expression: &TokenStream, generics: &Generics) -> bool {
    let Ok(path) = syn::parse2::<Path>(expression.clone()) else {
        return false;
    };
    let (Some(first), Some(last)) = (path.segments.first(), path.segments.last()) else {
        return false;
    };
    let parameter = generics.params.iter().any(|parameter| match parameter {
        GenericParam::Type(parameter) => parameter.ident == first.ident,
        GenericParam::Const(parameter) => parameter.ident == first.ident,
        GenericParam::Lifetime(_) => false,
    });
    let name = last.ident.to_string();
    let upper = name.contains(|letter: char| letter.is_ascii_uppercase())
        && !name.contains(char::is_lowercase);
    let plain = path
        .segments
        .iter()
        .all(|segment| segment.arguments.is_none());
    upper && plain && !parameter && first.ident != "Self"
}

/// `#[status(transparent)]` at `span`.
pub(crate) struct Inner<'a> {
    /// The field.
    pub(crate) index: usize,
    pub(crate) ty: &'a Type,
    pub(crate) span: Span,
    /// `undocumented(429 = "…")`
    pub(crate) excused: &'a [Code],
}

impl<'a> Variant<'a> {
    pub(crate) fn fields(&self) -> &'a [Field<'a>] {
        &self.ast.fields
    }

    /// The response with the variant's own status, and that status.
    pub(crate) fn own(&self) -> Option<(&Response<'a>, Declared)> {
        let response = self.response.as_ref()?;
        response.declared().map(|declared| (response, declared))
    }

    /// The variant's own statuses: one, or those of `any(…)`.
    pub(crate) fn statuses(&self) -> &[Declared] {
        match self.response.as_ref().map(|response| &response.source) {
            Some(Source::Own(declared)) => std::slice::from_ref(declared),
            Some(Source::Any { codes, .. }) => codes,
            Some(Source::Inner { .. }) | None => &[],
        }
    }

    /// Whether the message is that of the error in a field.
    pub(crate) fn is_transparent(&self) -> bool {
        let response = self.response.as_ref();
        response.is_some_and(|one| matches!(one.message, Message::Transparent(_)))
    }

    /// The inner error that is passed on.
    pub(crate) fn inner(&self) -> Option<Inner<'a>> {
        match self.response.as_ref()?.source {
            Source::Inner {
                field,
                span,
                excused,
            } => Some(Inner {
                index: field,
                ty: self.ast.fields.get(field)?.ty,
                span,
                excused,
            }),
            Source::Own(_) | Source::Any { .. } => None,
        }
    }
}

impl<'a> Response<'a> {
    pub(crate) fn declared(&self) -> Option<Declared> {
        match self.source {
            Source::Own(declared) => Some(declared),
            Source::Any { .. } | Source::Inner { .. } => None,
        }
    }

    /// Returns whether a text shows a path.
    pub(crate) fn shows_path(&self) -> bool {
        let shows = |text: &Text<'_>| text.added.iter().any(|added| added.path);
        let mut headers = self.headers.iter();
        matches!(&self.message, Message::Text(text) if shows(text))
            || self.detail.as_ref().is_some_and(shows)
            || self.instance.as_ref().is_some_and(shows)
            || headers.any(|header| matches!(&header.value, Value::Text(text) if shows(text)))
    }

    /// `fmt = path`
    pub(crate) fn function(&self) -> Option<&'a TypePath> {
        self.attr.function.as_ref()
    }

    /// `code = "…"`, or `code = codes::…`: known at compile time.
    pub(crate) fn error_code(&self) -> Option<&TokenStream> {
        self.error_code.as_ref()
    }

    /// The attribute that this is read from, by number.
    pub(crate) fn attribute(&self) -> usize {
        self.attribute
    }

    /// The attribute that has the path of the code, by number. `None` for text.
    pub(crate) fn attribute_of_code(&self) -> Option<usize> {
        let path = matches!(self.attr.error_code, Some(ErrorCode::Expression(_)));
        (path && self.error_code.is_some()).then_some(self.attribute)
    }

    /// Whether there is a service code, as a constant or by value.
    pub(crate) fn has_error_code(&self) -> bool {
        self.attr.error_code.is_some()
    }

    /// `body = Type`
    pub(crate) fn body(&self) -> Option<&'a Type> {
        self.attr.body.as_ref()
    }

    /// `type = "…"`
    pub(crate) fn problem_type(&self) -> Option<&'a LitStr> {
        self.attr.problem_type.as_ref()
    }

    /// Whether the client sees the message of a 5xx.
    pub(crate) fn is_public(&self) -> bool {
        self.attr.public.is_some()
    }

    /// The status, if nothing else but the message is known at compile time.
    pub(crate) fn plain_code(&self) -> Option<u16> {
        let plain = self.detail.is_none()
            && self.error_code().is_none()
            && self.problem_type().is_none()
            && !self.is_public();
        let declared = self.declared().filter(|_| plain);
        declared.map(|declared| declared.code.number)
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

#[cfg(test)]
mod tests {
    use syn::{DeriveInput, parse_str};

    #[test]
    fn a_constant_depends_on_no_parameter() {
        let error: DeriveInput = parse_str("struct Error<'a, T, const N: u8>;").expect("a type");
        for (path, constant) in [
            ("GONE", true),
            ("codes::BILL_0003", true),
            ("::codes::GONE", true),
            ("a::GONE", true),
            ("T::GONE", false),
            ("N", false),
            ("Self::GONE", false),
            ("Codes::<u8>::GONE", false),
            ("codes::gone", false),
            ("codes::Gone", false),
            ("codes::_0", false),
            ("CODES[0]", false),
        ] {
            let expression = path.parse().expect("tokens");
            let found = super::is_constant(&expression, &error.generics);
            assert_eq!(found, constant, "{path}");
        }
    }
}
