//! `type` and `instance` are URI references (RFC 9457 §3.1.1, §3.1.5), and those have a small alphabet (RFC 3986 §2).

use std::fmt::Write;

use proc_macro2::Span;

use crate::message::derive as message;

/// Refuses a text that is no URI reference, with its spelling as one.
pub(super) fn check(key: &str, text: &str, span: Span) -> syn::Result<()> {
    let spelling = encoded(text);
    if spelling == text {
        Ok(())
    } else {
        let text = message::not_a_uri(key, text, &spelling);
        Err(syn::Error::new(span, text))
    }
}

/// Percent-encodes what a URI cannot hold. `statusbook` does the same with the values of fields, at run time.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        let stays = match byte {
            b'%' => is_escape(rest.as_slice()),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte),
        };
        if stays {
            out.push(char::from(byte));
        } else {
            // A `String` takes everything.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Whether what follows a `%` makes it the escape of a byte.
fn is_escape(rest: &[u8]) -> bool {
    matches!(rest, [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn what_a_uri_can_hold_stays_as_it_is() {
        for uri in [
            "about:blank",
            "https://example.com/a/b?c=d&e=%20#f",
            "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "//[2001:db8::7]/~a/(b)*+,;='!$@",
        ] {
            assert_eq!(encoded(uri), uri);
        }
    }

    #[test]
    fn everything_else_is_spelt_in_percent() {
        assert_eq!(encoded("/100%/5%2"), "/100%25/5%252");
        assert_eq!(encoded("/a b\"<\u{e9}\n"), "/a%20b%22%3C%C3%A9%0A");
    }
}
