//! `instance = "/gateways/{id}"`: whatever a field holds, the response shows a URI reference (RFC 9457 §3.1.5).

use std::borrow::Cow;
use std::fmt;

use crate::text::shown;

/// The text, with everything percent-encoded that a URI cannot hold (RFC 3986 §2); `None` if it cannot be shown. Delimiters
/// stay what they are: a field may hold a path, or the whole URI.
pub fn uri(text: fmt::Arguments<'_>) -> Option<Cow<'static, str>> {
    let text = shown(text);
    (!text.is_empty()).then(|| Cow::Owned(encoded(&text)))
}

fn encoded(text: &str) -> String {
    let mut rest = text.as_bytes().iter();
    let mut out = String::with_capacity(text.len());
    while let Some(&byte) = rest.next() {
        let stays = match byte {
            b'%' => is_escape(rest.as_slice()),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte),
        };
        if stays {
            out.push(char::from(byte));
        } else {
            push_escape(&mut out, byte);
        }
    }
    out
}

fn push_escape(out: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push('%');
    for digit in [byte >> 4, byte & 15] {
        out.extend(DIGITS.get(usize::from(digit)).copied().map(char::from));
    }
}

/// Whether what follows a `%` makes it the escape of a byte.
fn is_escape(rest: &[u8]) -> bool {
    matches!(rest, [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}
