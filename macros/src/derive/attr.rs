//! Reads `#[api_error(…)]`: what holds for the whole type.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitStr, Path, Token, Type};

use super::arguments::split;
use crate::code::Code;
use crate::errors::Errors;
use crate::except;
use crate::message;
use crate::message::derive as refusal;
use crate::table_ref::TableRef;

const KEYS: &[&str] = &["table", "body", "exhaustive", "crate", "skip", "rfc9110"];
const SKIPPABLE: &[&str] = &["Error", "Display", "From"];

/// `#[api_error(…)]`, all of them together.
#[derive(Default)]
pub(crate) struct ItemAttr {
    /// Where the table would have to be named, if it is not.
    pub(crate) place: Option<Span>,
    pub(crate) table: Option<TableRef>,
    pub(crate) body: Option<Type>,
    pub(crate) exhaustive: Option<Exhaustive>,
    pub(crate) facade: Option<Path>,
    pub(crate) skip: Skip,
    /// `rfc9110`: the headers that a status must have are demanded.
    pub(crate) demand_headers: bool,
    /// Something in it could not be read, and has been reported.
    pub(crate) broken: bool,
}

/// `exhaustive(except(407, 502))`.
pub(crate) struct Exhaustive {
    pub(crate) span: Span,
    pub(crate) except: Vec<Code>,
}

/// The impls that somebody else writes.
#[derive(Default, Clone, Copy)]
pub(crate) struct Skip {
    pub(crate) display: bool,
    pub(crate) error: bool,
    pub(crate) from: bool,
}

impl ItemAttr {
    pub(crate) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut item = ItemAttr::default();
        let mut seen = Vec::new();
        for attribute in attributes {
            if !attribute.path().is_ident("api_error") {
                continue;
            }
            item.place = Some(attribute.path().span());
            let Some(tokens) = contents(attribute, refusal::EMPTY_API_ERROR, errors) else {
                item.broken = true;
                continue;
            };
            for argument in split(tokens) {
                let read = |input: ParseStream<'_>| item.argument(input, &mut seen);
                if errors.absorb(parse(argument, read)).is_none() {
                    item.broken = true;
                }
            }
        }
        item
    }

    /// The path of `statusbook`.
    pub(crate) fn facade(&self) -> TokenStream {
        let given = self.facade.as_ref().map(ToTokens::to_token_stream);
        given.unwrap_or_else(|| quote!(::statusbook))
    }

    fn argument(&mut self, input: ParseStream<'_>, seen: &mut Vec<String>) -> syn::Result<()> {
        let (key, name) = key(input, KEYS, seen)?;
        match name.as_str() {
            "table" => {
                value(input, &key, "vpn")?;
                if input.peek(LitStr) {
                    return Err(input.error(refusal::QUOTED_TABLE));
                }
                self.table = Some(input.parse()?);
            }
            "body" => {
                value(input, &key, "CodeMessage")?;
                self.body = Some(input.parse()?);
            }
            "crate" => {
                value(input, &key, "crate::reexports::statusbook")?;
                self.facade = Some(input.call(Path::parse_mod_style)?);
            }
            "exhaustive" => self.exhaustive = Some(exhaustive(input, &key)?),
            "skip" => self.skip = skip(input, &key)?,
            _ => self.demand_headers = true,
        }
        end(input, &name)
    }
}

/// Parses an argument. What is missing at its end is missing after its last token, not at the derive.
pub(super) fn parse<T>(
    argument: Vec<TokenTree>,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let end = argument
        .last()
        .map_or_else(Span::call_site, TokenTree::span);
    let mut group = Group::new(Delimiter::Parenthesis, argument.into_iter().collect());
    group.set_span(end);
    let inside = |input: ParseStream<'_>| {
        let content;
        syn::parenthesized!(content in input);
        read(&content)
    };
    inside.parse2(TokenTree::Group(group).into())
}

/// The tokens of `#[name(…)]`.
pub(super) fn contents(
    attribute: &Attribute,
    usage: &'static str,
    errors: &mut Errors,
) -> Option<TokenStream> {
    let tokens = attribute
        .meta
        .require_list()
        .ok()
        .map(|list| list.tokens.clone());
    match tokens {
        Some(tokens) if !tokens.is_empty() => Some(tokens),
        _ => {
            errors.push(syn::Error::new(attribute.path().span(), usage));
            None
        }
    }
}

/// A known key that has not been given before.
pub(crate) fn key(
    input: ParseStream<'_>,
    known: &[&str],
    seen: &mut Vec<String>,
) -> syn::Result<(Ident, String)> {
    if !input.peek(Ident::peek_any) {
        let text = format!("expected {}", message::list(known));
        return Err(syn::Error::new(input.span(), text));
    }
    let key = input.call(Ident::parse_any)?;
    let name = key.unraw().to_string();
    if !known.contains(&name.as_str()) {
        return Err(syn::Error::new(
            key.span(),
            message::unknown_key(&name, known),
        ));
    }
    if seen.contains(&name) {
        return Err(syn::Error::new(key.span(), refusal::repeated_key(&name)));
    }
    seen.push(name.clone());
    Ok((key, name))
}

/// The `=` of `key = value`, with a value behind it.
pub(super) fn value(input: ParseStream<'_>, key: &Ident, example: &str) -> syn::Result<()> {
    let refuse = |span| {
        let text = refusal::expected_value(&key.unraw().to_string(), example);
        Err(syn::Error::new(span, text))
    };
    if input.is_empty() {
        return refuse(key.span());
    }
    if !input.peek(Token![=]) {
        let span = input.span();
        return refuse(span);
    }
    input.parse::<Token![=]>()?;
    if input.is_empty() {
        refuse(key.span())
    } else {
        Ok(())
    }
}

/// Nothing may follow.
pub(super) fn end(input: ParseStream<'_>, after: &str) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    let span = input.span();
    let value = input.peek(Token![=]);
    let text = if value {
        refusal::flag_with_value(after)
    } else {
        refusal::expected_comma(after)
    };
    Err(syn::Error::new(span, text))
}

/// What is left.
pub(super) fn rest(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    input.parse()
}

fn exhaustive(input: ParseStream<'_>, key: &Ident) -> syn::Result<Exhaustive> {
    let span = key.span();
    let mut except = Vec::new();
    if input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        except = except::parse(&content)?;
        end(&content, "except")?;
    }
    Ok(Exhaustive { span, except })
}

fn skip(input: ParseStream<'_>, key: &Ident) -> syn::Result<Skip> {
    if !input.peek(syn::token::Paren) {
        let text = format!("expected `skip(Error)`, {}", message::list(SKIPPABLE));
        return Err(syn::Error::new(key.span(), text));
    }
    let content;
    syn::parenthesized!(content in input);
    let mut skip = Skip::default();
    let mut seen = Vec::new();
    while !content.is_empty() {
        let (_, name) = self::key(&content, SKIPPABLE, &mut seen)?;
        match name.as_str() {
            // Whoever writes `Error` writes what belongs to it.
            "Error" => {
                skip = Skip {
                    display: true,
                    error: true,
                    from: true,
                };
            }
            "Display" => skip.display = true,
            _ => skip.from = true,
        }
        if content.parse::<Option<Token![,]>>()?.is_none() {
            end(&content, &name)?;
        }
    }
    Ok(skip)
}
