//! JSON (RFC 8259) into a tree.
//!
//! Written by hand for two reasons: it keeps the position of every key, and it is fast without optimisation, which is how
//! cargo builds macros by default. So it skips long texts with searches of the standard library, which is optimised.

use super::builder::{Builder, Expects};
use super::message;
use super::tree::{Text, Tree};
use crate::{DocError, Position, text::is_number};

/// Parses a JSON text.
///
/// # Errors
/// The first place where the text is not JSON, or is nested too deeply.
pub(super) fn parse(source: String) -> Result<Tree, DocError> {
    let builder = Scanner::new(&source).document()?;
    Ok(builder.finish(source))
}

struct Scanner<'s> {
    source: &'s str,
    /// The next byte.
    at: usize,
    line: u32,
    /// A byte of this line, and its column in characters. The columns of later bytes are counted from here.
    known: usize,
    column: u32,
    builder: Builder,
}

/// What the grammar allows next.
#[derive(Clone, Copy)]
enum State {
    Value,
    FirstItem,
    FirstKey,
    Key,
    AfterValue,
}

impl<'s> Scanner<'s> {
    fn new(source: &'s str) -> Self {
        Scanner {
            source,
            at: 0,
            line: 1,
            known: 0,
            column: 1,
            builder: Builder::default(),
        }
    }

    fn document(mut self) -> Result<Builder, DocError> {
        let mut state = State::Value;
        loop {
            self.skip_space();
            state = match (state, self.peek()) {
                (State::FirstItem, Some(b']')) | (State::FirstKey, Some(b'}')) => self.end(),
                (State::FirstItem | State::Value, _) => self.value()?,
                (State::FirstKey | State::Key, _) => self.key()?,
                (State::AfterValue, next) => match (self.builder.expects(), next) {
                    (Expects::Root, None) => return Ok(self.builder),
                    (Expects::Root, Some(_)) => {
                        return Err(self.expected("the end of the document"));
                    }
                    (Expects::Item, Some(b',')) => self.step(State::Value),
                    (Expects::Item, Some(b']')) | (Expects::Key, Some(b'}')) => self.end(),
                    (Expects::Item, _) => return Err(self.expected("`,` or `]`")),
                    (_, Some(b',')) => self.step(State::Key),
                    (_, _) => return Err(self.expected("`,` or `}`")),
                },
            };
        }
    }

    fn value(&mut self) -> Result<State, DocError> {
        let position = self.position();
        match self.peek() {
            Some(b'{') => {
                self.builder.start_mapping(position)?;
                Ok(self.step(State::FirstKey))
            }
            Some(b'[') => {
                self.builder.start_sequence(position)?;
                Ok(self.step(State::FirstItem))
            }
            Some(b'"') => {
                let text = self.string()?;
                self.builder.scalar(Some(text), position);
                Ok(State::AfterValue)
            }
            _ => self.word(position),
        }
    }

    fn key(&mut self) -> Result<State, DocError> {
        let position = self.position();
        if self.peek() != Some(b'"') {
            return Err(self.expected("a key in quotes"));
        }
        let text = self.string()?;
        self.builder.key(text, position);
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.expected("`:`"));
        }
        Ok(self.step(State::Value))
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self, position: Position) -> Result<State, DocError> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        {
            self.at += 1;
        }
        let word = self.source.get(start..self.at).unwrap_or_default();
        if word == "null" {
            self.builder.scalar(None, position);
        } else if word == "true" || word == "false" || is_json_number(word) {
            self.builder
                .scalar(Some(Text::Source(start..self.at)), position);
        } else if word.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            return Err(DocError::at(position, message::not_a_json_number()));
        } else {
            self.at = start;
            return Err(self.expected("a value"));
        }
        Ok(State::AfterValue)
    }

    /// A text in quotes, from its first quote.
    fn string(&mut self) -> Result<Text, DocError> {
        let start = self.at + 1;
        let rest = self.source.get(start..).unwrap_or_default();
        let Some(length) = rest.find('"') else {
            return Err(self.unterminated());
        };
        let text = rest.get(..length).unwrap_or_default();
        if text.contains('\n') {
            return Err(self.unterminated());
        }
        if !text.contains('\\') {
            self.at = start + length + 1;
            return Ok(Text::Source(start..start + length));
        }
        self.at = start;
        self.escaped_string()
    }

    /// The rest of a text in quotes, beginning with its first escape.
    fn escaped_string(&mut self) -> Result<Text, DocError> {
        let mut text = String::new();
        loop {
            let rest = self.source.get(self.at..).unwrap_or_default();
            let Some(length) = rest.find(['"', '\\', '\n']) else {
                return Err(self.unterminated());
            };
            text.push_str(rest.get(..length).unwrap_or_default());
            self.at += length;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Text::Owned(text.into()));
                }
                Some(b'\\') => text.push(self.escape()?),
                _ => return Err(self.unterminated()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, DocError> {
        let escape = self.source.as_bytes().get(self.at + 1).copied();
        let character = match escape {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(),
            _ => return Err(DocError::at(self.position(), message::bad_escape())),
        };
        self.at += 2;
        Ok(character)
    }

    /// `\u00e9`, or two of them that are the halves of one character.
    fn unicode_escape(&mut self) -> Result<char, DocError> {
        let Some(first) = self.hexadecimal(self.at) else {
            return Err(DocError::at(self.position(), message::bad_escape()));
        };
        let second = self
            .hexadecimal(self.at + 6)
            .filter(|_| (0xD800..0xDC00).contains(&first));
        self.at += 6;
        if let Some(second @ 0xDC00..0xE000) = second {
            self.at += 6;
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        // RFC 8259 §8.2 leaves open what a lone half means. A Rust string cannot hold one.
        Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hexadecimal(&self, at: usize) -> Option<u32> {
        let digits = self.source.get(at..at + 6)?.strip_prefix("\\u")?;
        digits
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit())
            .then_some(())?;
        u32::from_str_radix(digits, 16).ok()
    }

    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn step(&mut self, state: State) -> State {
        self.at += 1;
        state
    }

    fn end(&mut self) -> State {
        self.builder.end();
        self.step(State::AfterValue)
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'\n' => {
                    self.at += 1;
                    self.line = self.line.saturating_add(1);
                    self.known = self.at;
                    self.column = 1;
                }
                _ => return,
            }
        }
    }

    /// The position of the next byte.
    fn position(&mut self) -> Position {
        let passed = self
            .source
            .get(self.known..self.at)
            .unwrap_or_default()
            .chars()
            .count();
        self.column = self
            .column
            .saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
        self.known = self.at;
        Position {
            line: self.line,
            column: self.column,
        }
    }

    fn expected(&mut self, what: &str) -> DocError {
        let found = self
            .source
            .get(self.at..)
            .and_then(|rest| rest.chars().next());
        DocError::at(self.position(), message::not_json(what, found))
    }

    fn unterminated(&mut self) -> DocError {
        DocError::at(self.position(), message::unterminated())
    }
}

/// Whether a text is a number of RFC 8259 §6.
fn is_json_number(text: &str) -> bool {
    let (text, exponent) = text
        .split_once(['e', 'E'])
        .map_or((text, None), |(text, exponent)| (text, Some(exponent)));
    let (whole, fraction) = text
        .split_once('.')
        .map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let exponent = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    let has_digits = is_number(whole) && [fraction, exponent].into_iter().flatten().all(is_number);
    has_digits && (whole == "0" || !whole.starts_with('0'))
}
