//! The forms of service error codes: `VPN.0001`, `InvalidParameter`, `111400002`.

use crate::text::{contains, contains_any, is_number};

/// Whether a text may be a service error code: a single word that is not an ordinary English word.
pub(crate) fn is_possible(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 120
        && !contains(text, char::is_whitespace)
        && text.is_ascii()
        && !is_status(text)
        && text.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a text certainly is one: a word and a number with a mark between them, or a long number.
pub(crate) fn is_sure(text: &str) -> bool {
    if !is_possible(text) {
        return false;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let joined = contains_any(text, "._-");
    let addressed = contains_any(text, "/:={([");
    !addressed
        && ((letters && digits >= 2 && text.len() >= 5 && (joined || digits >= 3))
            || (!letters && !joined && digits >= 5))
}

/// Whether a text is a word and a number separated by a dot: `VPN.0001`, `EndPoint.0001`.
pub(crate) fn is_prefixed(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(word, number)| {
        word.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
            && number.len() >= 2
            && is_number(number)
            && is_possible(text)
    })
}

fn is_status(text: &str) -> bool {
    text.len() == 3 && is_number(text) && matches!(text.as_bytes(), [b'1'..=b'5', ..])
}
