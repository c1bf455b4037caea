//! Makes a header of a text only if the text is a valid value.

use std::fmt::{self, Write as _};

use bytes::Bytes;
use http::header::{HeaderMap, HeaderName, HeaderValue};

use super::log;
use crate::registry::DEMANDED;

/// Adds a header field with the formatted `value`. Called by the derive.
///
/// A value with anything but visible ASCII, spaces and tabs (RFC 9110 §5.5) is not sent, and is logged: a line break
/// in it would begin a header that somebody else chose. A name may be added several times, such as
/// `WWW-Authenticate`.
///
/// If RFC 9110 requires the field for the status, it is sent nevertheless, with a `?` for each invalid character.
pub fn insert_header(map: &mut HeaderMap, name: HeaderName, value: fmt::Arguments<'_>) {
    insert_header_or(map, name, Some(value), None);
}

/// Adds a header field whose value may be absent, with a default: `header(NAME = … else "…")`.
pub fn insert_header_or(
    map: &mut HeaderMap,
    name: HeaderName,
    value: Option<fmt::Arguments<'_>>,
    otherwise: Option<&'static str>,
) {
    let absent = value.is_none();
    let valid = value.and_then(header_value);
    let otherwise = || otherwise.and_then(|text| HeaderValue::from_str(text).ok());
    let demanded = || {
        let text = value.filter(|_| {
            DEMANDED
                .iter()
                .any(|(_, demanded, _)| *demanded == name.as_str())
        })?;
        Some(without_invalid(text))
    };
    let Some(value) = valid.or_else(otherwise).or_else(demanded) else {
        if !absent {
            log::header_left_out(&name);
        }
        return;
    };
    // Refused if the map is full: 2^15 fields.
    if let Err(_full) = map.try_append(name, value) {
        log::headers_full();
    }
}

/// Adds a header field with a value that was formatted already: `header(RETRY_AFTER = .after)`.
pub fn insert_header_of(
    map: &mut HeaderMap,
    name: HeaderName,
    value: Option<String>,
    otherwise: Option<&'static str>,
) {
    match value {
        Some(value) => insert_header_or(map, name, Some(format_args!("{value}")), otherwise),
        None => insert_header_or(map, name, None, otherwise),
    }
}

/// Returns the text with a `?` for each character that a header value cannot have.
fn without_invalid(text: fmt::Arguments<'_>) -> HeaderValue {
    let mut written = String::new();
    // What was written before a `Display` failed is better than nothing.
    let _ = written.write_fmt(text);
    let valid = |letter: char| matches!(letter, '\t' | ' '..='~');
    let written: String = written
        .chars()
        .map(|letter| if valid(letter) { letter } else { '?' })
        .collect();
    HeaderValue::try_from(written).unwrap_or(HeaderValue::from_static("?"))
}

fn header_value(value: fmt::Arguments<'_>) -> Option<HeaderValue> {
    let text = if let Some(fixed) = value.as_str() {
        Bytes::from_static(fixed.as_bytes())
    } else {
        let mut text = String::new();
        text.write_fmt(value).ok()?;
        Bytes::from(text)
    };
    if !text.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) {
        return None;
    }
    HeaderValue::from_maybe_shared(text).ok()
}

#[cfg(test)]
mod tests {
    use http::header::{LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};

    use super::*;

    #[test]
    fn a_formatted_value_is_sent() {
        let mut map = HeaderMap::new();
        insert_header(&mut map, RETRY_AFTER, format_args!("{}", 120));
        assert_eq!(map[RETRY_AFTER], "120");
    }

    #[test]
    fn a_value_that_would_begin_another_header_is_left_out() {
        for hostile in [
            "/a\r\nset-cookie: session=1",
            "/a\nb",
            "/a\rb",
            "/a\0b",
            "/a\u{7f}",
            "/grüße",
        ] {
            let mut map = HeaderMap::new();
            insert_header(&mut map, LOCATION, format_args!("{hostile}"));
            assert!(map.is_empty(), "{hostile:?} became {map:?}");
        }
    }

    #[test]
    fn a_value_that_cannot_be_formatted_is_left_out() {
        struct Broken;
        impl fmt::Display for Broken {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Err(fmt::Error)
            }
        }
        let mut map = HeaderMap::new();
        insert_header(&mut map, LOCATION, format_args!("/{Broken}"));
        assert!(map.is_empty());
    }

    #[test]
    fn a_name_may_come_twice() {
        let mut map = HeaderMap::new();
        insert_header(&mut map, WWW_AUTHENTICATE, format_args!("Basic"));
        insert_header(&mut map, WWW_AUTHENTICATE, format_args!("Bearer"));
        assert!(map.get_all(WWW_AUTHENTICATE).iter().eq(["Basic", "Bearer"]));
    }
}
