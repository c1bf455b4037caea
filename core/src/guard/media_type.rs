//! The media type of a body, as its fields say it.

/// The media type of a body, from its `Content-Type` fields. With several, there is none, because recipients choose
/// different ones.
#[inline]
pub(super) fn only<T>(mut fields: impl Iterator<Item = T>) -> Option<T> {
    let first = fields.next()?;
    fields.next().is_none().then_some(first)
}

/// The media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type
        .split_once(';')
        .map_or(media_type, |(essence, _)| essence)
        .trim_ascii()
}

/// Whether a field has this media type, with any parameters (RFC 9110 §8.3.1).
pub(super) fn is(field: Option<&[u8]>, media_type: &str) -> bool {
    let Some(field) = field else {
        return false;
    };
    let found = field.split(|byte| *byte == b';').next().unwrap_or(field);
    found
        .trim_ascii()
        .eq_ignore_ascii_case(essence(media_type).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_media_type_is_compared_without_its_parameters() {
        assert!(is(Some(b"text/plain; charset=utf-8"), "text/plain"));
        assert!(is(Some(b"Text/Plain ;q=1"), "text/plain"));
        assert!(!is(Some(b"text/plainer"), "text/plain"));
        assert!(!is(None, "text/plain"));
        assert_eq!(essence("text/plain; charset=utf-8"), "text/plain");
    }
}
