//! Whether a text is a reason phrase.

use std::sync::OnceLock;

use super::marks;
use crate::registry;

pub(crate) use crate::registry::is_known;

/// Returns whether a text is a reason phrase of a code, registered or in use. Spaces, case and punctuation do not count.
///
/// ```
/// assert!(statusbook_reader::is_phrase_of(404, "NotFound"));
/// assert!(!statusbook_reader::is_phrase_of(404, "Client"));
/// ```
pub fn is_phrase_of(code: u16, text: &str) -> bool {
    code_of(text) == Some(code)
}

/// Whether a text is the phrase of any code.
pub(crate) fn is_phrase(text: &str) -> bool {
    text.len() < 60 && code_of(text).is_some()
}

/// The code with this phrase, if it is another code than the given one.
pub(crate) fn of_another(code: u16, text: &str) -> Option<u16> {
    code_of(text).filter(|other| *other != code)
}

/// The code with this phrase. No two codes have the same phrase.
fn code_of(text: &str) -> Option<u16> {
    // The length is compared first, because most texts have another length.
    static BY_LENGTH: OnceLock<Vec<Vec<(String, u16)>>> = OnceLock::new();
    let known = BY_LENGTH.get_or_init(|| {
        let mut known: Vec<Vec<_>> = Vec::new();
        for (code, phrase) in registry::phrases() {
            let letters: String = letters(phrase).collect();
            let length = letters.len();
            if length >= known.len() {
                known.resize(length + 1, Vec::new());
            }
            if let Some(known) = known.get_mut(length) {
                known.push((letters, code));
            }
        }
        known
    });
    // Note marks may follow a phrase.
    let text = marks::without_marks(text);
    let length = letters(text).take(known.len()).count();
    let mut known = known.get(length)?.iter();
    let (_, code) = known.find(|(phrase, _)| phrase.chars().eq(letters(text)))?;
    Some(*code)
}

/// The letters and digits of a text, in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::is_phrase_of;
    use crate::registry::phrases;

    #[test]
    fn no_two_codes_share_a_phrase() {
        for (code, phrase) in phrases() {
            assert!(is_phrase_of(code, phrase), "{code} {phrase}");
        }
    }
}
