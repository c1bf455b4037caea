//! `header(RETRY_AFTER = "{seconds}")`: the names of header fields, and fields that must not be set.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitInt, LitStr, Token};

use crate::args;
use crate::derive::message::{Extra, Template};
use crate::errors::Errors;
use crate::message;
use crate::message::derive as refusal;
use crate::names;

/// A header field and its value.
pub(crate) struct HeaderAttr {
    /// Its name on the wire: `retry-after`.
    pub(crate) name: String,
    pub(crate) value: HeaderValue,
    /// `else "Bearer"`: the value to send if the other one is absent or invalid.
    pub(crate) otherwise: Option<LitStr>,
}

/// `"{seconds}"`, or `.after`.
pub(crate) enum HeaderValue {
    Text(Template),
    Expression(Extra),
}

/// Fields that the body decides (RFC 9110 §8, RFC 9112 §6).
const OF_THE_BODY: &[&str] = &["content-type", "content-length", "transfer-encoding"];

/// Fields that an error response may have, as `http` names them. Used only for suggestions.
const KNOWN: &[&str] = &[
    "ACCEPT",
    "ACCEPT_PATCH",
    "ACCEPT_POST",
    "ACCEPT_RANGES",
    "ACCESS_CONTROL_ALLOW_CREDENTIALS",
    "ACCESS_CONTROL_ALLOW_HEADERS",
    "ACCESS_CONTROL_ALLOW_METHODS",
    "ACCESS_CONTROL_ALLOW_ORIGIN",
    "ACCESS_CONTROL_EXPOSE_HEADERS",
    "ACCESS_CONTROL_MAX_AGE",
    "AGE",
    "ALLOW",
    "ALT_SVC",
    "CACHE_CONTROL",
    "CONNECTION",
    "CONTENT_DISPOSITION",
    "CONTENT_ENCODING",
    "CONTENT_LANGUAGE",
    "CONTENT_LENGTH",
    "CONTENT_LOCATION",
    "CONTENT_RANGE",
    "CONTENT_SECURITY_POLICY",
    "CONTENT_TYPE",
    "DATE",
    "ETAG",
    "EXPIRES",
    "LAST_MODIFIED",
    "LINK",
    "LOCATION",
    "PRAGMA",
    "PROXY_AUTHENTICATE",
    "PROXY_AUTHENTICATION_INFO",
    "REFERRER_POLICY",
    "RETRY_AFTER",
    "SERVER",
    "SET_COOKIE",
    "STRICT_TRANSPORT_SECURITY",
    "TRAILER",
    "TRANSFER_ENCODING",
    "UPGRADE",
    "VARY",
    "VIA",
    "WARNING",
    "WWW_AUTHENTICATE",
    "X_CONTENT_TYPE_OPTIONS",
    "X_FRAME_OPTIONS",
];

/// The fields of `header(…)`.
pub(super) fn read(input: ParseStream<'_>, key: &Ident) -> syn::Result<Vec<HeaderAttr>> {
    let content = args::group(input, key, refusal::HEADER_USAGE)?;
    let mut headers = Vec::new();
    let mut errors = Errors::default();
    for argument in args::split(args::rest(&content)?) {
        headers.extend(errors.absorb(args::parse(argument, one)));
    }
    errors.into_result(headers)
}

fn one(input: ParseStream<'_>) -> syn::Result<HeaderAttr> {
    let span = input.span();
    let written = input
        .cursor()
        .token_tree()
        .map(|(token, _)| token.to_string());
    let name = if input.peek(LitStr) {
        let literal: LitStr = input.parse()?;
        spelled(&literal)?
    } else if input.peek(Ident::peek_any) {
        named(&input.call(Ident::parse_any)?)?
    } else {
        return Err(syn::Error::new(span, refusal::HEADER_USAGE));
    };
    if OF_THE_BODY.contains(&name.as_str()) {
        return Err(syn::Error::new(span, refusal::header_of_body(&name)));
    }
    if input.parse::<Option<Token![=]>>()?.is_none() || input.is_empty() {
        return Err(syn::Error::new(span, refusal::HEADER_USAGE));
    }
    let value = if input.peek(LitStr) {
        HeaderValue::Text(Template::new(&valid(input.parse()?)?))
    } else if is_expression(input) {
        let span = input.span();
        HeaderValue::Expression(Extra::unnamed(span, up_to_else(input)?))
    } else {
        let key = written.as_deref().unwrap_or(&name);
        return Err(input.error(message::expected_text(key, &in_quotes(input))));
    };
    let mut otherwise = None;
    if input.parse::<Option<Token![else]>>()?.is_some() {
        if !input.peek(LitStr) {
            return Err(syn::Error::new(span, refusal::HEADER_ELSE));
        }
        otherwise = Some(valid(input.parse()?)?);
    }
    args::end(input)?;
    Ok(HeaderAttr {
        name,
        value,
        otherwise,
    })
}

/// A text without control characters but the tab (RFC 9110 §5.5).
fn valid(text: LitStr) -> syn::Result<LitStr> {
    let refused = |letter: char| letter.is_control() && letter != '\t';
    if text.value().contains(refused) {
        return Err(syn::Error::new(text.span(), refusal::HEADER_VALUE));
    }
    Ok(text)
}

/// `.after`, or a call. Anything else was meant to stand in quotes.
fn is_expression(input: ParseStream<'_>) -> bool {
    let tokens: TokenStream = input.fork().parse().unwrap_or_default();
    input.peek(Token![.])
        || tokens
            .into_iter()
            .any(|token| matches!(token, TokenTree::Group(_)))
}

/// An expression. An `else` that belongs to it follows a closing brace.
fn up_to_else(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut expression = TokenStream::new();
    let mut in_braces = false;
    while !input.is_empty() && (in_braces || !input.peek(Token![else])) {
        in_braces = input.peek(syn::token::Brace);
        expression.extend([input.parse::<TokenTree>()?]);
    }
    Ok(expression)
}

/// The text for a value without quotes: `30` as `"30"`, `seconds` as `"{seconds}"`.
fn in_quotes(input: ParseStream<'_>) -> String {
    let ahead = input.fork();
    let text = if let Ok(number) = ahead.parse::<LitInt>() {
        number.base10_digits().to_owned()
    } else if let Ok(name) = ahead.parse::<Ident>() {
        format!("{{{}}}", name.unraw())
    } else {
        String::new()
    };
    if text.is_empty() || !ahead.is_empty() {
        "…".to_owned()
    } else {
        text
    }
}

/// `"x-request-id"`.
fn spelled(literal: &LitStr) -> syn::Result<String> {
    let name = literal.value();
    // RFC 9110 §5.6.2: the characters of a token.
    let token = |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(letter);
    if name.is_empty() || !name.chars().all(token) {
        return Err(syn::Error::new(literal.span(), refusal::header_name(&name)));
    }
    Ok(name.to_ascii_lowercase())
}

/// `RETRY_AFTER`. An unknown name is the user's own header, unless it looks like a typing error.
fn named(ident: &Ident) -> syn::Result<String> {
    let name = ident.unraw().to_string().to_uppercase();
    if !KNOWN.contains(&name.as_str())
        && let Some(similar) = names::nearest(&name, KNOWN.iter().copied(), str::to_owned)
        && !name.starts_with("X_")
    {
        return Err(syn::Error::new(
            ident.span(),
            refusal::unknown_header(&name, similar),
        ));
    }
    if !name.is_ascii() {
        return Err(syn::Error::new(ident.span(), refusal::header_name(&name)));
    }
    Ok(name.to_ascii_lowercase().replace('_', "-"))
}
