//! The containers of Markdown, which are block quotes and list items, and the lines in them (CommonMark §5).

use crate::text::{consists_of, digits, run, starts_with, trim_end_any};

/// The maximal depth of containers. Deeper ones are read as text.
const MAX_DEPTH: usize = 48;

/// How far the content of an admonition is indented, in Python-Markdown.
const ADMONITION: usize = 4;

/// How far a block may be indented; one more column makes it code.
const MOST_INDENT: usize = 3;

/// A block that contains other blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Quote,
    /// A list item, and how far its content is indented.
    Item(usize),
}

/// A place within a line: a byte, and the column it is shown in. A tab reaches to the next multiple of four.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) byte: usize,
    column: usize,
}

impl Place {
    /// Passes white space, but at most this number of columns.
    fn pass(mut self, line: &str, columns: usize) -> Self {
        let end = self.column.saturating_add(columns);
        for byte in line.bytes().skip(self.byte) {
            let next = match byte {
                b' ' => self.column + 1,
                b'\t' => self.column + 4 - self.column % 4,
                _ => break,
            };
            if self.column >= end {
                break;
            }
            if next > end {
                // A part of the tab is left.
                self.column = end;
                break;
            }
            self = Place {
                byte: self.byte + 1,
                column: next,
            };
        }
        self
    }

    /// Passes all white space.
    pub(super) fn content(self, line: &str) -> Self {
        self.pass(line, usize::MAX)
    }

    /// How many columns the content is indented by.
    pub(super) fn indent(self, line: &str) -> usize {
        self.content(line).column - self.column
    }

    fn skip(self, bytes: usize) -> Self {
        Place {
            byte: self.byte + bytes,
            column: self.column + bytes,
        }
    }

    pub(super) fn rest(self, line: &str) -> &str {
        line.get(self.byte..).unwrap_or("")
    }
}

/// The containers that are open.
#[derive(Default)]
pub(super) struct Containers {
    open: Vec<Container>,
    /// Whether the innermost container is an item that has no content so far.
    is_empty: bool,
}

impl Containers {
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The number of open quotes.
    pub(super) fn quotes(&self) -> usize {
        self.open
            .iter()
            .filter(|container| **container == Container::Quote)
            .count()
    }

    pub(super) fn close_to(&mut self, depth: usize) {
        self.is_empty &= depth >= self.open.len();
        self.open.truncate(depth);
    }

    /// The number of open containers that a line is in, and the place after their marks, where its content begins.
    pub(super) fn matching(&self, line: &str) -> (usize, Place) {
        self.matching_within(self.open.len(), line)
    }

    /// The same for the outermost `depth` of the open containers.
    pub(super) fn matching_within(&self, depth: usize, line: &str) -> (usize, Place) {
        let mut place = Place::default();
        for (index, container) in self.open.iter().take(depth).enumerate() {
            match *container {
                Container::Quote => match quote(line, place) {
                    Some(after) => place = after,
                    None => return (index, place),
                },
                Container::Item(indent) => {
                    // An item may begin with one blank line, but not with two.
                    if place.rest(line).trim().is_empty() {
                        if self.is_empty && index + 1 == self.open.len() {
                            return (index, place);
                        }
                        continue;
                    }
                    if place.indent(line) < indent {
                        return (index, place);
                    }
                    place = place.pass(line, indent);
                }
            }
        }
        (depth, place)
    }

    /// Opens the containers that begin at a place of a line; returns where their content begins.
    pub(super) fn enter(&mut self, line: &str, mut place: Place, mut in_paragraph: bool) -> Place {
        self.is_empty = false;
        while self.open.len() < MAX_DEPTH && place.indent(line) <= MOST_INDENT {
            if let Some(after) = quote(line, place) {
                self.open.push(Container::Quote);
                self.is_empty = false;
                place = after;
            } else if let Some((indent, after)) = item(line, place, in_paragraph) {
                self.open.push(Container::Item(indent));
                self.is_empty = after.rest(line).trim().is_empty();
                place = after;
            } else if admonition(place.content(line).rest(line)).is_some() {
                self.open.push(Container::Item(ADMONITION));
                place = place.content(line);
                return place.skip(place.rest(line).len());
            } else {
                break;
            }
            in_paragraph = false;
        }
        place
    }
}

/// Whether a container begins at a place of a line.
pub(super) fn begins_container(line: &str, place: Place, in_paragraph: bool) -> bool {
    place.indent(line) <= MOST_INDENT
        && (quote(line, place).is_some()
            || item(line, place, in_paragraph).is_some()
            || admonition(place.content(line).rest(line)).is_some())
}

/// The title of an admonition or a tab, whose content is indented below it: `!!! note "Title"`, `=== "JSON"`.
pub(super) fn admonition(content: &str) -> Option<&str> {
    let rest = ["!!! ", "??? ", "???+ "]
        .iter()
        .find_map(|mark| content.strip_prefix(mark))
        .filter(|rest| starts_with(rest, |c| c.is_ascii_alphabetic()));
    let tab = ["=== ", "===+ ", "===! "]
        .iter()
        .find_map(|mark| content.strip_prefix(mark))
        .filter(|rest| rest.starts_with('"'));
    rest.or(tab).map(|title| trim_end_any(title, "\" \t"))
}

/// What follows the mark of a block quote.
fn quote(line: &str, place: Place) -> Option<Place> {
    let content = place.content(line);
    if place.indent(line) > MOST_INDENT || !content.rest(line).starts_with('>') {
        return None;
    }
    Some(content.skip(1).pass(line, 1))
}

/// How far the content of a list item is indented, and where it begins.
fn item(line: &str, place: Place, in_paragraph: bool) -> Option<(usize, Place)> {
    let content = place.content(line);
    let rest = content.rest(line);
    if is_thematic_break(rest) {
        return None;
    }
    let digits = digits(rest);
    let width = match rest.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    let after = content.skip(width);
    let is_blank = after.rest(line).trim().is_empty();
    // A paragraph is interrupted only by an item with content, whose number, if any, is 1.
    let counts_on = digits > 0 && rest.get(..digits) != Some("1");
    if in_paragraph && (is_blank || counts_on) {
        return None;
    }
    let spaces = after.indent(line);
    if !is_blank && spaces == 0 {
        return None;
    }
    let spaces = if is_blank || spaces > MOST_INDENT + 1 {
        1
    } else {
        spaces
    };
    let indent = content.column - place.column + width + spaces;
    Some((indent, after.pass(line, spaces)))
}

/// Whether a text is three or more `-`, `*` or `_`, and nothing else.
pub(super) fn is_thematic_break(text: &str) -> bool {
    ['-', '*', '_'].iter().any(|mark| {
        text.starts_with(*mark)
            && consists_of(text, &format!("{mark} \t\r"))
            && text.matches(*mark).count() >= 3
    })
}

/// The heading level that a line of `=` or `-` gives the paragraph above it.
pub(super) fn setext_level(text: &str) -> Option<u8> {
    let text = text.trim();
    let mark = text.chars().next()?;
    let level = match mark {
        '=' => 1,
        '-' => 2,
        _ => return None,
    };
    (run(text, mark) == text.len()).then_some(level)
}
