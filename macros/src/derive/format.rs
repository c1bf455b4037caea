//! Reads a format string (`std::fmt`) into text and holes, without knowing what the holes name.

use std::iter::Peekable;
use std::str::Chars;

use crate::message::derive as message;

/// A piece of a format string.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    Hole(Hole),
}

/// `{id:>8.3?}`.
#[derive(Debug, PartialEq)]
pub(crate) struct Hole {
    pub(crate) argument: Argument,
    /// Fill, alignment, sign and flags: what stands before the width.
    pub(crate) flags: String,
    pub(crate) width: Option<Count>,
    pub(crate) precision: Option<Count>,
    /// What chooses the trait: `?`, `x`, or nothing.
    pub(crate) kind: String,
}

/// What a hole shows.
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
    /// `*`, of a precision: the next argument, before the one that is shown
    Star,
}

/// The pieces of `text`, or what is wrong with it.
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
                pieces.push(Piece::Hole(hole(&mut rest)?));
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

fn hole(rest: &mut Peekable<Chars<'_>>) -> Result<Hole, &'static str> {
    skip_space(rest);
    let argument = argument(rest)?;
    skip_space(rest);
    let mut hole = Hole {
        argument,
        flags: String::new(),
        width: None,
        precision: None,
        kind: String::new(),
    };
    if rest.next_if_eq(&':').is_some() {
        specification(rest, &mut hole)?;
    }
    skip_space(rest);
    match rest.next() {
        Some('}') => Ok(hole),
        Some(_) if rest.find(|letter| matches!(letter, '{' | '}')) == Some('}') => {
            Err(message::BAD_HOLE)
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
fn specification(rest: &mut Peekable<Chars<'_>>, hole: &mut Hole) -> Result<(), &'static str> {
    let mut ahead = rest.clone();
    let (first, second) = (ahead.next(), ahead.next());
    if second.is_some_and(is_alignment) {
        hole.flags.extend(first);
        hole.flags.extend(second);
        rest.nth(1);
    } else if let Some(alignment) = rest.next_if(|letter| is_alignment(*letter)) {
        hole.flags.push(alignment);
    }
    if let Some(sign) = rest.next_if(|letter| matches!(letter, '+' | '-')) {
        hole.flags.push(sign);
    }
    if let Some(sharp) = rest.next_if_eq(&'#') {
        hole.flags.push(sharp);
    }
    // `0$` is a width, `0` a flag.
    if rest.peek() == Some(&'0') && rest.clone().nth(1) != Some('$') {
        hole.flags.extend(rest.next());
    }
    hole.width = count(rest)?;
    if rest.next_if_eq(&'.').is_some() {
        hole.precision = if rest.next_if_eq(&'*').is_some() {
            Some(Count::Star)
        } else {
            count(rest)?
        };
    }
    while let Some(letter) = rest.next_if(|letter| letter.is_alphanumeric() || *letter == '?') {
        hole.kind.push(letter);
    }
    Ok(())
}

fn is_alignment(letter: char) -> bool {
    matches!(letter, '<' | '^' | '>')
}

/// A width or precision, if one stands here: a word is one only if `$` follows, else it is the kind.
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
    digits.parse().map_err(|_| message::BAD_HOLE)
}

/// An identifier; `r#type` is `type`, because that is how a message writes it.
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

    fn only_hole(text: &str) -> Hole {
        match parse(text).map(|mut pieces| pieces.pop()) {
            Ok(Some(Piece::Hole(hole))) => hole,
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
        assert_eq!(parse("{a b}"), Err(message::BAD_HOLE));
        assert_eq!(parse("{99999999999999999999999}"), Err(message::BAD_HOLE));
    }

    #[test]
    fn every_part_of_a_specification_is_read() {
        let hole = only_hole("{id:*>+#08.3x?}");
        assert_eq!(hole.argument, Argument::Name("id".to_owned()));
        assert_eq!(hole.flags, "*>+#0");
        assert_eq!(hole.width, Some(Count::Number("8".to_owned())));
        assert_eq!(hole.precision, Some(Count::Number("3".to_owned())));
        assert_eq!(hole.kind, "x?");
    }

    #[test]
    fn counts_may_be_arguments() {
        let hole = only_hole("{0:width$.1$}");
        assert_eq!(
            hole.width,
            Some(Count::Argument(Argument::Name("width".to_owned())))
        );
        assert_eq!(hole.precision, Some(Count::Argument(Argument::Index(1))));
        assert_eq!(only_hole("{:.*}").precision, Some(Count::Star));
        assert_eq!(
            only_hole("{:0$}").width,
            Some(Count::Argument(Argument::Index(0)))
        );
    }

    #[test]
    fn fill_may_be_any_letter() {
        assert_eq!(only_hole("{:}>5}").flags, "}>");
        assert_eq!(only_hole("{:?>5?}").flags, "?>");
        assert_eq!(only_hole("{:ü^5}").flags, "ü^");
    }
}
