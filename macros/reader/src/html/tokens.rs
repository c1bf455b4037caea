//! HTML as tags and text: as much of the WHATWG tokenizer as tables need.
//!
//! Tag names are not lowered and text is not decoded here, so that nothing is copied.

use crate::text::{find_any, trim_start_any};

/// Elements whose content is no markup, and is not shown as text of the page.
const RAW: [&str; 8] = [
    "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp",
];

/// A piece of HTML.
#[derive(Clone, Copy)]
pub(crate) enum Token<'a> {
    /// `<name attributes>`.
    Open { name: &'a str, attributes: &'a str },
    /// `</name>`.
    Close(&'a str),
    /// Text, its entities not decoded.
    Text(&'a str),
    /// A comment, a declaration, or the content of a script.
    Nothing,
}

/// Splits HTML from an offset on.
pub(crate) struct Tokens<'a> {
    text: &'a str,
    /// The offset of the next token.
    pub(crate) at: usize,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Tokens { text, at }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = self.text.get(self.at..self.at + length).unwrap_or("");
        self.at += length;
        taken
    }

    /// Takes everything up to and including a mark, or all there is.
    fn take_through(&mut self, mark: &str, from: usize) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or("");
        let end = rest
            .get(from..)
            .and_then(|text| text.find(mark))
            .map_or(rest.len(), |at| from + at + mark.len());
        self.take(end)
    }

    fn tag(&mut self, name_at: usize) -> (&'a str, &'a str) {
        let rest = self.text.get(self.at..).unwrap_or("");
        let bytes = rest.as_bytes();
        let mut end = name_at;
        while bytes
            .get(end)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b':')
        {
            end += 1;
        }
        let name = rest.get(name_at..end).unwrap_or("");
        let close = tag_end(bytes, end);
        let attributes = rest.get(end..close).unwrap_or("");
        self.take((close + 1).min(rest.len()));
        (name, attributes)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let bytes = rest.as_bytes();
        if bytes.first() != Some(&b'<') || !begins_markup(bytes) {
            let end = bytes
                .iter()
                .skip(1)
                .position(|byte| *byte == b'<')
                .map_or(rest.len(), |at| at + 1);
            return Some((start, Token::Text(self.take(end))));
        }
        let token = match bytes.get(1) {
            Some(b'!') if rest.starts_with("<!--") => {
                self.take_through("-->", 4);
                Token::Nothing
            }
            Some(b'!' | b'?') => {
                self.take_through(">", 1);
                Token::Nothing
            }
            Some(b'/') => Token::Close(self.tag(2).0),
            _ => {
                let (name, attributes) = self.tag(1);
                if RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
                    self.skip_raw(name);
                    Token::Nothing
                } else if name.eq_ignore_ascii_case("plaintext") {
                    self.at = self.text.len();
                    Token::Nothing
                } else {
                    Token::Open { name, attributes }
                }
            }
        };
        Some((start, token))
    }
}

impl Tokens<'_> {
    /// Skips the content of a script, a style sheet or the like.
    fn skip_raw(&mut self, name: &str) {
        let rest = self.text.get(self.at..).unwrap_or("");
        let mut from = 0;
        while let Some(found) = rest.get(from..).and_then(|text| text.find("</")) {
            let after = from + found + 2;
            if rest
                .get(after..after + name.len())
                .is_some_and(|end| end.eq_ignore_ascii_case(name))
            {
                self.at += from + found;
                return;
            }
            from = after;
        }
        self.at = self.text.len();
    }
}

fn begins_markup(bytes: &[u8]) -> bool {
    match bytes.get(1) {
        Some(b'!' | b'?') => true,
        Some(b'/') => bytes.get(2).is_some_and(u8::is_ascii_alphabetic),
        Some(byte) => byte.is_ascii_alphabetic(),
        None => false,
    }
}

/// The offset of the `>` that ends a tag; quoted attribute values may hold one.
fn tag_end(bytes: &[u8], from: usize) -> usize {
    let mut quote = None;
    let mut after_equals = false;
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        if quote.is_some() {
            if quote == Some(byte) {
                quote = None;
            }
            continue;
        }
        match byte {
            b'>' => return at,
            b'"' | b'\'' if after_equals => quote = Some(byte),
            _ => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    bytes.len()
}

/// The value of an attribute; empty where it has none.
pub(crate) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = attributes;
    loop {
        rest = trim_start_any(rest, " \t\n\x0c\r/");
        if rest.is_empty() {
            return None;
        }
        let name_end = find_any(rest, " \t\n\x0c\r=/").max(1);
        let (name, after) = rest.split_at_checked(name_end)?;
        let after_name = after.trim_start();
        let Some(value) = after_name.strip_prefix('=').map(str::trim_start) else {
            if name.eq_ignore_ascii_case(wanted) {
                return Some("");
            }
            rest = after;
            continue;
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value
                .get(1..)?
                .split_once(quote)
                .unwrap_or((value.get(1..)?, "")),
            _ => value.split_at_checked(find_any(value, " \t\n\x0c\r"))?,
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = after;
    }
}
