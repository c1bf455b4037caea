//! Parses `#[handles(TABLE, …)]`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Ident, Lit, LitStr, Path, Token, Type, token};

use super::message as refusal;
use crate::code::Code;
use crate::errors::Errors;
use crate::framework::Framework;
use crate::table_ref::{self, TableUnion};
use crate::{args, except, message};

const KEYS: &[&str] = &[
    "exhaustive",
    "faults",
    "state",
    "never",
    "with",
    "declares",
    "framework",
    "crate",
];

/// The arguments of the attribute.
#[derive(Default)]
pub(super) struct Options {
    pub(super) table: Option<TableUnion>,
    /// The table for an editor.
    pub(super) offered: TokenStream,
    pub(super) exhaustive: Option<Exhaustive>,
    pub(super) faults: bool,
    pub(super) state: Option<Type>,
    /// `never(413 = "the limit is off")`.
    pub(super) never: Vec<Code>,
    /// `with(R = PgRepo)`.
    pub(super) with: Vec<(Ident, TokenStream)>,
    pub(super) declares: Option<Vec<Code>>,
    /// `framework = rocket`, if several are enabled and no extractor shows which.
    pub(super) framework: Option<Framework>,
    facade: Option<Path>,
}

/// `exhaustive(except(407))`.
pub(super) struct Exhaustive {
    pub(super) span: Span,
    pub(super) except: Vec<Code>,
}

impl Options {
    pub(super) fn read(arguments: TokenStream, errors: &mut Errors) -> Self {
        let mut options = Options::default();
        let read = |input: ParseStream<'_>| {
            options.arguments(input, errors);
            Ok(())
        };
        let result = read.parse2(arguments);
        errors.absorb(result);
        options
    }

    /// The path of `statusbook`.
    pub(super) fn facade(&self) -> TokenStream {
        let given = self.facade.as_ref().map(ToTokens::to_token_stream);
        given.unwrap_or_else(|| quote::quote!(::statusbook))
    }

    fn arguments(&mut self, input: ParseStream<'_>, errors: &mut Errors) {
        self.offered = table_ref::offered(input);
        if input.is_empty() {
            errors.push(syn::Error::new(Span::call_site(), refusal::NO_TABLE));
            return;
        }
        let mut seen: Vec<String> = Vec::new();
        // `exhaustive` at the place of the table means that the table is missing.
        let key = input
            .fork()
            .call(Ident::parse_any)
            .map(|key| key.to_string());
        if key.is_ok_and(|key| KEYS.contains(&key.as_str()) && key != "crate") {
            errors.push(input.error(refusal::NO_TABLE));
        } else {
            self.table = errors.absorb(input.parse());
            Self::comma(input, errors);
        }
        while !input.is_empty() {
            let result = self.argument(input, &mut seen);
            errors.absorb(result);
            Self::comma(input, errors);
        }
    }

    /// Parses the comma after an argument. After a mistake, it skips everything before the comma.
    fn comma(input: ParseStream<'_>, errors: &mut Errors) {
        let good = errors.is_empty();
        if !input.is_empty() && !input.peek(Token![,]) && good {
            errors.push(input.error(message::COMMA_BEFORE));
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            let skipped: syn::Result<TokenTree> = input.parse();
            if skipped.is_err() {
                return;
            }
        }
        let comma: syn::Result<Option<Token![,]>> = input.parse();
        errors.absorb(comma);
    }

    fn argument(&mut self, input: ParseStream<'_>, seen: &mut Vec<String>) -> syn::Result<()> {
        let (key, name) = args::key(input, KEYS, seen)?;
        match name.as_str() {
            "exhaustive" => {
                let mut except = Vec::new();
                if input.peek(token::Paren) {
                    let content = args::group(input, &key, message::EMPTY_EXCEPT)?;
                    except = except::parse(&content)?;
                    content.parse::<Option<Token![,]>>()?;
                    if !content.is_empty() {
                        return Err(content.error(message::AFTER_EXCEPT));
                    }
                }
                let span = key.span();
                self.exhaustive = Some(Exhaustive { span, except });
            }
            "faults" => self.faults = true,
            "state" => self.state = Some(args::value(input, &key, "AppState", Type::parse)?),
            "never" => self.never = never(input, &key)?,
            "with" => self.with = with(input, &key)?,
            "declares" => {
                let content = args::group(input, &key, refusal::EMPTY_DECLARES)?;
                self.declares = Some(codes(&content, &key, refusal::EMPTY_DECLARES)?);
            }
            "framework" => {
                self.framework = Some(args::value(input, &key, "axum", Framework::parse)?);
            }
            _ => {
                let example = "crate::reexports::statusbook";
                self.facade = Some(args::value(input, &key, example, Path::parse_mod_style)?);
            }
        }
        Ok(())
    }
}

/// The codes of `declares(413, 422)`, each once.
pub(super) fn codes(
    input: ParseStream<'_>,
    key: &Ident,
    usage: &'static str,
) -> syn::Result<Vec<Code>> {
    let codes = Code::list(input, message::listed_twice)?;
    if codes.is_empty() {
        return Err(syn::Error::new(key.span(), usage));
    }
    Ok(codes)
}

/// `never(413 = "the limit is off")`.
fn never(input: ParseStream<'_>, key: &Ident) -> syn::Result<Vec<Code>> {
    let content = args::group(input, key, refusal::EMPTY_NEVER)?;
    let mut codes: Vec<Code> = Vec::new();
    while !content.is_empty() {
        let code: Code = content.parse()?;
        code.once_in(&codes, message::listed_twice)?;
        let reason = content.parse::<Token![=]>().and_then(|_| content.parse());
        if !reason.is_ok_and(|reason: LitStr| !reason.value().trim().is_empty()) {
            let text = refusal::never_without_reason(code.number);
            return Err(syn::Error::new(code.span, text));
        }
        codes.push(code);
        if content.parse::<Option<Token![,]>>()?.is_none() && !content.is_empty() {
            return Err(content.error(message::COMMA_BEFORE));
        }
    }
    if codes.is_empty() {
        return Err(syn::Error::new(key.span(), refusal::EMPTY_NEVER));
    }
    Ok(codes)
}

/// `with(R = PgRepo, N = 4)`.
fn with(input: ParseStream<'_>, key: &Ident) -> syn::Result<Vec<(Ident, TokenStream)>> {
    let content = args::group(input, key, refusal::EMPTY_WITH)?;
    let mut all = Vec::new();
    while !content.is_empty() {
        let name = content.call(Ident::parse_any)?;
        let example = "PgRepo";
        let instance = if content.peek(Token![=]) && content.peek2(Lit) {
            content.parse::<Token![=]>()?;
            content.parse::<Lit>()?.into_token_stream()
        } else {
            args::value(&content, &name, example, Type::parse)?.into_token_stream()
        };
        all.push((name, instance));
        if content.parse::<Option<Token![,]>>()?.is_none() && !content.is_empty() {
            return Err(content.error(message::COMMA_BEFORE));
        }
    }
    if all.is_empty() {
        return Err(syn::Error::new(key.span(), refusal::EMPTY_WITH));
    }
    Ok(all)
}
