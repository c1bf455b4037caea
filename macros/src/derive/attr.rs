//! Reads `#[api_error(…)]`: what holds for the whole type.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Lit, LitStr, Path, Token, Type};

use super::arguments::split;
use super::status_attr;
use crate::code::Code;
use crate::errors::Errors;
use crate::except;
use crate::message;
use crate::message::derive as refusal;
use crate::names;
use crate::table_ref::{TableRef, written};

pub(super) const KEYS: &[&str] = &["table", "body", "exhaustive", "crate", "skip", "rfc9110"];
const SKIPPABLE: &[&str] = &["Error", "Display", "From"];

/// A body, as an example.
const BODY: &str = "CodeMessage";

/// `#[api_error(…)]`, all of them together.
#[derive(Default)]
pub(crate) struct ItemAttr {
    /// Where the table would have to be named, if it is not.
    pub(crate) place: Option<Span>,
    pub(crate) table: Option<TableRef>,
    /// `table = …` stands somewhere, even with a wrong value.
    names_table: bool,
    /// A table that was named wrongly.
    pub(crate) mentioned: Option<TableRef>,
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
            let arguments = split(tokens);
            item.names_table |= arguments.iter().any(|argument| names_table(argument));
            for argument in arguments {
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
        if !self.names_table
            && let Some(table) = lone_path(input)
        {
            self.mentioned = TableRef::mentioned(input);
            return Err(input.error(refusal::table_without_key(&table)));
        }
        if let Some(key) = status_attr::key_of_variant(input) {
            return Err(input.error(refusal::key_of_variant(&key)));
        }
        let (key, name) = key(input, KEYS, seen)?;
        match name.as_str() {
            "table" => {
                let ahead = input.fork();
                let table = value(input, &key, "vpn", TableRef::parse);
                if table.is_err() && ahead.parse::<Token![=]>().is_ok() {
                    self.mentioned = TableRef::mentioned(&ahead);
                }
                self.table = Some(table?);
            }
            "body" => self.body = Some(value(input, &key, BODY, body)?),
            "crate" => {
                let example = "crate::reexports::statusbook";
                let ahead = input.fork();
                match value(input, &key, example, Path::parse_mod_style) {
                    Ok(path) => self.facade = Some(path),
                    Err(error) => {
                        // In quotes, as serde has it, is one mistake: the crate that is meant is clear.
                        self.facade = quoted(&ahead);
                        return Err(error);
                    }
                }
            }
            "exhaustive" => {
                self.exhaustive = Some(exhaustive(input, &key)?);
                return flag_end(input, &name);
            }
            "skip" => self.skip = skip(input, &key)?,
            _ => {
                self.demand_headers = true;
                return flag_end(input, &name);
            }
        }
        end(input)
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
        if content.peek(Token![,]) {
            return Err(content.error(refusal::NEEDLESS_COMMA));
        }
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
        return Err(syn::Error::new(key.span(), message::repeated_key(&name)));
    }
    seen.push(name.clone());
    Ok((key, name))
}

/// `table = …`
fn names_table(argument: &[TokenTree]) -> bool {
    matches!(argument, [TokenTree::Ident(key), TokenTree::Punct(_), ..] if key == "table")
}

/// `vpn` of `#[api_error(vpn)]`: neither a key nor like one.
fn lone_path(input: ParseStream<'_>) -> Option<String> {
    let ahead = input.fork();
    let path = ahead.call(Path::parse_mod_style).ok()?;
    let last = path.segments.last()?.ident.to_string();
    let key = path.segments.len() == 1
        && names::nearest(&last, KEYS.iter().copied(), str::to_owned).is_some();
    (ahead.is_empty() && !key).then(|| written(&path))
}

/// The path of `= "path"`.
fn quoted(input: ParseStream<'_>) -> Option<Path> {
    input.parse::<Token![=]>().ok()?;
    let text: LitStr = input.parse().ok()?;
    text.parse_with(Path::parse_mod_style).ok()
}

/// `= value` after a key.
pub(super) fn value<T>(
    input: ParseStream<'_>,
    key: &Ident,
    example: &str,
    read: fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let name = key.unraw().to_string();
    let refuse = |span| {
        Err(syn::Error::new(
            span,
            refusal::expected_value(&name, example),
        ))
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
        return refuse(key.span());
    }
    if let Ok(text) = input.fork().parse::<LitStr>() {
        return Err(input.error(refusal::quoted_value(&name, &text.value())));
    }
    if input.peek(Lit) {
        return refuse(input.span());
    }
    read(input)
}

/// A type; syn would list all that one begins with.
fn body(input: ParseStream<'_>) -> syn::Result<Type> {
    let refuse =
        |error: syn::Error| syn::Error::new(error.span(), refusal::expected_value("body", BODY));
    input.parse().map_err(refuse)
}

/// Nothing may follow.
pub(super) fn end(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() {
        Ok(())
    } else if input.peek(Ident::peek_any) || input.peek(Lit) {
        Err(input.error(message::COMMA_BEFORE))
    } else {
        Err(input.error(refusal::COMMA_OR_NOTHING))
    }
}

/// Nothing may follow, and a value least of all.
pub(super) fn flag_end(input: ParseStream<'_>, flag: &str) -> syn::Result<()> {
    if input.peek(Token![=]) {
        return Err(input.error(refusal::flag_with_value(flag)));
    }
    end(input)
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
        content.parse::<Option<Token![,]>>()?;
        if !content.is_empty() {
            return Err(content.error(message::AFTER_EXCEPT));
        }
    }
    Ok(Exhaustive { span, except })
}

fn skip(input: ParseStream<'_>, key: &Ident) -> syn::Result<Skip> {
    let refuse = || Err(syn::Error::new(key.span(), refusal::EMPTY_SKIP));
    if !input.peek(syn::token::Paren) {
        return refuse();
    }
    let content;
    syn::parenthesized!(content in input);
    if content.is_empty() {
        return refuse();
    }
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
            end(&content)?;
        }
    }
    Ok(skip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_in_quotes_is_one_mistake_and_known_all_the_same() {
        let mut errors = Errors::default();
        let attribute: Attribute =
            syn::parse_quote!(#[api_error(table = vpn, crate = "platform::statusbook")]);
        let item = ItemAttr::read(&[attribute], &mut errors);
        assert_eq!(errors.len(), 1);
        assert_eq!(item.facade().to_string(), "platform :: statusbook");
    }
}
