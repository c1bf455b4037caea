//! Splits HTML into tags and text: the part of the WHATWG tokenizer that tables need.
//!
//! Text is not decoded, so that nothing is copied.

use super::tag::{Element, RAW, Tag};
use crate::text::{find_mark, starts_with_any, trim_start_any};

/// A piece of HTML.
#[derive(Clone, Copy)]
pub(crate) enum Token<'a> {
    /// `<name attributes>`.
    Open { tag: Tag<'a>, attributes: &'a str },
    /// `</name>`.
    Close(Tag<'a>),
    /// Text whose entities are not decoded yet.
    Text(&'a str),
    /// A comment, a declaration, or the content of a script.
    Nothing,
}

/// Splits HTML, beginning at an offset.
pub(crate) struct Tokens<'a> {
    text: &'a str,
    /// The offset of the next token.
    pub(crate) at: usize,
    /// The element or comment without an end, which hides the rest of the text, and its offset.
    pub(crate) unclosed: Option<(usize, &'a str)>,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Tokens {
            text,
            at,
            unclosed: None,
        }
    }

    /// Takes the rest, which the element or comment at an offset hides.
    fn hide_rest(&mut self, from: usize, name: &'a str) {
        self.at = self.text.len();
        self.unclosed = Some((from, name));
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = self.text.get(self.at..self.at + length).unwrap_or("");
        self.at += length;
        taken
    }

    /// Takes everything up to and including a mark, or the rest if the mark is missing.
    fn take_through(&mut self, mark: &str, from: usize) {
        let rest = self.text.get(self.at..).unwrap_or("");
        let end = rest
            .get(from..)
            .and_then(|text| text.find(mark))
            .map_or(rest.len(), |at| from + at + mark.len());
        self.take(end);
    }

    /// Takes a comment. `<!-->` is a whole comment, and `--!>` ends one too.
    fn take_comment(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or("");
        if let Some(short) = ["<!-->", "<!--->"].iter().find(|it| rest.starts_with(**it)) {
            self.take(short.len());
            return;
        }
        let mut from = 4;
        while let Some(found) = rest.get(from..).and_then(|text| text.find("--")) {
            let after = rest.get(from + found + 2..).unwrap_or("");
            if let Some(end) = [">", "!>"].iter().find(|end| after.starts_with(**end)) {
                self.take(from + found + 2 + end.len());
                return;
            }
            from += found + 1;
        }
        self.hide_rest(self.at, "!--");
    }

    /// Takes a tag and its attributes. Without a `>`, there is no tag.
    fn tag(&mut self, name_at: usize) -> Option<(Tag<'a>, &'a str)> {
        let from = self.at + name_at;
        let rest = self.text.get(from..)?;
        let length = find_mark(rest, |byte| is_space(byte) || matches!(byte, b'/' | b'>'));
        let (name, rest) = rest.split_at_checked(length)?;
        let close = tag_end(rest.as_bytes());
        self.at = close.map_or(self.text.len(), |close| from + length + close + 1);
        Some((Tag::new(name), rest.get(..close?)?))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let bytes = rest.as_bytes();
        if bytes.first() != Some(&b'<') || !begins_markup(bytes) {
            let first = usize::from(bytes.first() == Some(&b'<'));
            let next = rest.get(first..).and_then(|rest| rest.find('<'));
            let end = next.map_or(rest.len(), |at| first + at);
            return Some((start, Token::Text(self.take(end))));
        }
        let token = match bytes.get(1) {
            Some(b'!') if rest.starts_with("<!--") => {
                self.take_comment();
                None
            }
            Some(b'/') if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                self.tag(2).map(|(tag, _)| Token::Close(tag))
            }
            Some(b'!' | b'?' | b'/') => {
                self.take_through(">", 1);
                None
            }
            _ => self.tag(1).and_then(|(tag, attributes)| {
                if tag.is(RAW) {
                    self.skip_raw(start, tag.name);
                    return None;
                }
                if tag.element == Element::Plaintext {
                    self.hide_rest(start, tag.name);
                    return None;
                }
                Some(Token::Open { tag, attributes })
            }),
        };
        let token = token.unwrap_or(Token::Nothing);
        Some((start, token))
    }
}

impl<'a> Tokens<'a> {
    /// Skips the content of a script, a style sheet or the like that begins at an offset.
    fn skip_raw(&mut self, start: usize, name: &'a str) {
        let rest = self.text.get(self.at..).unwrap_or("");
        let mut from = 0;
        while let Some(found) = rest.get(from..).and_then(|text| text.find("</")) {
            let after = from + found + 2;
            let end = after + name.len();
            let is_end = rest
                .get(after..end)
                .is_some_and(|end| end.eq_ignore_ascii_case(name))
                && rest
                    .get(end..)
                    .is_some_and(|rest| starts_with_any(rest, " \t\n\x0c\r/>"));
            if is_end {
                self.at += from + found;
                return;
            }
            from = after;
        }
        self.hide_rest(start, name);
    }
}

fn begins_markup(bytes: &[u8]) -> bool {
    match bytes.get(1) {
        Some(b'!' | b'?') => true,
        Some(b'/') => bytes.len() > 2,
        Some(byte) => byte.is_ascii_alphabetic(),
        None => false,
    }
}

/// Whether a byte is white space within a tag.
fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}

/// The offset of the `>` that ends a tag, behind its name. A `>` in a quoted attribute value does not end it.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    enum State {
        BeforeName,
        Name,
        AfterName,
        BeforeValue,
        Quoted(u8),
        Bare,
    }
    let mut state = State::BeforeName;
    for (at, &byte) in bytes.iter().enumerate() {
        let is_space = is_space(byte);
        state = match state {
            State::Quoted(quote) if byte == quote => State::BeforeName,
            State::Quoted(quote) => State::Quoted(quote),
            _ if byte == b'>' => return Some(at),
            State::Bare if !is_space => State::Bare,
            State::BeforeValue if is_space => State::BeforeValue,
            State::BeforeValue if matches!(byte, b'"' | b'\'') => State::Quoted(byte),
            State::BeforeValue => State::Bare,
            State::Name | State::AfterName if byte == b'=' => State::BeforeValue,
            State::Name | State::AfterName if is_space => State::AfterName,
            State::BeforeName if is_space => State::BeforeName,
            State::Bare => State::BeforeName,
            State::BeforeName | State::Name | State::AfterName if byte == b'/' => State::BeforeName,
            State::BeforeName | State::Name | State::AfterName => State::Name,
        };
    }
    None
}

/// The value of an attribute; empty if it has none.
pub(crate) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<&'a str> {
    Attributes(attributes)
        .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
        .map(|(_, value)| value)
}

/// The names and values of attributes.
pub(super) struct Attributes<'a>(pub(super) &'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        // Most tags have no attributes.
        if self.0.is_empty() {
            return None;
        }
        let rest = trim_start_any(self.0, " \t\n\x0c\r/");
        let name_end = find_mark(rest, |byte| is_space(byte) || matches!(byte, b'=' | b'/'));
        let name_end = name_end.max(1);
        let (name, after) = rest.split_at_checked(name_end)?;
        let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
            self.0 = after;
            return Some((name, ""));
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value
                .get(1..)?
                .split_once(quote)
                .unwrap_or((value.get(1..)?, "")),
            _ => value.split_at_checked(find_mark(value, is_space))?,
        };
        self.0 = after;
        Some((name, value))
    }
}
