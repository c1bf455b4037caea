//! `except(407, BAD_GATEWAY)`: the documented errors that somebody else answers.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Token, parenthesized, token};

use crate::code::Code;
use crate::derive::key;
use crate::message;

/// The codes, each once.
pub(crate) fn parse(input: ParseStream<'_>) -> syn::Result<Vec<Code>> {
    if !input.peek(Ident::peek_any) {
        return Err(syn::Error::new(input.span(), message::EMPTY_EXCEPT));
    }
    let (key, _) = key(input, &["except"], &mut Vec::new())?;
    if !input.peek(token::Paren) {
        return Err(syn::Error::new(key.span(), message::EMPTY_EXCEPT));
    }
    let content;
    parenthesized!(content in input);
    let mut codes: Vec<Code> = Vec::new();
    while !content.is_empty() {
        let code = Code::parse(&content)?;
        if codes.iter().any(|other| other.number == code.number) {
            let text = message::excepted_twice(code.number);
            return Err(syn::Error::new(code.span, text));
        }
        codes.push(code);
        if content.parse::<Option<Token![,]>>()?.is_none() && !content.is_empty() {
            return Err(content.error(message::COMMA_BEFORE));
        }
    }
    if codes.is_empty() {
        return Err(syn::Error::new(key.span(), message::EMPTY_EXCEPT));
    }
    Ok(codes)
}
