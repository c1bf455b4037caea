//! Refuses what can be read but cannot be meant. What the table has to say is checked by rustc, later.

use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;

use super::ast::{Answer, Field, Item, Variant};
use super::status_attr::StatusAttr;
use crate::errors::Errors;
use crate::message::derive as message;
use crate::set::Set;

/// Headers without which RFC 9110 does not allow a status: code, field, section.
const DEMANDED: &[(u16, &str, &str)] = &[
    (401, "WWW_AUTHENTICATE", "15.5.2"),
    (405, "ALLOW", "15.5.6"),
    (407, "PROXY_AUTHENTICATE", "15.5.8"),
    (426, "UPGRADE", "15.5.22"),
];

/// What `#[status(…)]` says, together with the fields of its variant.
pub(super) fn status(
    status: &StatusAttr,
    fields: &[Field<'_>],
    elsewhere: bool,
    errors: &mut Errors,
) {
    let mut refuse = |span, text: String| errors.push(syn::Error::new(span, text));
    if let Some(code) = status.code {
        match code.number {
            200..=299 => refuse(code.span, message::success(code.number)),
            100..=199 => refuse(code.span, message::informational(code.number)),
            _ => {}
        }
    }
    let text = status.message.as_ref().map(|text| text.span);
    let function = status.function.as_ref().map(syn::spanned::Spanned::span);
    if let (Some(_), Some(function)) = (text, function) {
        refuse(function, message::MESSAGE_AND_FUNCTION.to_owned());
    }
    if let Some(message) = text.or(function)
        && elsewhere
    {
        refuse(message, message::MESSAGE_ELSEWHERE.to_owned());
    }
    if let Some(span) = status.transparent {
        transparent(status, span, fields, &mut refuse);
    }
    if let Some(public) = status.public {
        if status.detail.is_some() {
            refuse(public, message::PUBLIC_AND_DETAIL.to_owned());
        } else if status.code.is_some_and(|code| code.number < 500) {
            refuse(public, message::PUBLIC_CLIENT_ERROR.to_owned());
        }
    }
}

fn transparent(
    status: &StatusAttr,
    span: Span,
    fields: &[Field<'_>],
    refuse: &mut dyn FnMut(Span, String),
) {
    let count = fields.iter().filter(|field| !field.is_backtrace()).count();
    if count != 1 {
        refuse(span, message::transparent_fields(count));
    }
    if let Some(text) = &status.message {
        refuse(text.span, message::TRANSPARENT_WITH_MESSAGE.to_owned());
    }
    if status.code.is_some() || status.broken {
        return;
    }
    let ignored = [
        status.error_code.as_ref().map(syn::LitStr::span),
        status.problem_type.as_ref().map(syn::LitStr::span),
        status.detail.as_ref().map(|text| text.span),
        status.instance.as_ref().map(|text| text.span),
        status.headers.first().map(|header| header.value.span),
        status.undocumented,
        status.public,
        status.function.as_ref().map(syn::spanned::Spanned::span),
    ];
    for span in ignored.into_iter().flatten() {
        refuse(span, message::TRANSPARENT_TAKES_NOTHING.to_owned());
    }
}

/// What the variants say together.
pub(super) fn item(item: &Item<'_>, errors: &mut Errors) {
    let mut made = Set::default();
    for variant in &item.variants {
        let before = errors.len();
        sources(variant, errors);
        if let Some((ty, span)) = from(variant)
            && errors.len() == before
            && !made.insert(ty.clone())
            && !item.skip.from
        {
            let same = |other: &&Variant<'_>| from(other).is_some_and(|(other, _)| other == ty);
            let first = item.variants.iter().find(same).unwrap_or(variant);
            let first = first.ident.unraw().to_string();
            errors.push(syn::Error::new(span, message::same_from(&first)));
        }
        if item.attr.demand_headers {
            headers(variant, errors);
        }
    }
}

/// The type that a variant is made from, and where that is said.
fn from(variant: &Variant<'_>) -> Option<(String, Span)> {
    let field = variant.fields.get(variant.from()?)?;
    Some((field.ty.to_token_stream().to_string(), field.from?))
}

fn sources(variant: &Variant<'_>, errors: &mut Errors) {
    let from = variant.fields.iter().filter_map(|field| field.from);
    for second in from.skip(1) {
        errors.push(syn::Error::new(second, message::SECOND_FROM));
    }
    let source = variant
        .fields
        .iter()
        .filter(|field| field.from.is_none())
        .filter_map(|field| field.source);
    let first = usize::from(variant.from().is_none());
    for second in source.skip(first) {
        errors.push(syn::Error::new(second, message::SECOND_SOURCE));
    }
    let Some(span) = variant.fields.iter().find_map(|field| field.from) else {
        return;
    };
    let other = variant
        .fields
        .iter()
        .find(|field| field.from.is_none() && !field.is_backtrace());
    if let Some(other) = other {
        errors.push(syn::Error::new(
            span,
            message::from_with_others(&other.name),
        ));
    }
}

fn headers(variant: &Variant<'_>, errors: &mut Errors) {
    let Some(Answer::Own(own)) = &variant.answer else {
        return;
    };
    let code = own.declared.code;
    for (demanding, header, section) in DEMANDED {
        let sent = header.to_lowercase().replace('_', "-");
        if code.number == *demanding && !own.headers.iter().any(|(name, _)| *name == sent) {
            let text = message::missing_header(code.number, header, section);
            errors.push(syn::Error::new(code.span, text));
        }
    }
}
