//! Link reference definitions: `[label]: target "title"` (CommonMark §4.7).

use super::inline::{Labels, label};
use crate::text::{find_mark, trim_start_any};

/// The longest label, target in angle brackets, and title, in bytes.
const LONGEST: usize = 999;

/// Takes the definitions at the beginning of a paragraph. Returns the rest.
pub(super) fn take<'a>(paragraph: &'a str, found: &mut Labels) -> &'a str {
    let mut rest = paragraph;
    while let Some((name, after)) = definition(rest) {
        found.insert(label(name));
        rest = after;
    }
    rest
}

/// The label of the definition at the beginning of a text, and the rest after the definition.
fn definition(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_start().strip_prefix('[')?;
    let end = end_of(inner, b"[]")?;
    let (name, after) = inner.split_at_checked(end)?;
    let after = after.strip_prefix("]:")?;
    if name.trim().is_empty() || name.starts_with('^') {
        return None;
    }
    let after = next_word(after)?;
    let after = match after.strip_prefix('<') {
        Some(inner) => {
            let end = end_of(inner, b"<>\n")?;
            inner.get(end..)?.strip_prefix('>')?
        }
        None => after.get(bare_target(after)?..)?,
    };
    // An invalid title on its own line is ordinary text after the definition.
    titled(after)
        .or_else(|| end_of_line(after))
        .map(|rest| (name, rest))
}

/// The text after a title and the end of its line.
fn titled(text: &str) -> Option<&str> {
    let title = next_word(text).filter(|title| title.len() < text.len())?;
    let (close, inner) = match title.as_bytes().first()? {
        b'"' => (b"\"" as &[u8], title.get(1..)?),
        b'\'' => (b"'" as &[u8], title.get(1..)?),
        b'(' => (b"()" as &[u8], title.get(1..)?),
        _ => return None,
    };
    let end = end_of(inner, close)?;
    if inner.as_bytes().get(end) != close.last() {
        return None;
    }
    end_of_line(inner.get(end + 1..)?)
}

/// The text after the end of the line; `None` unless the rest of the line is blank.
fn end_of_line(text: &str) -> Option<&str> {
    let rest = trim_start_any(text, " \t\r");
    if rest.is_empty() {
        Some(rest)
    } else {
        rest.strip_prefix('\n')
    }
}

/// The next word, on this line or on the one after it.
fn next_word(text: &str) -> Option<&str> {
    let rest = trim_start_any(text, " \t\r");
    let rest = rest.strip_prefix('\n').unwrap_or(rest);
    let rest = trim_start_any(rest, " \t\r");
    (!rest.is_empty() && !rest.starts_with('\n')).then_some(rest)
}

/// The offset of the first mark that is not escaped.
fn end_of(text: &str, marks: &[u8]) -> Option<usize> {
    let mut escaped = false;
    text.bytes().take(LONGEST + 1).position(|byte| {
        let ends = !escaped && marks.contains(&byte);
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

/// The length of a target without angle brackets, whose parentheses must be balanced.
fn bare_target(text: &str) -> Option<usize> {
    let end = find_mark(text, |byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
    let mut depth = 0_usize;
    let mut escaped = false;
    for byte in text.get(..end)?.bytes() {
        match byte {
            b'(' if !escaped => depth += 1,
            b')' if !escaped => depth = depth.checked_sub(1)?,
            byte if byte.is_ascii_control() => return None,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    (depth == 0).then_some(end)
}
