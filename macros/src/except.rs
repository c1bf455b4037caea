//! `except(407, BAD_GATEWAY)`: the documented errors that somebody else answers.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Token};

use crate::args;
use crate::code::Code;
use crate::message;

/// The codes, each once.
pub(crate) fn parse(input: ParseStream<'_>) -> syn::Result<Vec<Code>> {
    if !input.peek(Ident::peek_any) {
        return Err(syn::Error::new(input.span(), message::EMPTY_EXCEPT));
    }
    let (key, _) = args::key(input, &["except"], &mut Vec::new())?;
    let content = args::group(input, &key, message::EMPTY_EXCEPT)?;
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
    Ok(codes)
}
