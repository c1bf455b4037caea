//! Parses a cell of the status column.

use std::borrow::Cow;

use super::{
    header::{self, Heading},
    marks::{MARKS, strip_reference},
    phrase,
};
use crate::{
    method::METHODS,
    row::Codes,
    text::{
        consists_of, contains, contains_any, digits, ends_with, find_mark, is_bidi, is_number,
        split_any, starts_with, trim_end_any, trim_start_any, words,
    },
};

/// The content of a cell of the status column.
#[derive(PartialEq, Eq)]
pub(crate) enum CodeCell {
    /// Nothing, or a ditto mark. The row belongs to the code above.
    Empty,
    /// A mark or a word for a row without a code, such as `-`, `N/A` and `default`.
    Without,
    /// Codes, each with its phrase or note.
    Codes(Vec<Coded>),
    /// A number that is not an HTTP status, such as `1060`.
    OutOfRange,
    /// Something else.
    Other,
    /// Codes in a sentence, such as `200 if possible, 409 otherwise`.
    Sentence,
    /// A code that may not be used, and the reason for the doubt.
    Doubt(Doubt),
}

/// A code with its phrase or note.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Coded {
    pub(crate) codes: Codes,
    pub(crate) beside: Beside,
}

/// A phrase or a note beside a code.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Beside {
    /// `Not Found`.
    pub(crate) phrase: String,
    /// `GET only`, `since v2`.
    pub(crate) note: String,
}

/// The reason why a code may not be used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// `410 (no longer used)`.
    Unused,
    /// `❌ 404`, `¬404`.
    Sign,
    /// It has characters that change the direction of text.
    Bidi,
}

/// Reads a code cell.
pub(crate) fn parse(text: &str) -> CodeCell {
    let narrow = narrowed(text);
    let written = strip_marks(&narrow);
    if (written.is_empty() && narrow.trim() != "*") || matches!(written, "\"" | "〃" | "″" | "''")
    {
        return CodeCell::Empty;
    }
    if is_nothing(written) || is_without_response(written) || narrow.trim() == "*" {
        return CodeCell::Without;
    }
    if !written.bytes().any(|byte| byte.is_ascii_digit()) {
        return CodeCell::Other;
    }
    if !written.is_ascii() && contains(written, is_bidi) {
        return CodeCell::Doubt(Doubt::Bidi);
    }
    let (sign, written) = strip_signs(written);
    let cell = list(written).unwrap_or_else(|| single(written));
    match cell {
        CodeCell::Codes(_) if sign == Sign::Doubtful => CodeCell::Doubt(Doubt::Sign),
        cell => cell,
    }
}

/// Codes without phrases of their own, or one with its phrase: `400/401`, `404 Not Found`.
fn single(text: &str) -> CodeCell {
    let text = strip_prefix(text);
    let text = class_without_other(text).unwrap_or(text);
    let (codes, rest) = leading(text);
    if codes.is_empty() {
        return trailing(text);
    }
    match beside(rest.trim_start(), &codes) {
        Ok(beside) => CodeCell::Codes(with(codes, &beside)),
        Err(cell) => cell,
    }
}

/// Several codes, of which some have phrases or notes: `200 OK, 404 Not Found`, `400 (for events only), 401`.
fn list(text: &str) -> Option<CodeCell> {
    let parts = parts(text);
    if parts.is_empty() {
        return None;
    }
    let mut all = Vec::new();
    let mut says = false;
    for part in parts {
        let (codes, rest) = leading(strip_prefix(part.trim()));
        let rest = rest.trim();
        if codes.is_empty() {
            return None;
        }
        let beside = beside(rest, &codes).ok()?;
        // An unregistered phrase may be a sentence that continues after the comma.
        let is_plain = beside.phrase.is_empty() || phrase::is_phrase(&beside.phrase);
        if !is_plain {
            return None;
        }
        says |= !rest.is_empty();
        all.append(&mut with(codes, &beside));
    }
    says.then_some(CodeCell::Codes(all))
}

/// The parts of a text between commas and semicolons that are not in parentheses. None if there is only one.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut from = 0;
    for (at, character) in text.char_indices() {
        match character {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | ';' | '，' | '；' | '、' if depth == 0 => {
                parts.push(text.get(from..at).unwrap_or(""));
                from = at + character.len_utf8();
            }
            _ => {}
        }
    }
    if from > 0 {
        parts.push(text.get(from..).unwrap_or(""));
    }
    parts
}

fn with(codes: Vec<Codes>, beside: &Beside) -> Vec<Coded> {
    let with_beside = |codes| Coded {
        codes,
        beside: beside.clone(),
    };
    codes.into_iter().map(with_beside).collect()
}

/// What follows codes: a phrase, a note, or a text that makes the cell something else.
fn beside(rest: &str, codes: &[Codes]) -> Result<Beside, CodeCell> {
    if rest.is_empty() {
        return Ok(Beside::default());
    }
    let (text, bracketed) = unwrapped(rest).ok_or(CodeCell::Sentence)?;
    // `4xx (400-499)` has the same codes twice.
    if let ([class], (repeated, "")) = (codes, leading(text))
        && repeated == [*class]
    {
        return Ok(Beside::default());
    }
    if is_unused(text) {
        return Err(CodeCell::Doubt(Doubt::Unused));
    }
    // `400+`, `500 %`, `200/td>`, `200 {"ok": true}`, `443 TLS`: this is not a phrase.
    let is_text = text.is_empty()
        || (contains(text, char::is_alphabetic)
            && !contains_any(text, "<>{}")
            && !is_protocol(text));
    if bracketed && !phrase::is_phrase(text) && is_note(text) {
        // `200 (or 201)`: the note is about another status too.
        if holds_status(text) {
            return Err(CodeCell::Sentence);
        }
        return Ok(Beside {
            note: text.to_owned(),
            ..Beside::default()
        });
    }
    let is_more = goes_on(text) && !names_class(text);
    if !is_text || holds_code(text) || number(text).is_some() || is_more {
        return Err(CodeCell::Sentence);
    }
    // `Not Found (GET only)`: a note after the phrase.
    if let Some((before, note)) = text
        .strip_suffix([')', '）'])
        .and_then(|inner| inner.rsplit_once(['(', '（']))
        && !before.trim().is_empty()
        && !contains_any(before, "(（)）")
    {
        if is_unused(note) {
            return Err(CodeCell::Doubt(Doubt::Unused));
        }
        if is_note(note) && holds_status(note) {
            return Err(CodeCell::Sentence);
        }
        if is_note(note) {
            return Ok(Beside {
                phrase: unquoted(before.trim()).to_owned(),
                note: note.trim().to_owned(),
            });
        }
    }
    if !phrase::is_phrase(text) && limits(text) {
        return Ok(Beside {
            note: text.to_owned(),
            ..Beside::default()
        });
    }
    Ok(Beside {
        phrase: text.to_owned(),
        ..Beside::default()
    })
}

/// The longest text that is searched for words such as `reserved`, in characters. A longer text is a description.
const LONGEST_DOUBT: usize = 40;

/// Whether a text says that a code is not used, no longer used, or not used yet.
pub(crate) fn is_unused(text: &str) -> bool {
    text.chars().count() <= LONGEST_DOUBT && !phrase::is_phrase(text) && header::negates(text)
}

/// The longest text that is looked at for a sentence which says that its row is not used, in characters.
const LONGEST_SAID: usize = 80;

/// Whether a sentence says nothing else than that its row is not used: `Reserved`, `We no longer send this`, `Removed in v3`.
pub(crate) fn says_unused(text: &str) -> bool {
    text.len() <= 4 * LONGEST_SAID
        && text.chars().count() <= LONGEST_SAID
        && header::negates(text)
        && split_any(text, ".,;:()。，；").any(clause_says_unused)
}

/// Whether a text stands for one that is not written yet: `TODO`, `TODO: describe`. In small letters, it is Spanish.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let text = text.trim_matches(|character: char| !character.is_alphanumeric());
    ["TODO", "FIXME"].iter().any(|mark| {
        text.strip_prefix(mark)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    })
}

fn clause_says_unused(clause: &str) -> bool {
    /// The longest clause, in words.
    const LONGEST: usize = 8;
    const SUBJECTS: [&str; 10] = [
        "we",
        "it",
        "this",
        "is",
        "are",
        "code",
        "status",
        "currently",
        "do",
        "does",
    ];
    const VERBS: [&str; 12] = [
        "return", "returned", "send", "sent", "use", "used", "occur", "occurs", "happens", "seen",
        "emitted", "in",
    ];
    if clause.split_whitespace().nth(LONGEST).is_some() {
        return false;
    }
    let heading = Heading::new(clause);
    if !heading.negates() {
        return false;
    }
    let mut words = heading.text.split(' ').peekable();
    while words.next_if(|word| SUBJECTS.contains(word)).is_some() {}
    let rest: Vec<&str> = words.collect();
    match rest.as_slice() {
        ["not", "supported", ..] | ["unsupported", ..] => false,
        ["reserved" | "planned", "for", ..] | ["no", "longer", _] => true,
        ["removed", "in" | "since", ..] | ["obsolete", "since", ..] => rest.len() <= 4,
        ["no", "longer", verb, ..] | ["never" | "not", verb, ..] => VERBS.contains(verb),
        _ => heading.is_negation() || Heading::new(&rest.join(" ")).is_negation(),
    }
}

/// Whether a text in parentheses is a note and not a phrase. Phrases have capitals and no numbers.
fn is_note(text: &str) -> bool {
    starts_with(text, char::is_lowercase)
        || contains(text, |c| c.is_ascii_digit())
        || text.split_whitespace().any(|word| METHODS.contains(&word))
        || limits(text)
}

/// Whether a text limits a code: `GET only`, `since v2`.
fn limits(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = words(&lower);
    words.clone().any(|word| word == "only")
        || words.next().is_some_and(|first| {
            ["since", "from", "until", "till", "deprecated", "optional"].contains(&first)
        })
}

/// Whether a text is the name of a protocol, with or without its version.
fn is_protocol(text: &str) -> bool {
    const PROTOCOLS: [&str; 21] = [
        "HTTP", "HTTPS", "TLS", "SSL", "TCP", "UDP", "SMTP", "FTP", "SSH", "IMAP", "POP3", "LDAP",
        "DNS", "SIP", "QUIC", "GRPC", "MQTT", "AMQP", "RTSP", "WS", "WSS",
    ];
    let (name, version) = text.split_at(find_mark(text, |byte| matches!(byte, b'/' | b' ')));
    let version = trim_start_any(version, "/ v");
    PROTOCOLS
        .iter()
        .any(|protocol| name.eq_ignore_ascii_case(protocol))
        && consists_of(version, "0123456789.")
}

/// Replaces full-width, Arabic, Persian and Devanagari digits with ASCII digits.
fn narrowed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !contains(text, |c| digit(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let narrow = |c| {
        digit(c)
            .and_then(|digit| char::from_digit(digit, 10))
            .unwrap_or(c)
    };
    text.chars().map(narrow).collect()
}

/// The value of a digit that is not ASCII.
fn digit(character: char) -> Option<u32> {
    const ZEROS: [char; 4] = ['０', '٠', '۰', '०'];
    let mut digits = ZEROS
        .iter()
        .map(|zero| u32::from(character).wrapping_sub(u32::from(*zero)));
    digits.find(|digit| *digit < 10)
}

/// The meaning of signs before a code.
#[derive(PartialEq, Eq)]
enum Sign {
    Nothing,
    /// They may mean that the code is not used.
    Doubtful,
}

/// Removes signs before a code: `✅ 200`, `❌ 404`, `¬404`.
fn strip_signs(text: &str) -> (Sign, &str) {
    // List markers, and signs for a status that is used.
    const PLAIN: &str =
        "•·●○◦▪▫■□▸►→»›–—―✅✔✓☑🟢🟡🟠🔴🔵⚪⚫⚠ℹ★☆⭐⚡🔒🔑\u{fe0f}\u{fe0e}\u{20e3}“”„‘’«‹「『《【";
    let is_sign = |c: char| {
        !c.is_ascii()
            && !c.is_alphanumeric()
            && !c.is_whitespace()
            && !matches!(c, '≤' | '≥' | '≈' | '±' | '£' | '€' | '¥')
    };
    let rest = text.trim_start_matches(|c: char| is_sign(c) || c.is_whitespace());
    let signs = text.strip_suffix(rest).unwrap_or("");
    if digits(rest) == 0 {
        return (Sign::Nothing, text);
    }
    let is_plain = signs
        .chars()
        .all(|c| c.is_whitespace() || PLAIN.contains(c));
    if is_plain {
        (Sign::Nothing, rest)
    } else {
        (Sign::Doubtful, rest)
    }
}

/// Whether a cell names a failure without a response, and so without a status.
fn is_without_response(text: &str) -> bool {
    const CAUSES: [&str; 4] = ["network", "connection", "socket", "transport"];
    const FAILURES: [&str; 8] = [
        "error", "errors", "failure", "failed", "refused", "reset", "closed", "lost",
    ];
    let Some((cause, failure)) = text.split_once(' ') else {
        return false;
    };
    let is = |word: &str, other: &&str| word.eq_ignore_ascii_case(other);
    (is(cause, &"no") && is(failure, &"response"))
        || (CAUSES.iter().any(|other| is(cause, other))
            && FAILURES.iter().any(|other| is(failure, other)))
}

/// Whether a cell says that it is empty, such as `-`.
pub(crate) fn is_nothing(text: &str) -> bool {
    matches!(text, "-" | "--" | "—" | "–" | "/" | "无" | "?" | "*")
        || ["n/a", "na", "none", "null", "default"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
}

/// Removes footnote marks and quotes at the ends.
fn strip_marks(mut text: &str) -> &str {
    text = text.trim();
    // Every mark is at the end, or has one there.
    while !ends_with(text, |last| last.is_ascii_alphanumeric()) {
        let before = text;
        // `4**` is a class, and its stars are not footnote marks.
        let is_class = text.len() == 3 && text.ends_with("**") && digits(text) == 1;
        if !is_class {
            text = trim_end_any(trim_end_any(text, MARKS), ":：;。").trim_end();
            if !text.ends_with("..") {
                text = text.strip_suffix('.').unwrap_or(text);
            }
        }
        text = strip_reference(text);
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
            break;
        }
    }
    text
}

/// Removes `HTTP`, `HTTP/1.1`, `Status` and `Code` before a number.
fn strip_prefix(text: &str) -> &str {
    if digits(text) > 0 {
        return text;
    }
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

/// The class of `Other 4xx` or `any other 5xx`. Together with the codes of other rows, the whole class is documented.
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

/// One code, class or range at the beginning: `404`, `4xx`, `400-404`, `4xx-5xx`.
fn one(text: &str) -> Option<(Codes, &str)> {
    let (first, rest) = number(text)?;
    // `404.13` is a substatus of IIS, not a status.
    if let (Codes::One(_), Some(after)) = (first, rest.strip_prefix('.')) {
        let digits = digits(after);
        if (1..=3).contains(&digits) {
            let rest = after.get(digits..).unwrap_or("");
            return (!starts_with(rest, |c| c.is_alphanumeric() || c == '.'))
                .then_some((first, rest));
        }
    }
    let after = rest.trim_start();
    for dash in ["-", "–", "—", "~", "～", "..", "…", "to ", "through "] {
        let after = after.strip_prefix(dash).map(str::trim_start);
        if let Some((last, rest)) = after.and_then(number)
            && let Some(range) = through(first, last)
        {
            return Some((range, rest));
        }
    }
    Some((first, rest))
}

/// The codes from one on to another, or from a class on to another.
fn through(first: Codes, last: Codes) -> Option<Codes> {
    match (first, last) {
        (Codes::One(from), Codes::One(to)) if from < to => Some(Codes::Range(from, to)),
        (Codes::Range(from, end), Codes::Range(next, to)) if end < next => {
            Some(Codes::Range(from, to))
        }
        _ => None,
    }
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

/// What follows a separator of a list.
fn separator(text: &str) -> Option<&str> {
    let trimmed = text.trim_start();
    if trimmed.is_empty() {
        return None;
    }
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
    // The lines of a cell were joined with spaces.
    (trimmed.len() < text.len()).then_some(trimmed)
}

/// What follows codes, without its brackets or marks, and whether it was in parentheses: `Not Found`, `(Not Found)`,
/// `- Not Found`, `"Not Found"`. `None` for parentheses that do not close.
fn unwrapped(rest: &str) -> Option<(&str, bool)> {
    let rest = trim_start_any(rest, "-–—:：,，=/|>→").trim();
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']')] {
        if let Some(inner) = rest.strip_prefix(open) {
            let inner = inner.strip_suffix(close)?;
            let is_whole = !inner.contains(open) && !inner.contains(close);
            return is_whole.then(|| (unquoted(inner).trim(), true));
        }
    }
    Some((unquoted(rest), false))
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
        && !ends_with(before, |c| {
            c.is_alphanumeric() || matches!(c, '.' | '_' | '-')
        })
    {
        let phrase = trim_end_any(before, "(（[ -–—:").trim();
        if holds_code(phrase) {
            return CodeCell::Sentence;
        }
        let bracketed = bare.len() < text.len();
        if bracketed || phrase::is_phrase(phrase) {
            if is_unused(phrase) {
                return CodeCell::Doubt(Doubt::Unused);
            }
            let beside = Beside {
                phrase: phrase.to_owned(),
                ..Beside::default()
            };
            return CodeCell::Codes(with(vec![code], &beside));
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

/// Whether a text behind a code goes on with more than that: `and others`, `etc.`, `unless it is raining`.
pub(crate) fn goes_on(text: &str) -> bool {
    let first = words(text).next();
    first.is_some_and(|first| {
        ["and", "or", "etc", "except", "unless", "but", "if"]
            .iter()
            .any(|word| first.eq_ignore_ascii_case(word))
    }) && !phrase::is_phrase(text)
}

/// Whether a text names a class of codes among its words: `or other 5XX`.
fn names_class(text: &str) -> bool {
    words(text).any(|word| matches!(number(word), Some((Codes::Range(..), ""))))
}

/// Whether a text holds a word that is a registered status of a response.
fn holds_status(text: &str) -> bool {
    words(text).any(|word| {
        holds_code(word)
            && word
                .parse()
                .is_ok_and(|code| code >= 200 && phrase::is_known(code))
    })
}

/// Whether a text holds a word that is a status code.
pub(crate) fn holds_code(text: &str) -> bool {
    words(text).any(|word| {
        word.len() == 3 && is_number(word) && matches!(word.as_bytes().first(), Some(b'1'..=b'5'))
    })
}
