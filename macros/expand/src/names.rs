//! The names of status codes, as in the constants of `http::StatusCode`.

use std::sync::OnceLock;

use statusbook_reader::distance;

/// Codes and their names: the registered reason phrases in capitals. A code with two registered phrases has two names.
fn known() -> &'static [(u16, String)] {
    static NAMES: OnceLock<Vec<(u16, String)>> = OnceLock::new();
    NAMES.get_or_init(|| {
        statusbook_reader::registry()
            .map(|(code, phrase)| (code, name(phrase)))
            .collect()
    })
}

/// `NOT_FOUND`, as `http` writes `Not Found`.
fn name(phrase: &str) -> String {
    phrase
        .chars()
        .filter(|c| *c != '\'')
        .map(|c| {
            if c.is_ascii_alphabetic() {
                c.to_ascii_uppercase()
            } else {
                '_'
            }
        })
        .collect()
}

/// The constants that a table has for `code`: `NOT_FOUND`, or `STATUS_499` for an unregistered code.
pub(crate) fn names(code: u16) -> Vec<String> {
    let names: Vec<String> = all()
        .filter(|(known, _)| *known == code)
        .map(|(_, name)| name.to_owned())
        .collect();
    if names.is_empty() {
        vec![format!("STATUS_{code}")]
    } else {
        names
    }
}

/// The code with this name.
pub(crate) fn code(name: &str) -> Option<u16> {
    let known = all()
        .find(|(_, known)| *known == name)
        .map(|(code, _)| code);
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
    known().iter().map(|(code, name)| (*code, name.as_str()))
}

/// The known name that is most similar.
pub(crate) fn similar(name: &str) -> Option<&'static str> {
    nearest(&plain(name), all().map(|(_, known)| known), plain)
}

/// The nearest of `known`, if it is similar enough.
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
    name.replace('_', "").to_lowercase()
}

/// `NotFound` → `NOT_FOUND`.
pub(crate) fn upper(name: &str) -> String {
    let mut upper = String::new();
    let mut before = ' ';
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let after_small = before.is_lowercase() || before.is_numeric();
        let begins_word =
            before.is_uppercase() && letters.peek().is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && (after_small || begins_word) {
            upper.push('_');
        }
        upper.extend(letter.to_uppercase());
        before = letter;
    }
    upper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_become_constants() {
        assert_eq!(upper("NotFound"), "NOT_FOUND");
        assert_eq!(upper("HTTPError"), "HTTP_ERROR");
        assert_eq!(upper("A_B"), "A_B");
        assert_eq!(upper("AB"), "AB");
        assert_eq!(upper("V2Api"), "V2_API");
    }

    #[test]
    fn every_name_means_its_code() {
        for (known, name) in all() {
            assert_eq!(code(name), Some(known));
            assert!(names(known).iter().any(|listed| listed == name));
        }
        assert_eq!(code("STATUS_499"), Some(499));
        assert_eq!(names(499), ["STATUS_499"]);
        assert_eq!(names(413), ["PAYLOAD_TOO_LARGE", "CONTENT_TOO_LARGE"]);
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
