//! Refuses attributes that can be parsed and make no sense. rustc checks them against the table later.

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Data, GenericParam, Generics, LitStr};

use super::ast::{Item, Variant};
use super::attr::{ErrorCode, HeaderValue, Instance, StatusAttr};
use super::types;
use crate::errors::Errors;
use crate::message::derive as message;
use crate::set::Set;

/// The members of problem details (RFC 9457 §3.1). JSON parsers differ in how they read a second member of the same name.
const OF_PROBLEM: &[&str] = &["type", "title", "status", "detail", "instance"];

/// The members of a `CodeMessage`.
const OF_CODE_MESSAGE: &[&str] = &["code", "message"];

/// Attributes of fields, and the messages for them in other places.
const OF_FIELDS: &[(&str, &str)] = &[
    ("from", message::FROM_ELSEWHERE),
    ("source", message::SOURCE_ELSEWHERE),
    ("extension", message::EXTENSION_ELSEWHERE),
];
const OF_ITEM: (&str, &str) = ("api_error", message::API_ERROR_ELSEWHERE);
const OF_VARIANT: (&str, &str) = ("status", message::STATUS_ON_FIELD);

/// Refuses what is wrong with the item, and returns the indices of the variants whose response is invalid.
pub(super) fn item(item: &Item<'_>, errors: &mut Errors) -> Set<usize> {
    let attr = &item.attr;
    if attr.table.is_none() && !attr.broken {
        let place = attr.place.unwrap_or(item.ident.span());
        errors.push(syn::Error::new(place, message::NO_TABLE));
    }
    misplaced(&item.original.attrs, OF_FIELDS, errors);
    if let Data::Union(data) = &item.original.data {
        errors.push(syn::Error::new(data.union_token.span(), message::UNION));
    }
    for instance in &attr.instances {
        errors.absorb(parameters(item.generics, instance));
    }
    let mut refused = Set::default();
    let mut made = Set::default();
    for (index, variant) in item.variants.iter().enumerate() {
        misplaced(variant.attributes, &[OF_ITEM], errors);
        misplaced(variant.attributes, OF_FIELDS, errors);
        for field in &variant.fields {
            misplaced(&field.original.attrs, &[OF_VARIANT, OF_ITEM], errors);
        }
        extensions(item, variant, errors);
        let before = errors.len();
        response(item, variant, errors);
        if errors.len() > before {
            refused.insert(index);
        }
        let before = errors.len();
        sources(variant, errors);
        if errors.len() == before
            && !item.skip().from
            && let Some((ty, span)) = from(variant)
            && !made.insert(ty.clone())
        {
            let same = |other: &&Variant<'_>| from(other).is_some_and(|(other, _)| other == ty);
            let first = item.variants.iter().find(same).unwrap_or(variant);
            errors.push(syn::Error::new(span, message::same_from(&first.name())));
        }
    }
    refused
}

/// `with(…)` must have each parameter without a default.
fn parameters(generics: &Generics, instance: &Instance) -> syn::Result<()> {
    let parameters = || {
        let all = generics.params.iter();
        all.filter_map(|parameter| match parameter {
            GenericParam::Type(of) => Some((&of.ident, of.default.is_some())),
            GenericParam::Const(of) => Some((&of.ident, of.default.is_some())),
            GenericParam::Lifetime(_) => None,
        })
    };
    let names: Vec<_> = parameters().map(|(name, _)| name.to_string()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    if names.is_empty() {
        let span = instance.key.span();
        return Err(syn::Error::new(span, message::WITH_WITHOUT_PARAMETERS));
    }
    for (name, _) in &instance.arguments {
        if !parameters().any(|(known, _)| known == name) {
            let text = message::unknown_parameter(&name.to_string(), &names);
            return Err(syn::Error::new(name.span(), text));
        }
    }
    for (name, has_default) in parameters() {
        if !has_default && !instance.arguments.iter().any(|(given, _)| given == name) {
            let text = message::missing_parameter(&name.to_string());
            return Err(syn::Error::new(instance.key.span(), text));
        }
    }
    Ok(())
}

/// Checks `#[status(…)]` together with the fields of the variant.
fn response(item: &Item<'_>, variant: &Variant<'_>, errors: &mut Errors) {
    let Some(status) = item.status_of(variant) else {
        let kind = if item.is_enum { "variant " } else { "" };
        let name = format!("{kind}`{}`", variant.name());
        let text = if item.is_beside_thiserror {
            message::missing_status_beside_thiserror(&name)
        } else {
            message::missing_status(&name)
        };
        errors.push(syn::Error::new(variant.ident.span(), text));
        return;
    };
    let mut refuse = |span, text: &str| errors.push(syn::Error::new(span, text));
    let text = status.message.as_ref().map(|text| text.span);
    let function = status.function.as_ref().map(Spanned::span);
    if let (Some(_), Some(function)) = (text, function) {
        refuse(function, message::MESSAGE_AND_FUNCTION);
    }
    if let Some(message) = text.or(function)
        && item.skip().display
    {
        refuse(message, message::MESSAGE_ELSEWHERE);
    }
    if let Some(span) = status.transparent {
        transparent(status, span, variant, &mut refuse);
    }
    several(status, &mut refuse);
    texts(status, &mut refuse);
    if let Some(public) = status.public {
        if status.detail.is_some() {
            refuse(public, message::PUBLIC_AND_DETAIL);
        } else if status.code.is_some_and(|code| code.number < 500) {
            refuse(public, message::PUBLIC_CLIENT_ERROR);
        }
    }
    errors.absorb(problem_type(status.problem_type.as_ref()));
}

fn transparent(
    status: &StatusAttr,
    span: Span,
    variant: &Variant<'_>,
    refuse: &mut dyn FnMut(Span, &str),
) {
    let fields = variant.fields.iter();
    let count = fields.filter(|field| !field.is_captured()).count();
    if count != 1 {
        refuse(span, &message::transparent_fields(count));
    }
    if status.code.is_some() || status.any.is_some() {
        if let Some(text) = &status.message {
            refuse(text.span, message::TRANSPARENT_WITH_MESSAGE);
        }
        return;
    }
    if status.broken {
        return;
    }
    if let Some(inner) = variant.fields.get(variant.inner())
        && types::is_error_object(inner.ty)
    {
        refuse(inner.ty.span(), message::TRANSPARENT_OBJECT);
    }
}

/// Checks `any(…)`, and the excuses for one or several statuses.
fn several(status: &StatusAttr, refuse: &mut dyn FnMut(Span, &str)) {
    match (&status.any, &status.by) {
        (Some(any), None) if !status.broken => refuse(any.span, message::ANY_WITHOUT_BY),
        (None, Some(by)) if !status.broken => refuse(by.span, message::BY_WITHOUT_ANY),
        _ => {}
    }
    if let (None, Some(span)) = (status.code, status.undocumented) {
        refuse(span, message::UNDOCUMENTED_OF_SEVERAL);
    }
    for code in &status.excused {
        let listed = status.any.as_ref().map(|any| &any.codes);
        if status.code.is_some() {
            refuse(code.span, message::EXCUSED_OF_ONE);
        } else if listed.is_some_and(|codes| codes.iter().all(|one| one.number != code.number)) {
            refuse(code.span, &message::excused_outside(code.number));
        }
    }
}

/// Refuses texts with a misleading placeholder.
fn texts(status: &StatusAttr, refuse: &mut dyn FnMut(Span, &str)) {
    if let Some(ErrorCode::Text(code)) = &status.error_code
        && let Some((_, rest)) = code.value().split_once('{')
    {
        let field = rest.split(['}', ':']).next().unwrap_or_default();
        refuse(code.span(), &message::code_with_placeholder(field));
    }
    for header in &status.headers {
        if let HeaderValue::Text(text) = &header.value
            && text.shows_debug()
        {
            refuse(text.span, message::HEADER_DEBUG);
        }
    }
}

/// `type` is the same for every value.
fn problem_type(written: Option<&LitStr>) -> syn::Result<()> {
    let Some(written) = written else {
        return Ok(());
    };
    if written.value().contains(['{', '}']) {
        return Err(syn::Error::new(written.span(), message::TYPE_WITH_FIELD));
    }
    Ok(())
}

/// Fields marked `#[extension]` that the body has no place for (RFC 9457 §3.2). What a body of the user's own has is
/// theirs to know.
fn extensions(item: &Item<'_>, variant: &Variant<'_>, errors: &mut Errors) {
    let status = item.status_of(variant);
    let body = status.and_then(|status| status.body.as_ref());
    let body = body.or(item.attr.body.as_ref()).and_then(types::name);
    let has_code = status.is_some_and(|status| status.error_code.is_some());
    let taken = |name: &str| match body.as_deref() {
        None | Some("Problem") => OF_PROBLEM.contains(&name) || (has_code && name == "code"),
        Some("CodeMessage") => OF_CODE_MESSAGE.contains(&name),
        Some(_) => false,
    };
    let mut names = Set::default();
    for extension in variant
        .fields
        .iter()
        .filter_map(|field| field.extension.as_ref())
    {
        let name = &extension.name;
        let text = if name.is_empty() {
            message::EXTENSION_USAGE.to_owned()
        } else if taken(name) {
            message::extension_taken(name)
        } else if !names.insert(name.clone()) {
            message::extension_twice(name)
        } else {
            continue;
        };
        errors.push(syn::Error::new(extension.named, text));
    }
}

/// Refuses an attribute of the derive in a place without effect.
fn misplaced(attributes: &[Attribute], known: &[(&str, &str)], errors: &mut Errors) {
    for (name, text) in known {
        let found = attributes.iter().map(Attribute::path);
        for path in found.filter(|path| path.is_ident(name)) {
            errors.push(syn::Error::new(path.span(), *text));
        }
    }
}

/// The type that a variant is converted from, and the place of `#[from]`.
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
        .find(|field| field.from.is_none() && !field.is_captured());
    if let Some(other) = other {
        errors.push(syn::Error::new(
            span,
            message::from_with_others(&other.name),
        ));
    }
}
