//! URI references, which have a small alphabet (RFC 3986 §2). `type = "…"` is one, and `instance = "/gateways/{id}"` gives one
//! for every value of the field (RFC 9457 §3.1.1, §3.1.5).

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
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((piece, after)) = next(rest) {
        out.push_str(piece.as_str());
        rest = after;
    }
    out
}

/// Whether a text can stand as it is.
pub(crate) const fn is_reference(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some((piece, after)) = next(rest) {
        if piece.length > 1 {
            return false;
        }
        rest = after;
    }
    true
}

/// A byte as a URI spells it: itself, or an escape.
pub(crate) struct Piece {
    bytes: [u8; 3],
    length: usize,
}

impl Piece {
    pub(crate) const fn as_str(&self) -> &str {
        let (bytes, _) = self.bytes.split_at(self.length);
        match str::from_utf8(bytes) {
            Ok(text) => text,
            // What stays is ASCII, and so is an escape.
            Err(_) => "",
        }
    }
}

/// The spelling of the first byte, and the bytes behind it.
pub(crate) const fn next(text: &[u8]) -> Option<(Piece, &[u8])> {
    let Some((byte, rest)) = text.split_first() else {
        return None;
    };
    let piece = if stays(*byte, rest) {
        Piece {
            bytes: [*byte, 0, 0],
            length: 1,
        }
    } else {
        Piece {
            bytes: [b'%', digit(*byte >> 4), digit(*byte & 15)],
            length: 3,
        }
    };
    Some((piece, rest))
}

/// Whether a URI can hold the byte, in front of `rest`: a `%` begins an escape.
const fn stays(byte: u8, rest: &[u8]) -> bool {
    match byte {
        b'%' => {
            matches!(rest, [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
        }
        // The unreserved marks, the general delimiters and the sub-delimiters of RFC 3986 §2.2 and §2.3.
        b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'[' | b']' | b'@' | b'!'
        | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' => true,
        _ => byte.is_ascii_alphanumeric(),
    }
}

const fn digit(value: u8) -> u8 {
    match value {
        0..=9 => b'0' + value,
        _ => b'A' + (value - 10),
    }
}

#[cfg(test)]
mod tests {
    use super::{encoded, is_reference};

    #[test]
    fn what_a_uri_can_hold_stays_as_it_is() {
        for uri in [
            "about:blank",
            "https://example.com/a/b?c=d&e=%20#f",
            "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "//[2001:db8::7]/~a/(b)*+,;='!$@",
        ] {
            assert_eq!(encoded(uri), uri);
            assert!(is_reference(uri), "{uri}");
        }
    }

    #[test]
    fn everything_else_is_spelt_in_percent() {
        for (text, spelling) in [
            ("/100%/5%2", "/100%25/5%252"),
            ("/a b\"<\u{e9}\n", "/a%20b%22%3C%C3%A9%0A"),
        ] {
            assert_eq!(encoded(text), spelling);
            assert!(!is_reference(text), "{text}");
        }
    }
}
