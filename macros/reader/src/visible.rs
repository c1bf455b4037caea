//! Shows text of a document on one line, in a compiler message or on a terminal.

use std::fmt;

/// A text on one line without effects: control characters, and those that change the direction of text, are shown as
/// escapes.
///
/// ```
/// use statusbook_reader::Visible;
///
/// assert_eq!(Visible("/pets\nerror: forged").to_string(), r"/pets\nerror: forged");
/// assert_eq!(Visible("\u{1b}[31mred\u{202e}").to_string(), r"\u{1b}[31mred\u{202e}");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Visible<'a>(
    /// The text.
    pub &'a str,
);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(acts) {
            let (before, after) = rest.split_at(at);
            f.write_str(before)?;
            let mut letters = after.chars();
            if let Some(letter) = letters.next() {
                write!(f, "{}", letter.escape_default())?;
            }
            rest = letters.as_str();
        }
        f.write_str(rest)
    }
}

/// Returns whether a character has an effect instead of being visible: it breaks the line, controls a terminal, or
/// changes the direction of text (Unicode's `Bidi_Control`).
///
/// ```
/// use statusbook_reader::acts;
///
/// assert!(acts('\n') && acts('\u{202e}'));
/// assert!(!acts('é'));
/// ```
pub fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(test)]
mod tests {
    use super::{Visible, acts};

    #[test]
    fn every_character_that_acts_is_escaped_and_no_other() {
        assert!(acts('\n') && acts('\u{202e}') && !acts('é'));
        for letter in '\0'..=char::MAX {
            let text = format!("a{letter}b");
            let shown = Visible(&text).to_string();
            assert_eq!(shown != text, acts(letter), "{letter:?}");
            assert!(!shown.contains(acts), "{letter:?}");
        }
    }
}
