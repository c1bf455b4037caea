//! The names of status codes, as the constants of `http::StatusCode` spell them.

use statusbook_reader::distance;

/// Codes and their names.
const NAMES: &[(u16, &str)] = &[
    (100, "CONTINUE"),
    (101, "SWITCHING_PROTOCOLS"),
    (102, "PROCESSING"),
    (103, "EARLY_HINTS"),
    (200, "OK"),
    (201, "CREATED"),
    (202, "ACCEPTED"),
    (203, "NON_AUTHORITATIVE_INFORMATION"),
    (204, "NO_CONTENT"),
    (205, "RESET_CONTENT"),
    (206, "PARTIAL_CONTENT"),
    (207, "MULTI_STATUS"),
    (208, "ALREADY_REPORTED"),
    (226, "IM_USED"),
    (300, "MULTIPLE_CHOICES"),
    (301, "MOVED_PERMANENTLY"),
    (302, "FOUND"),
    (303, "SEE_OTHER"),
    (304, "NOT_MODIFIED"),
    (305, "USE_PROXY"),
    (307, "TEMPORARY_REDIRECT"),
    (308, "PERMANENT_REDIRECT"),
    (400, "BAD_REQUEST"),
    (401, "UNAUTHORIZED"),
    (402, "PAYMENT_REQUIRED"),
    (403, "FORBIDDEN"),
    (404, "NOT_FOUND"),
    (405, "METHOD_NOT_ALLOWED"),
    (406, "NOT_ACCEPTABLE"),
    (407, "PROXY_AUTHENTICATION_REQUIRED"),
    (408, "REQUEST_TIMEOUT"),
    (409, "CONFLICT"),
    (410, "GONE"),
    (411, "LENGTH_REQUIRED"),
    (412, "PRECONDITION_FAILED"),
    (413, "PAYLOAD_TOO_LARGE"),
    (414, "URI_TOO_LONG"),
    (415, "UNSUPPORTED_MEDIA_TYPE"),
    (416, "RANGE_NOT_SATISFIABLE"),
    (417, "EXPECTATION_FAILED"),
    (418, "IM_A_TEAPOT"),
    (421, "MISDIRECTED_REQUEST"),
    (422, "UNPROCESSABLE_ENTITY"),
    (423, "LOCKED"),
    (424, "FAILED_DEPENDENCY"),
    (425, "TOO_EARLY"),
    (426, "UPGRADE_REQUIRED"),
    (428, "PRECONDITION_REQUIRED"),
    (429, "TOO_MANY_REQUESTS"),
    (431, "REQUEST_HEADER_FIELDS_TOO_LARGE"),
    (451, "UNAVAILABLE_FOR_LEGAL_REASONS"),
    (500, "INTERNAL_SERVER_ERROR"),
    (501, "NOT_IMPLEMENTED"),
    (502, "BAD_GATEWAY"),
    (503, "SERVICE_UNAVAILABLE"),
    (504, "GATEWAY_TIMEOUT"),
    (505, "HTTP_VERSION_NOT_SUPPORTED"),
    (506, "VARIANT_ALSO_NEGOTIATES"),
    (507, "INSUFFICIENT_STORAGE"),
    (508, "LOOP_DETECTED"),
    (510, "NOT_EXTENDED"),
    (511, "NETWORK_AUTHENTICATION_REQUIRED"),
];

/// Codes that RFC 9110 names otherwise than `http` does: both names are right.
const ALIASES: &[(u16, &str)] = &[(413, "CONTENT_TOO_LARGE"), (422, "UNPROCESSABLE_CONTENT")];

/// The constants that a table has for `code`: `NOT_FOUND`, or `STATUS_499` where IANA knows no name.
pub(crate) fn names(code: u16) -> Vec<String> {
    let known: Vec<String> = NAMES
        .iter()
        .chain(ALIASES)
        .filter(|(known, _)| *known == code)
        .map(|(_, name)| (*name).to_owned())
        .collect();
    if known.is_empty() {
        vec![format!("STATUS_{code}")]
    } else {
        known
    }
}

/// The code that a name stands for.
pub(crate) fn code(name: &str) -> Option<u16> {
    let known = NAMES
        .iter()
        .chain(ALIASES)
        .find(|(_, known)| *known == name)
        .map(|(code, _)| *code);
    known.or_else(|| {
        let number = name.strip_prefix("STATUS_")?;
        number
            .parse()
            .ok()
            .filter(|code| number.len() == 3 && (100..=599).contains(code))
    })
}

/// Every known name with its code.
pub(crate) fn all() -> impl Iterator<Item = (u16, &'static str)> {
    NAMES.iter().chain(ALIASES).copied()
}

/// The known name that was probably meant.
pub(crate) fn similar(name: &str) -> Option<&'static str> {
    let known = NAMES.iter().chain(ALIASES).map(|(_, known)| *known);
    nearest(&plain(name), known, plain)
}

/// The nearest of `known`, if it is near enough to be what was meant.
pub(crate) fn nearest<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    plain: fn(&str) -> String,
) -> Option<&'a str> {
    let (distance, found) = known
        .into_iter()
        .map(|known| (distance(name, &plain(known)), known))
        .min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= name.chars().count().max(3)).then_some(found)
}

/// `NotFound`, `not_found` and `NOT_FOUND` are the same word.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| *c != '_')
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_for_its_code() {
        for (known, name) in NAMES.iter().chain(ALIASES) {
            assert_eq!(code(name), Some(*known));
            assert!(names(*known).iter().any(|listed| listed == name));
        }
        assert_eq!(code("STATUS_499"), Some(499));
        assert_eq!(names(499), ["STATUS_499"]);
        assert_eq!(code("STATUS_999"), None);
        assert_eq!(code("STATUS_0404"), None);
    }

    /// The constants of `http` are its phrases in capitals.
    #[test]
    fn every_name_is_that_of_http() {
        for number in 100..=599 {
            let phrase = http::StatusCode::from_u16(number).unwrap();
            let Some(phrase) = phrase.canonical_reason() else {
                assert_eq!(names(number), [format!("STATUS_{number}")]);
                continue;
            };
            let name = phrase.replace('\'', "").replace([' ', '-'], "_");
            assert_eq!(names(number)[0], name.to_ascii_uppercase());
        }
    }

    #[test]
    fn what_was_meant_is_suggested() {
        assert_eq!(similar("NotFound"), Some("NOT_FOUND"));
        assert_eq!(similar("NOT_FUOND"), Some("NOT_FOUND"));
        assert_eq!(similar("CONFLIT"), Some("CONFLICT"));
        assert_eq!(similar("TEAPOT_OF_DOOM"), None);
        assert_eq!(
            nearest("tabel", ["table", "body"], str::to_owned),
            Some("table")
        );
        assert_eq!(nearest("colour", ["table", "body"], str::to_owned), None);
    }
}
