//! `except(407, BAD_GATEWAY)`: the documented errors that somebody else answers.

use syn::Ident;
use syn::ext::IdentExt;
use syn::parse::ParseStream;

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
    Code::list(&content, message::excepted_twice)
}
