//! Lines of a document, and the small text helpers that every grammar needs.

use crate::error::Position;

/// Splits into lines without their ends. A lone carriage return does not end a line.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .collect()
}

/// The position of a byte of a line, both counted from 0.
pub(crate) fn position(line: usize, text: &str, byte: usize) -> Position {
    let column = text.get(..byte).map_or(0, |before| before.chars().count());
    place(line, column)
}

/// The position of a character, line and column counted from 0.
pub(crate) fn place(line: usize, column: usize) -> Position {
    let number = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
    Position {
        line: number(line),
        column: number(column),
    }
}

/// How many spaces a line begins with.
pub(crate) fn indent(line: &str) -> usize {
    line.len() - trim_start_any(line, " \t").len()
}

/// The number of spaces that all lines begin with. Blank lines do not count.
pub(crate) fn common_indent(lines: &mut dyn Iterator<Item = &str>) -> usize {
    let filled = lines.filter(|line| !line.trim().is_empty());
    filled.map(indent).min().unwrap_or(0)
}

/// How often a text repeats an ASCII mark at its beginning.
pub(crate) fn run(text: &str, mark: char) -> usize {
    text.len() - text.trim_start_matches(mark).len()
}

/// How many digits a text begins with.
pub(crate) fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether a text is a number: digits and nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    !text.is_empty() && digits(text) == text.len()
}

/// Whether a text consists only of these ASCII marks.
pub(crate) fn consists_of(text: &str, marks: &str) -> bool {
    text.bytes().all(|byte| marks.as_bytes().contains(&byte))
}

/// Whether a text begins with something like a status code: `404`, `5xx`, `**HTTP 404**`.
pub(crate) fn begins_with_code(text: &str) -> bool {
    let text = trim_start_any(text, "`*_ ");
    let text = text
        .strip_prefix("HTTP")
        .map_or(text, |code| trim_start_any(code, " -`*_"));
    matches!(text.as_bytes(), [b'1'..=b'5', b'0'..=b'9' | b'x' | b'X', b'0'..=b'9' | b'x' | b'X', rest @ ..]
        if rest.first().is_none_or(|byte| !byte.is_ascii_alphanumeric()))
}

// A set of marks is a text here, and a test a function. An array or a closure would be a type of its own, and the
// compiler would generate the search for each.

/// Whether the first character of a text passes a test.
pub(crate) fn starts_with(text: &str, passes: fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(passes)
}

/// Whether the last character of a text passes a test.
pub(crate) fn ends_with(text: &str, passes: fn(char) -> bool) -> bool {
    text.chars().next_back().is_some_and(passes)
}

/// Whether a character of a text passes a test.
pub(crate) fn contains(text: &str, passes: fn(char) -> bool) -> bool {
    text.chars().any(passes)
}

/// The words of a text: letters and digits. Between two other characters, there is an empty one.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|character: char| !character.is_alphanumeric())
}

/// The parts of a text between marks.
pub(crate) fn split_any<'a>(text: &'a str, marks: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(|character| marks.contains(character))
}

/// Whether a text ends with one of the marks.
pub(crate) fn ends_with_any(text: &str, marks: &str) -> bool {
    text.ends_with(|character| marks.contains(character))
}

/// Whether a text begins with one of the marks.
pub(crate) fn starts_with_any(text: &str, marks: &str) -> bool {
    text.starts_with(|character| marks.contains(character))
}

/// Whether one of the marks is in a text.
pub(crate) fn contains_any(text: &str, marks: &str) -> bool {
    text.contains(|character| marks.contains(character))
}

/// The offset of the first mark, an ASCII one, in a text, or the length of the text without one.
pub(crate) fn find_mark(text: &str, is_mark: fn(u8) -> bool) -> usize {
    let at = text.as_bytes().iter().position(|byte| is_mark(*byte));
    at.unwrap_or(text.len())
}

/// The offset of a byte within a number of bytes at the beginning of a text.
pub(crate) fn find_within(text: &str, byte: u8, most: usize) -> Option<usize> {
    text.bytes().take(most).position(|other| other == byte)
}

/// The text without the marks it begins with.
pub(crate) fn trim_start_any<'a>(text: &'a str, marks: &str) -> &'a str {
    text.trim_start_matches(|character| marks.contains(character))
}

/// The text without the marks it ends with.
pub(crate) fn trim_end_any<'a>(text: &'a str, marks: &str) -> &'a str {
    text.trim_end_matches(|character| marks.contains(character))
}

/// Whether a character counts as white space: Unicode's, and characters without width.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}

/// Characters without width: zero-width space, joiners, word joiner, byte order mark.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

/// Characters that change the direction of text (Unicode's UAX #9).
pub(crate) fn is_bidi(character: char) -> bool {
    matches!(
        character,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}'
    )
}

/// A text with its white space folded to single spaces, and none at the ends.
pub(crate) fn fold(text: &str) -> String {
    let text = text.trim();
    if is_folded(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let end = out.len();
        if end > 0 {
            out.push(' ');
        }
        if word.is_ascii() {
            out.push_str(word);
        } else if word.chars().all(is_invisible) {
            out.truncate(end);
        } else {
            out.extend(word.chars().filter(|character| !is_invisible(*character)));
        }
    }
    out
}

/// Whether [`fold`] changes nothing. `false` for any text that is not ASCII, because most are.
fn is_folded(text: &str) -> bool {
    let mut last = b' ';
    for &byte in text.as_bytes() {
        if !(b' '..=b'~').contains(&byte) || (byte == b' ' && last == b' ') {
            return false;
        }
        last = byte;
    }
    last != b' '
}

/// A short raised text as one mark: the `1` of `404<sup>1</sup>` as `¹`. `None` for anything longer.
pub(crate) fn raised(text: &str) -> Option<String> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let inner = text.strip_prefix(['[', '(']).unwrap_or(text);
    let inner = inner.strip_suffix([']', ')']).unwrap_or(inner);
    if inner.is_empty() || inner.len() > 3 {
        return None;
    }
    let mark = |character: char| match character.to_digit(10) {
        Some(digit) => DIGITS.get(usize::try_from(digit).ok()?).copied(),
        None => Some(character).filter(|c| matches!(c, '*' | '†' | '‡' | '#' | ',')),
    };
    inner.chars().map(mark).collect()
}
