//! Parses `#[api_error(…)]`, the options of the whole type.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, GenericArgument, Ident, LitStr, Path, Token, Type};

use super::keys::{OF_ITEM, foreign_to_item};
use crate::args::{self, end, flag_end, value};
use crate::code::Code;
use crate::errors::Errors;
use crate::except;
use crate::message;
use crate::message::derive as refusal;
use crate::names;
use crate::table_ref::{self, TableRef, written};

const SKIPPABLE: &[&str] = &["Error", "Display", "From", "IntoResponse"];

/// A body, as an example.
pub(super) const BODY: &str = "CodeMessage";

/// All `#[api_error(…)]` attributes together.
#[derive(Default)]
pub(crate) struct ItemAttr {
    /// The place where the table is missing.
    pub(crate) place: Option<Span>,
    pub(crate) table: Option<TableRef>,
    /// Whether `table = …` is given, even with a wrong value.
    names_table: bool,
    /// A table with a wrong name.
    pub(crate) mentioned: Option<TableRef>,
    /// The table for an editor.
    pub(crate) offered: TokenStream,
    pub(crate) body: Option<Type>,
    pub(crate) exhaustive: Option<Exhaustive>,
    facade: Option<Path>,
    pub(crate) skip: Skip,
    /// `rfc9110`: checks the header fields that a status must have.
    pub(crate) demand_headers: bool,
    /// `with(E = Timeout)`: the listed instances of a generic type are checked.
    pub(crate) instances: Vec<Instance>,
    /// Whether a part of it could not be parsed, which is reported.
    pub(crate) broken: bool,
}

/// `exhaustive(codes, except(407, "DNS.0001"))`.
pub(crate) struct Exhaustive {
    pub(crate) span: Span,
    /// `codes`: the service error codes too.
    pub(crate) codes: Option<Span>,
    pub(crate) except: Vec<Code>,
    pub(crate) except_codes: Vec<LitStr>,
}

/// `with(E = Timeout)`: an argument for each parameter of the type.
pub(crate) struct Instance {
    pub(crate) key: Ident,
    pub(crate) arguments: Vec<(Ident, GenericArgument)>,
}

/// The impls that the derive leaves to others.
#[derive(Default, Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each impl is skipped or not, whatever the others are"
)]
pub(crate) struct Skip {
    pub(crate) display: bool,
    pub(crate) error: bool,
    pub(crate) from: bool,
    /// The response traits, of every framework.
    pub(crate) responses: bool,
}

impl Skip {
    /// A hand-written `Error` comes with `Display` and `From`.
    pub(crate) fn with_error(self) -> Self {
        Skip {
            display: true,
            error: true,
            from: true,
            ..self
        }
    }
}

impl ItemAttr {
    /// Reads every `#[api_error(…)]` among `attributes`. What is wrong goes to `errors`.
    pub(crate) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut item = ItemAttr::default();
        let mut seen = Vec::new();
        for attribute in attributes {
            if !attribute.path().is_ident("api_error") {
                continue;
            }
            item.place = Some(attribute.path().span());
            let contents = args::contents(attribute, refusal::EMPTY_API_ERROR);
            let Some(tokens) = errors.absorb(contents) else {
                item.broken = true;
                continue;
            };
            let arguments = args::split(tokens);
            item.names_table |= arguments.iter().any(|argument| names_table(argument));
            for argument in arguments {
                let read = |input: ParseStream<'_>| item.argument(input, &mut seen);
                if errors.absorb(args::parse(argument, read)).is_none() {
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
        if let Some(text) = args::word(input).as_ref().and_then(foreign_to_item) {
            return Err(input.error(text));
        }
        // Several instances are several checks.
        seen.retain(|other| other != "with");
        let (key, name) = args::key(input, OF_ITEM, seen)?;
        match name.as_str() {
            "table" => {
                let ahead = input.fork();
                let table = value(input, &key, "vpn", TableRef::parse);
                if ahead.parse::<Token![=]>().is_ok() {
                    self.offered = table_ref::offered(&ahead);
                    if table.is_err() {
                        self.mentioned = TableRef::mentioned(&ahead);
                    }
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
                        // A path in quotes, as in serde, is one mistake, because the path is clear.
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
            "with" => self.instances.push(Instance::read(input, key)?),
            _ => {
                self.demand_headers = true;
                return flag_end(input, &name);
            }
        }
        end(input)
    }
}

/// `table = …`
fn names_table(argument: &[TokenTree]) -> bool {
    matches!(argument, [TokenTree::Ident(key), TokenTree::Punct(_), ..] if key == "table")
}

/// `vpn` in `#[api_error(vpn)]`, which is not similar to a key.
fn lone_path(input: ParseStream<'_>) -> Option<String> {
    let ahead = input.fork();
    let path = ahead.call(Path::parse_mod_style).ok()?;
    let last = path.segments.last()?.ident.to_string();
    let key = path.segments.len() == 1
        && names::nearest(&last, OF_ITEM.iter().copied(), str::to_owned).is_some();
    (ahead.is_empty() && !key).then(|| written(&path))
}

/// The path of `= "path"`.
fn quoted(input: ParseStream<'_>) -> Option<Path> {
    input.parse::<Token![=]>().ok()?;
    let text: LitStr = input.parse().ok()?;
    text.parse_with(Path::parse_mod_style).ok()
}

/// A type. The message of syn would list every token that can begin one.
pub(super) fn body(input: ParseStream<'_>) -> syn::Result<Type> {
    let refuse =
        |error: syn::Error| syn::Error::new(error.span(), message::expected_value("body", BODY));
    input.parse().map_err(refuse)
}

fn exhaustive(input: ParseStream<'_>, key: &Ident) -> syn::Result<Exhaustive> {
    let span = key.span();
    let (mut codes, mut except, mut except_codes) = (None, Vec::new(), Vec::new());
    if input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        if let Some(word) = args::word(&content).filter(|word| word == "codes") {
            content.call(Ident::parse_any)?;
            codes = Some(word.span());
            if content.parse::<Option<Token![,]>>()?.is_none() {
                end(&content)?;
            }
        }
        if codes.is_none() || !content.is_empty() {
            (except, except_codes) = except::read(&content, codes.is_some())?;
        }
        content.parse::<Option<Token![,]>>()?;
        if !content.is_empty() {
            return Err(content.error(message::AFTER_EXCEPT));
        }
    }
    Ok(Exhaustive {
        span,
        codes,
        except,
        except_codes,
    })
}

fn skip(input: ParseStream<'_>, key: &Ident) -> syn::Result<Skip> {
    let content = args::group(input, key, refusal::EMPTY_SKIP)?;
    let mut skip = Skip::default();
    let mut seen = Vec::new();
    while !content.is_empty() {
        let (_, name) = args::key(&content, SKIPPABLE, &mut seen)?;
        match name.as_str() {
            "Error" => skip = skip.with_error(),
            "Display" => skip.display = true,
            "IntoResponse" => skip.responses = true,
            _ => skip.from = true,
        }
        if content.parse::<Option<Token![,]>>()?.is_none() {
            end(&content)?;
        }
    }
    Ok(skip)
}

impl Instance {
    fn read(input: ParseStream<'_>, key: Ident) -> syn::Result<Self> {
        let content = args::group(input, &key, refusal::WITH_USAGE)?;
        let mut arguments: Vec<(Ident, GenericArgument)> = Vec::new();
        while !content.is_empty() {
            let parameter = content.call(Ident::parse_any)?;
            if arguments.iter().any(|(other, _)| *other == parameter) {
                let text = message::repeated_key(&parameter.to_string());
                return Err(syn::Error::new(parameter.span(), text));
            }
            if content.parse::<Option<Token![=]>>()?.is_none() || content.is_empty() {
                return Err(syn::Error::new(parameter.span(), refusal::WITH_USAGE));
            }
            arguments.push((parameter, content.parse()?));
            if content.parse::<Option<Token![,]>>()?.is_none() {
                end(&content)?;
            }
        }
        Ok(Instance { key, arguments })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_in_quotes_is_one_mistake_and_known_nevertheless() {
        let mut errors = Errors::default();
        let attribute: Attribute =
            syn::parse_quote!(#[api_error(table = vpn, crate = "platform::statusbook")]);
        let item = ItemAttr::read(&[attribute], &mut errors);
        assert_eq!(errors.len(), 1);
        assert_eq!(item.facade().to_string(), "platform :: statusbook");
    }
}
