//! `except(407, BAD_GATEWAY)`: the documented errors that something else sends.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseBuffer, ParseStream};
use syn::{Ident, LitStr, Token};

use crate::args;
use crate::code::Code;
use crate::message;

/// The codes, each once.
pub(crate) fn parse(input: ParseStream<'_>) -> syn::Result<Vec<Code>> {
    let content = content(input)?;
    Code::list(&content, message::excepted_twice)
}

/// `except(407, "DNS.0001")`: the statuses, and the service error codes if these are checked, each once.
pub(crate) fn read(input: ParseStream<'_>, checked: bool) -> syn::Result<(Vec<Code>, Vec<LitStr>)> {
    let content = content(input)?;
    let (mut statuses, mut codes) = (Vec::<Code>::new(), Vec::<LitStr>::new());
    while !content.is_empty() {
        if checked && content.peek(LitStr) {
            let code: LitStr = content.parse()?;
            if codes.iter().any(|other| other.value() == code.value()) {
                return Err(syn::Error::new(
                    code.span(),
                    message::code_excepted_twice(&code.value()),
                ));
            }
            codes.push(code);
        } else {
            let text = content.fork().parse::<LitStr>();
            if text.is_ok_and(|text| message::quoted_code(&text.value()).is_none()) {
                return Err(content.error(message::CODES_BEFORE_EXCEPT));
            }
            let status = Code::parse(&content)?;
            status.once_in(&statuses, message::excepted_twice)?;
            statuses.push(status);
        }
        if content.parse::<Option<Token![,]>>()?.is_none() && !content.is_empty() {
            return Err(content.error(message::COMMA_BEFORE));
        }
    }
    Ok((statuses, codes))
}

fn content(input: ParseStream<'_>) -> syn::Result<ParseBuffer<'_>> {
    if !input.peek(Ident::peek_any) {
        return Err(syn::Error::new(input.span(), message::EMPTY_EXCEPT));
    }
    let (key, _) = args::key(input, &["except"], &mut Vec::new())?;
    args::group(input, &key, message::EMPTY_EXCEPT)
}
