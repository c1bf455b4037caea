//! The ways in which a cell writes a status code.

use super::phrase;
use crate::{
    row::Codes,
    text::{consists_of, contains_any, digits, is_number, trim_end_any, trim_start_any},
};

/// What a code cell says.
#[derive(PartialEq, Eq)]
pub(crate) enum CodeCell {
    /// Nothing, or a ditto mark: the row belongs to the code above.
    Empty,
    /// A mark that says that there is no code, such as `-` and `N/A`.
    Without,
    /// Codes, and the phrase that stands with them.
    Codes(Vec<Codes>, String),
    /// A number that is no HTTP status, such as `1060`.
    OutOfRange,
    /// Something else.
    Other,
    /// Codes among words that may say anything, such as `200 if possible, 409 otherwise`.
    Sentence,
}

/// Reads a code cell.
pub(crate) fn parse(text: &str) -> CodeCell {
    let text = strip_marks(text);
    if text.is_empty() || matches!(text, "\"" | "〃" | "″" | "''") {
        return CodeCell::Empty;
    }
    if is_nothing(text) {
        return CodeCell::Without;
    }
    let text = strip_prefix(text);
    let text = class_without_other(text).unwrap_or(text);
    let (codes, rest) = leading(text);
    if codes.is_empty() {
        return trailing(text);
    }
    let rest = rest.trim_start();
    let Some(phrase) = phrase_after(rest) else {
        return CodeCell::Sentence;
    };
    // `400+`, `500 %`, `200/td>`, `200 {"ok": true}`: whatever that says, it is no phrase.
    if !phrase.is_empty()
        && (!phrase.contains(char::is_alphabetic) || contains_any(&phrase, "<>{}"))
    {
        return CodeCell::Sentence;
    }
    if holds_code(&phrase) {
        return CodeCell::Sentence;
    }
    CodeCell::Codes(codes, phrase)
}

/// Whether a cell says that it has nothing to say.
pub(crate) fn is_nothing(text: &str) -> bool {
    matches!(text, "-" | "--" | "—" | "–" | "/" | "无" | "?")
        || ["n/a", "na", "none", "null"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
}

/// Takes footnote marks and quotes off the ends.
fn strip_marks(mut text: &str) -> &str {
    // `✅ 200`: signs that stand before a code say nothing, but those that compare do.
    text = text.trim_start_matches(|c: char| {
        !c.is_ascii()
            && !c.is_alphanumeric()
            && !matches!(c, '≤' | '≥' | '≠' | '≈' | '±' | '£' | '€' | '¥')
    });
    text = text.trim();
    loop {
        let before = text;
        text = trim_end_any(text, "*†‡¹²³:：;。").trim_end();
        if let Some(open) = text.strip_suffix(']').and_then(|inner| inner.rfind('[')) {
            let mark = text.get(open + 1..text.len() - 1).unwrap_or("");
            if open > 0 && mark.len() <= 4 && consists_of(mark, "0123456789#*^") {
                text = text.get(..open).unwrap_or("").trim_end();
            }
        }
        for (open, close) in [
            ('"', '"'),
            ('\'', '\''),
            ('“', '”'),
            ('`', '`'),
            ('(', ')'),
            ('[', ']'),
        ] {
            if let Some(inner) = text
                .strip_prefix(open)
                .and_then(|text| text.strip_suffix(close))
                && !inner.contains(open)
                && !inner.contains(close)
            {
                text = inner.trim();
            }
        }
        if text == before {
            return text;
        }
    }
}

/// Takes `HTTP`, `HTTP/1.1`, `Status`, `Code` off the front, where a number follows.
fn strip_prefix(text: &str) -> &str {
    let mut rest = text;
    for word in [
        "http/1.1", "http/1.0", "http/2", "https", "http", "response", "error", "status", "code",
    ] {
        if rest
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
        {
            let after = rest.get(word.len()..).unwrap_or("");
            rest = trim_start_any(after, " :-_#");
        }
    }
    if digits(rest) > 0 { rest } else { text }
}

/// The class behind `Other 4xx`, `any other 5xx`: with the codes beside it, any code of the class is documented.
fn class_without_other(text: &str) -> Option<&str> {
    let mut rest = text;
    for word in ["any ", "all ", "other "] {
        if rest
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
        {
            rest = rest.get(word.len()..).unwrap_or("").trim_start();
        }
    }
    let is_class = matches!(number(rest), Some((Codes::Range(..), _)));
    (is_class && rest.len() < text.len()).then_some(rest)
}

/// The codes at the beginning, and what follows them.
fn leading(text: &str) -> (Vec<Codes>, &str) {
    let mut codes = Vec::new();
    let mut rest = text;
    while let Some((code, after)) = one(rest) {
        codes.push(code);
        rest = after;
        let Some(next) = separator(after).filter(|next| one(next).is_some()) else {
            break;
        };
        rest = next;
    }
    (codes, rest)
}

/// One code, class or range at the beginning.
fn one(text: &str) -> Option<(Codes, &str)> {
    let (first, rest) = number(text)?;
    let Codes::One(from) = first else {
        return Some((first, rest));
    };
    // `404.13`: a substatus of IIS, which is no status of its own.
    if let Some(after) = rest.strip_prefix('.') {
        let digits = digits(after);
        if (1..=3).contains(&digits) {
            let rest = after.get(digits..).unwrap_or("");
            return (!rest.starts_with(|c: char| c.is_alphanumeric() || c == '.'))
                .then_some((first, rest));
        }
    }
    for dash in ["-", "–", "—", "~", "～", "..", "…", "to ", "through "] {
        let after = rest.trim_start().strip_prefix(dash).map(str::trim_start);
        if let Some((Codes::One(to), rest)) = after.and_then(number)
            && from < to
        {
            return Some((Codes::Range(from, to), rest));
        }
    }
    Some((first, rest))
}

/// `404`, `4xx`, `50X`.
fn number(text: &str) -> Option<(Codes, &str)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| {
        bytes
            .get(at)
            .filter(|byte| byte.is_ascii_digit())
            .map(|byte| u16::from(byte - b'0'))
    };
    let any = |at: usize| {
        bytes
            .get(at)
            .is_some_and(|byte| matches!(byte, b'x' | b'X' | b'*'))
    };
    let hundreds = digit(0).filter(|digit| (1..=5).contains(digit))? * 100;
    let codes = match (digit(1), digit(2)) {
        (Some(tens), Some(ones)) => Codes::One(hundreds + tens * 10 + ones),
        (Some(tens), None) if any(2) => {
            Codes::Range(hundreds + tens * 10, hundreds + tens * 10 + 9)
        }
        (None, _) if any(1) && any(2) => Codes::Range(hundreds, hundreds + 99),
        _ => return None,
    };
    let rest = text.get(3..)?;
    // `401Unauthorized` is a code and its phrase; `4041` and `200ms` are not.
    match rest.chars().next() {
        Some(next) if next.is_ascii_digit() || next == '_' => None,
        Some(next) if next.is_ascii_lowercase() => None,
        _ => Some((codes, rest)),
    }
}

/// What stands behind a separator of a list.
fn separator(text: &str) -> Option<&str> {
    let trimmed = text.trim_start();
    for mark in [
        "/", ",", "，", "、", ";", "；", "|", "&", "or ", "and ", "或", "和",
    ] {
        if let Some(rest) = trimmed.strip_prefix(mark) {
            let rest = rest.trim_start();
            let rest = rest
                .strip_prefix("or ")
                .or_else(|| rest.strip_prefix("and "))
                .unwrap_or(rest);
            return Some(rest.trim_start());
        }
    }
    // Lines of a cell, one code each, are parted by a space by now.
    (trimmed.len() < text.len()).then_some(trimmed)
}

/// The phrase behind the codes: `Not Found`, `(Not Found)`, `- Not Found`, `"Not Found"`.
fn phrase_after(rest: &str) -> Option<String> {
    let rest = trim_start_any(rest, "-–—:：,，=/|>→").trim();
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']')] {
        if let Some(inner) = rest.strip_prefix(open) {
            let inner = inner.strip_suffix(close)?;
            let is_whole = !inner.contains(open) && !inner.contains(close);
            return is_whole.then(|| unquoted(inner).trim().to_owned());
        }
    }
    Some(unquoted(rest).to_owned())
}

/// A text without the quotes around it, paired or not.
fn unquoted(text: &str) -> &str {
    const QUOTES: &str = "\"'“”„‘’";
    trim_end_any(trim_start_any(text, QUOTES), QUOTES)
}

/// `Not Found (404)`, `Not Found 404`.
fn trailing(text: &str) -> CodeCell {
    let bare = trim_end_any(text, ")）]");
    if let Some((at, _)) = bare.char_indices().rev().nth(2)
        && let Some((code, "")) = bare.get(at..).and_then(number)
        && let Some(before) = bare.get(..at)
        && !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'))
    {
        let phrase = trim_end_any(before, "(（[ -–—:").trim();
        if holds_code(phrase) {
            return CodeCell::Sentence;
        }
        let bracketed = bare.len() < text.len();
        if bracketed || phrase::is_phrase(phrase) {
            return CodeCell::Codes(vec![code], phrase.to_owned());
        }
    }
    if is_number(text) {
        CodeCell::OutOfRange
    } else if holds_code(text) {
        CodeCell::Sentence
    } else {
        CodeCell::Other
    }
}

/// Whether a text holds a word that is a status code.
pub(crate) fn holds_code(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| {
        word.len() == 3 && is_number(word) && matches!(word.as_bytes().first(), Some(b'1'..=b'5'))
    })
}
