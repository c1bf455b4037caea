//! Reduces inline markup of reStructuredText to its text.

use crate::text::{digits, ends_with, fold, indent, is_space, run, starts_with};

/// The text of a cell, folded: its lines without the markers of lists and directives, and without inline markup.
pub(crate) fn reduce_block<S: AsRef<str>>(lines: &[S]) -> String {
    let mut out = String::new();
    // Markup that begins in one paragraph or item does not end in another.
    let mut part = String::new();
    let mut fresh = true;
    let mut in_list = false;
    // The column where the lines of the paragraph begin.
    let mut column = 0;
    for line in lines.iter().map(AsRef::as_ref) {
        let content = line.trim_start();
        if content.is_empty() {
            fresh = true;
            continue;
        }
        let (content, bullet) = match strip_marker(content) {
            Some((rest, bullet)) if fresh || (bullet && in_list) => (rest, bullet),
            _ => (content, false),
        };
        // A term and its definition are two paragraphs.
        let begins = line.len() - content.len();
        if fresh || bullet || begins != column {
            end_part(&mut out, &mut part);
        }
        column = begins;
        in_list = bullet || (in_list && (!fresh || indent(line) > 0));
        fresh = false;
        part.push_str(content);
        part.push('\n');
    }
    end_part(&mut out, &mut part);
    out
}

fn end_part(out: &mut String, part: &mut String) {
    if part.is_empty() {
        return;
    }
    let text = reduce(part);
    if !out.is_empty() && !text.is_empty() {
        out.push(' ');
    }
    out.push_str(&text);
    part.clear();
}

/// The text after a bullet, a number, the bar of a line block or the name of a directive, and whether it was a bullet.
fn strip_marker(line: &str) -> Option<(&str, bool)> {
    for bullet in ["- ", "* ", "+ ", "• ", "| "] {
        if let Some(rest) = line.strip_prefix(bullet) {
            return Some((rest, true));
        }
    }
    let digits = digits(line);
    let after = line.get(digits..).unwrap_or("");
    if (1..=2).contains(&digits)
        && let Some(rest) = after
            .strip_prefix(". ")
            .or_else(|| after.strip_prefix(") "))
    {
        return Some((rest, true));
    }
    let rest = line.strip_prefix(".. ")?;
    let (name, rest) = rest.split_once("::")?;
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    // What follows the name is the language, and is not shown.
    let is_code = ["code", "code-block", "sourcecode"].contains(&name);
    is_name.then_some((if is_code { "" } else { rest }, false))
}

/// A text without its inline markup and with its white space folded.
pub(crate) fn reduce(text: &str) -> String {
    if !text.bytes().any(is_mark) {
        return fold(text);
    }
    let mut reader = Reader {
        text,
        at: 0,
        out: String::with_capacity(text.len()),
        unclosed: Vec::new(),
        fresh: 0,
    };
    reader.run();
    fold(&reader.out)
}

/// Stands for a `|` that is escaped or in other markup, until references (`|name|`) are resolved. It is a noncharacter of
/// Unicode, so that documents do not have it.
pub(super) const BAR: char = '\u{fdd0}';

/// Stands before a text that its role strikes out. It is a noncharacter too.
pub(super) const STRUCK: char = '\u{fdd1}';

/// Roles that strike their text out, by the names that documents usually give them.
const STRIKING: [&str; 5] = [":strike", ":strikethrough", ":del", ":deleted", ":struck"];

/// What inline markup begins and ends with, the longer ones first.
const MARKERS: [&str; 4] = ["``", "`", "**", "*"];

/// Whether markup may begin with a byte.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'\\' | b'`' | b'*' | b'_')
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    out: String,
    /// Closing markers that were not found. A search from a later place would fail too.
    unclosed: Vec<&'static str>,
    /// The length of the output after the last opening marker that is not closed. Markup may begin directly behind it.
    fresh: usize,
}

impl<'a> Reader<'a> {
    fn run(&mut self) {
        while let Some(next) = self.rest().bytes().position(is_mark) {
            let at = self.at;
            self.out
                .push_str(self.text.get(at..at + next).unwrap_or(""));
            self.at += next;
            self.markup();
        }
        let rest = self.rest();
        self.out.push_str(rest);
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn markup(&mut self) {
        let rest = self.rest();
        if let Some(escaped) = rest.strip_prefix('\\') {
            self.at += 1;
            // An escaped space only ends markup.
            if let Some(character) = escaped.chars().next() {
                self.at += character.len_utf8();
                match character {
                    '|' => self.out.push(BAR),
                    character if is_space(character) => {}
                    character => self.out.push(character),
                }
            }
        } else if let Some(marker) = MARKERS.iter().find(|marker| rest.starts_with(**marker)) {
            self.marker(marker);
        } else {
            // The whole run at once, because a search from each of its marks would take quadratic time.
            let run = run(rest, '_');
            if !self.is_reference(run) {
                self.out.push_str(rest.get(..run).unwrap_or(""));
            }
            self.at += run;
        }
    }

    fn marker(&mut self, marker: &'static str) {
        let is_span = match marker {
            "`" => self.span(marker, target_text),
            _ => self.span(marker, str::to_owned),
        };
        if !is_span {
            self.out.push_str(marker);
            self.at += marker.len();
        } else if marker == "`" {
            self.drop_role();
        }
    }

    /// Reads from an opening marker to its closing marker. If this is not markup, reads nothing and returns `false`.
    fn span(&mut self, marker: &'static str, shown: fn(&str) -> String) -> bool {
        let is_fresh = self.out.len() == self.fresh;
        let before = self.out.chars().next_back().filter(|_| !is_fresh);
        let rest = self.rest();
        let Some(inner) = rest.get(marker.len()..) else {
            return false;
        };
        let role_before = marker == "`" && before == Some(':');
        let opens = role_before || before.is_none_or(|c| is_space(c) || is_opening(c));
        if !opens || starts_with(inner, is_space) {
            return false;
        }
        self.fresh = self.out.len() + marker.len();
        let is_quoted = before.zip(inner.chars().next());
        if is_quoted.is_some_and(is_pair) || self.unclosed.contains(&marker) {
            return false;
        }
        let mut from = 0;
        while let Some(found) = inner.get(from..).and_then(|text| text.find(marker)) {
            let end = from + found;
            let content = inner.get(..end).unwrap_or("");
            let after = inner.get(end + marker.len()..).unwrap_or("");
            let escaped = marker != "``" && content.ends_with('\\');
            let role_after = marker == "`" && after.starts_with(':');
            let closes = after
                .chars()
                .next()
                .is_none_or(|c| is_space(c) || is_closing(c));
            if !content.is_empty()
                && !ends_with(content, is_space)
                && !escaped
                && (closes || role_after)
            {
                if role_before {
                    self.drop_role_before();
                }
                // Markup cannot be nested. Escapes work everywhere except in code.
                let mut is_behind_escape = false;
                for character in shown(content).chars() {
                    let is_escaped = std::mem::take(&mut is_behind_escape);
                    match character {
                        '\\' if marker != "``" && !is_escaped => is_behind_escape = true,
                        character if is_escaped && is_space(character) => {}
                        '|' => self.out.push(BAR),
                        character => self.out.push(character),
                    }
                }
                self.at += marker.len() + end + marker.len();
                self.fresh = 0;
                return true;
            }
            from = end + 1;
        }
        self.unclosed.push(marker);
        false
    }

    /// Removes the `:role:` before interpreted text.
    fn drop_role_before(&mut self) {
        let Some(before) = self.out.strip_suffix(':') else {
            return;
        };
        let mut start = before.len();
        for (at, character) in before.char_indices().rev().take(LONGEST_ROLE) {
            if !is_role(character) {
                break;
            }
            start = at;
        }
        // A dash may be before the role.
        let name = before.get(start..).unwrap_or("");
        let name = name.trim_start_matches('-');
        start = before.len() - name.len();
        if name.starts_with(':') {
            let strikes = STRIKING.contains(&name);
            self.out.truncate(start);
            if strikes {
                self.out.push(STRUCK);
            }
        }
    }

    /// Skips what may follow interpreted text: `_`, `__` or `:role:`.
    fn drop_role(&mut self) {
        let rest = self.rest();
        let underscores = run(rest, '_');
        self.at += underscores.min(2);
        if underscores == 0
            && let Some(role) = rest.strip_prefix(':')
        {
            let end = role.find(|c| !is_role(c)).unwrap_or(role.len());
            let name = role.get(..end).unwrap_or("");
            if let Some(end) = name.rfind(':').filter(|&end| end > 0) {
                self.at += end + 2;
            }
        }
    }

    /// Whether this many underscores end a reference here, as one does in `Errors_` and `[1]_`.
    fn is_reference(&self, underscores: usize) -> bool {
        let rest = self.rest().get(underscores..).unwrap_or("");
        let after = rest.chars().next();
        let ends = after.is_none_or(|c| is_space(c) || (c != '_' && is_closing(c)));
        if !ends || underscores > 2 {
            return false;
        }
        let note = self.out.strip_suffix(']');
        let mut last = ']';
        for character in note.unwrap_or(&self.out).chars().rev().take(LONGEST_NAME) {
            let goes_on = last.is_alphanumeric() && "-._+:".contains(character);
            if !character.is_alphanumeric() && !goes_on {
                return match note {
                    Some(_) => matches!(character, '[' | '#' | '*'),
                    None => {
                        last.is_alphanumeric() && (is_space(character) || is_opening(character))
                    }
                };
            }
            last = character;
        }
        note.is_none() && last.is_alphanumeric()
    }
}

/// The longest name of a role, in characters.
const LONGEST_ROLE: usize = 64;

/// The longest name of a reference that is checked, in characters.
const LONGEST_NAME: usize = 256;

/// Whether a character may be in the name of a role, which may have a domain: `:py:func:`.
fn is_role(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | '+' | ':')
}

/// The text of `text <target>`.
fn target_text(inner: &str) -> String {
    let Some(open) = inner.strip_suffix('>').and_then(|text| text.rfind('<')) else {
        return inner.to_owned();
    };
    let text = inner.get(..open).unwrap_or("").trim_end();
    let target = inner.get(open + 1..inner.len() - 1).unwrap_or("");
    if text.is_empty() {
        target.to_owned()
    } else {
        text.to_owned()
    }
}

/// Whether two characters enclose what is between them, so that it is not a marker: `'*'`.
fn is_pair(between: (char, char)) -> bool {
    matches!(
        between,
        ('\'', '\'')
            | ('"', '"')
            | ('(', ')')
            | ('[', ']')
            | ('{', '}')
            | ('<', '>')
            | ('‘', '’')
            | ('“', '”')
    )
}

/// What may come before an opening marker.
fn is_opening(character: char) -> bool {
    matches!(
        character,
        '\'' | '"' | '(' | '[' | '{' | '<' | '-' | '/' | ':'
    ) || is_wide_punctuation(character)
}

/// What may follow a closing marker.
fn is_closing(character: char) -> bool {
    matches!(
        character,
        '\'' | '"'
            | ')'
            | ']'
            | '}'
            | '>'
            | '-'
            | '/'
            | '\\'
            | ':'
            | '.'
            | ','
            | ';'
            | '!'
            | '?'
            | '_'
    ) || is_wide_punctuation(character)
}

fn is_wide_punctuation(character: char) -> bool {
    matches!(character, '\u{2010}'..='\u{201f}' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff1f}')
}
