//! A status code in the user's source: `404` or `NOT_FOUND`.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, LitStr, Token};

use crate::{message, names};

/// A number from 100 to 599, and where it was written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Code {
    pub(crate) number: u16,
    pub(crate) span: Span,
}

impl Parse for Code {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ahead = input.lookahead1();
        if ahead.peek(LitInt) {
            return number(&input.parse()?);
        }
        if ahead.peek(Ident::peek_any) {
            return name(input);
        }
        if let Ok(text) = input.fork().parse::<LitStr>() {
            let quoted = message::quoted_code(&text.value());
            return Err(input.error(quoted.as_deref().unwrap_or(message::EXPECTED_CODE)));
        }
        Err(input.error(message::EXPECTED_CODE))
    }
}

/// The number.
impl ToTokens for Code {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.number.to_tokens(tokens);
    }
}

impl Code {
    /// Parses codes between commas, each once. `twice` is the message for a repeated one.
    pub(crate) fn list(input: ParseStream<'_>, twice: fn(u16) -> String) -> syn::Result<Vec<Self>> {
        let mut codes: Vec<Code> = Vec::new();
        while !input.is_empty() {
            let code = Code::parse(input)?;
            code.once_in(&codes, twice)?;
            codes.push(code);
            if input.parse::<Option<Token![,]>>()?.is_none() && !input.is_empty() {
                return Err(input.error(message::COMMA_BEFORE));
            }
        }
        Ok(codes)
    }

    /// Refuses a code that `codes` has already.
    pub(crate) fn once_in(self, codes: &[Code], twice: fn(u16) -> String) -> syn::Result<()> {
        if codes.iter().any(|other| other.number == self.number) {
            return Err(syn::Error::new(self.span, twice(self.number)));
        }
        Ok(())
    }

    /// Returns the code that a number stands for, if it is a status code (RFC 9110 §15).
    pub(crate) fn of(number: u16, span: Span) -> Option<Self> {
        matches!(number, 100..=599).then_some(Code { number, span })
    }
}

fn number(literal: &LitInt) -> syn::Result<Code> {
    // `404u16` is a typed number, and `404x` is a typing error.
    let typed = matches!(literal.suffix().chars().next(), None | Some('u' | 'i'));
    let number = literal.base10_parse().ok().filter(|_| typed);
    number
        .and_then(|number| Code::of(number, literal.span()))
        .ok_or_else(|| {
            syn::Error::new(
                literal.span(),
                message::no_status_code(&literal.to_string()),
            )
        })
}

fn name(input: ParseStream<'_>) -> syn::Result<Code> {
    let name = input.call(Ident::parse_any)?;
    if input.peek(syn::Token![::]) {
        let mut last = name.clone();
        while input.parse::<Option<syn::Token![::]>>()?.is_some() {
            last = input.call(Ident::parse_any)?;
        }
        return Err(syn::Error::new(
            last.span(),
            message::code_without_path(&last.to_string()),
        ));
    }
    match names::code(&name.to_string()) {
        Some(number) => Ok(Code {
            number,
            span: name.span(),
        }),
        None => Err(syn::Error::new(
            name.span(),
            message::unknown_name(&name.to_string()),
        )),
    }
}
