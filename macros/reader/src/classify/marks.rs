//! Marks of footnotes behind a code or a phrase.

use crate::text::{consists_of, trim_end_any};

/// A phrase without the marks of footnotes behind it: `Not Found[^1]`, `Not Found [2]`, `Not Found*`.
pub(crate) fn without_marks(mut text: &str) -> &str {
    loop {
        let before = text;
        text = strip_reference(trim_end_any(text, MARKS).trim_end());
        if text == before {
            return text;
        }
    }
}

/// Characters that mark a footnote.
pub(super) const MARKS: &str = "*†‡⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Removes a reference to a footnote at the end: `[1]`, `[^1]`, `[^gone]`, `[#gone]`.
pub(super) fn strip_reference(text: &str) -> &str {
    let Some(open) = text.strip_suffix(']').and_then(|inner| inner.rfind('[')) else {
        return text;
    };
    let mark = text.get(open + 1..text.len() - 1).unwrap_or("");
    let is_number = mark.len() <= 4 && consists_of(mark, "0123456789#*^");
    let label = mark.strip_prefix(['^', '#']).unwrap_or("");
    let is_label = !label.is_empty()
        && label
            .chars()
            .all(|c| c.is_alphanumeric() || "-_.".contains(c));
    if open > 0 && (is_number || is_label) {
        text.get(..open).unwrap_or("").trim_end()
    } else {
        text
    }
}
