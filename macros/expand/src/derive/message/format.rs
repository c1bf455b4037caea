//! Parses a format string (`std::fmt`) into text and placeholders. The placeholders are not resolved here.

use std::iter::Peekable;
use std::str::Chars;

use crate::message::derive as message;

/// A piece of a format string.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    Placeholder(Placeholder),
}

/// `{id:>8.3?}`.
#[derive(Debug, PartialEq)]
pub(crate) struct Placeholder {
    pub(crate) argument: Argument,
    /// Fill, alignment, sign and flags: everything before the width.
    pub(crate) flags: String,
    pub(crate) width: Option<Count>,
    pub(crate) precision: Option<Count>,
    /// The part that chooses the trait: `?`, `x`, or nothing.
    pub(crate) kind: String,
}

/// What a placeholder shows.
#[derive(Debug, PartialEq, Eq, Clone)]
pub(crate) enum Argument {
    /// `{}`
    Next,
    /// `{0}`
    Index(usize),
    /// `{id}`
    Name(String),
}

/// A width or a precision.
#[derive(Debug, PartialEq)]
pub(crate) enum Count {
    /// `8`
    Number(String),
    /// `width$` or `1$`
    Argument(Argument),
    /// `*`, for a precision: the next argument, before the one that is shown
    Star,
}

/// The pieces of `text`, or an error.
pub(crate) fn parse(text: &str) -> Result<Vec<Piece>, &'static str> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '{' if rest.next_if_eq(&'{').is_some() => plain.push('{'),
            '}' if rest.next_if_eq(&'}').is_some() => plain.push('}'),
            '{' => {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(Piece::Placeholder(placeholder(&mut rest)?));
            }
            '}' => return Err(message::LONE_CLOSING_BRACE),
            other => plain.push(other),
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    Ok(pieces)
}

/// The text of pieces without a placeholder.
pub(crate) fn fixed(pieces: &[Piece]) -> Option<String> {
    match pieces {
        [] => Some(String::new()),
        [Piece::Text(text)] => Some(text.clone()),
        _ => None,
    }
}

impl Placeholder {
    /// Whether a width or a precision may be an argument.
    pub(crate) fn has_count(&self) -> bool {
        self.width.is_some() || self.precision.is_some()
    }
}

fn placeholder(rest: &mut Peekable<Chars<'_>>) -> Result<Placeholder, &'static str> {
    skip_space(rest);
    let argument = argument(rest)?;
    skip_space(rest);
    let mut placeholder = Placeholder {
        argument,
        flags: String::new(),
        width: None,
        precision: None,
        kind: String::new(),
    };
    if rest.next_if_eq(&':').is_some() {
        specification(rest, &mut placeholder)?;
    }
    skip_space(rest);
    match rest.next() {
        Some('}') => Ok(placeholder),
        Some(_) if rest.find(|letter| matches!(letter, '{' | '}')) == Some('}') => {
            Err(message::BAD_PLACEHOLDER)
        }
        _ => Err(message::LONE_OPENING_BRACE),
    }
}

fn argument(rest: &mut Peekable<Chars<'_>>) -> Result<Argument, &'static str> {
    match rest.peek() {
        Some(letter) if letter.is_ascii_digit() => number(rest).map(Argument::Index),
        Some(letter) if begins_word(*letter) => Ok(Argument::Name(word(rest))),
        _ => Ok(Argument::Next),
    }
}

/// `[[fill]align][sign]['#']['0'][width]['.' precision][type]`, as `std::fmt` has it.
fn specification(
    rest: &mut Peekable<Chars<'_>>,
    placeholder: &mut Placeholder,
) -> Result<(), &'static str> {
    let mut ahead = rest.clone();
    let (first, second) = (ahead.next(), ahead.next());
    if second.is_some_and(is_alignment) {
        placeholder.flags.extend(first);
        placeholder.flags.extend(second);
        rest.nth(1);
    } else if let Some(alignment) = rest.next_if(|letter| is_alignment(*letter)) {
        placeholder.flags.push(alignment);
    }
    if let Some(sign) = rest.next_if(|letter| matches!(letter, '+' | '-')) {
        placeholder.flags.push(sign);
    }
    if let Some(sharp) = rest.next_if_eq(&'#') {
        placeholder.flags.push(sharp);
    }
    // `0$` is a width, `0` a flag.
    if rest.peek() == Some(&'0') && rest.clone().nth(1) != Some('$') {
        placeholder.flags.extend(rest.next());
    }
    placeholder.width = count(rest)?;
    if rest.next_if_eq(&'.').is_some() {
        placeholder.precision = if rest.next_if_eq(&'*').is_some() {
            Some(Count::Star)
        } else {
            count(rest)?
        };
    }
    while let Some(letter) = rest.next_if(|letter| letter.is_alphanumeric() || *letter == '?') {
        placeholder.kind.push(letter);
    }
    Ok(())
}

fn is_alignment(letter: char) -> bool {
    matches!(letter, '<' | '^' | '>')
}

/// A width or precision, if one is here. A word is one only if `$` follows. Otherwise, it is the kind.
fn count(rest: &mut Peekable<Chars<'_>>) -> Result<Option<Count>, &'static str> {
    match rest.peek() {
        Some(letter) if letter.is_ascii_digit() => {
            let number = number(rest)?;
            let count = if rest.next_if_eq(&'$').is_some() {
                Count::Argument(Argument::Index(number))
            } else {
                Count::Number(number.to_string())
            };
            Ok(Some(count))
        }
        Some(letter) if begins_word(*letter) => {
            let mut ahead = rest.clone();
            let name = word(&mut ahead);
            if ahead.next_if_eq(&'$').is_none() {
                return Ok(None);
            }
            *rest = ahead;
            Ok(Some(Count::Argument(Argument::Name(name))))
        }
        _ => Ok(None),
    }
}

fn number(rest: &mut Peekable<Chars<'_>>) -> Result<usize, &'static str> {
    let mut digits = String::new();
    while let Some(digit) = rest.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    digits.parse().map_err(|_| message::BAD_PLACEHOLDER)
}

/// An identifier. `r#type` is `type`, as in a message.
fn word(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut name = String::new();
    while let Some(letter) = rest.next_if(|letter| letter.is_alphanumeric() || *letter == '_') {
        name.push(letter);
    }
    if name == "r" && rest.next_if_eq(&'#').is_some() {
        return word(rest);
    }
    name
}

fn begins_word(letter: char) -> bool {
    letter.is_alphabetic() || letter == '_'
}

fn skip_space(rest: &mut Peekable<Chars<'_>>) {
    while rest.next_if(|letter| letter.is_whitespace()).is_some() {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only_placeholder(text: &str) -> Placeholder {
        match parse(text).map(|mut pieces| pieces.pop()) {
            Ok(Some(Piece::Placeholder(placeholder))) => placeholder,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn doubled_braces_are_text() {
        assert_eq!(parse("{{}}"), Ok(vec![Piece::Text("{}".to_owned())]));
    }

    #[test]
    fn lone_braces_are_refused() {
        assert_eq!(parse("a { b"), Err(message::LONE_OPENING_BRACE));
        assert_eq!(parse("a {id and {b}"), Err(message::LONE_OPENING_BRACE));
        assert_eq!(parse("a }"), Err(message::LONE_CLOSING_BRACE));
        assert_eq!(parse("{a b}"), Err(message::BAD_PLACEHOLDER));
        assert_eq!(
            parse("{99999999999999999999999}"),
            Err(message::BAD_PLACEHOLDER)
        );
    }

    #[test]
    fn every_part_of_a_specification_is_read() {
        let placeholder = only_placeholder("{id:*>+#08.3x?}");
        assert_eq!(placeholder.argument, Argument::Name("id".to_owned()));
        assert_eq!(placeholder.flags, "*>+#0");
        assert_eq!(placeholder.width, Some(Count::Number("8".to_owned())));
        assert_eq!(placeholder.precision, Some(Count::Number("3".to_owned())));
        assert_eq!(placeholder.kind, "x?");
    }

    #[test]
    fn counts_may_be_arguments() {
        let placeholder = only_placeholder("{0:width$.1$}");
        assert_eq!(
            placeholder.width,
            Some(Count::Argument(Argument::Name("width".to_owned())))
        );
        assert_eq!(
            placeholder.precision,
            Some(Count::Argument(Argument::Index(1)))
        );
        assert_eq!(only_placeholder("{:.*}").precision, Some(Count::Star));
        assert_eq!(
            only_placeholder("{:0$}").width,
            Some(Count::Argument(Argument::Index(0)))
        );
    }

    #[test]
    fn fill_may_be_any_letter() {
        assert_eq!(only_placeholder("{:}>5}").flags, "}>");
        assert_eq!(only_placeholder("{:?>5?}").flags, "?>");
        assert_eq!(only_placeholder("{:ü^5}").flags, "ü^");
    }
}
