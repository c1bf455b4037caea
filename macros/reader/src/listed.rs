//! Statuses outside of tables: in the items of lists, and in headings.

use crate::{
    error::Position,
    registry,
    text::{begins_with_code, digits, starts_with_any, trim_start_any},
};

/// A status in a list, and its position.
pub(crate) struct Listed {
    /// `None` if the markup alone shows that it is a status.
    pub(crate) code: Option<u16>,
    pub(crate) position: Position,
}

/// The status that an item of a list is about: `404`, `**404**: Not here`, `404 Not Found`, but not `200 grams`.
pub(crate) fn code(item: &str) -> Option<u16> {
    if !begins_with_code(item) {
        return None;
    }
    let text = item.get(item.find(|c: char| c.is_ascii_digit())?..)?;
    let code = text
        .get(..3)?
        .parse()
        .ok()
        .filter(|code| registry::is_known(*code))?;
    let rest = trim_start_any(text.get(3..)?, "`*_] ");
    let is_range = rest
        .strip_prefix(['-', '–', '—'])
        .is_some_and(|rest| digits(rest.trim_start()) > 0);
    let has_phrase = || {
        let lower = rest.to_lowercase();
        registry::phrases()
            .filter(|(of, _)| *of == code)
            .any(|(_, phrase)| lower.starts_with(&phrase.to_lowercase()))
    };
    let is_item = rest.is_empty() || starts_with_any(rest, ":-–—=(|：") || has_phrase();
    (is_item && !is_range).then_some(code)
}
