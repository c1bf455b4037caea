//! The answer for programs: one object on one line.

use std::fmt::Write as _;

use statusbook_reader::{Codes, DocError, ErrorCodeRow, Kind, StatusRow};

use super::document::Document;

/// The object: the rows, or the first reason for which the document is refused.
pub(crate) fn object(document: &Document, codes: Option<&Document>) -> String {
    let page = match &document.page {
        Ok(page) => page,
        Err(errors) => return refusal(document, errors),
    };
    let other = match codes.map(|codes| (codes, &codes.page)) {
        Some((codes, Err(errors))) => return refusal(codes, errors),
        Some((_, Ok(other))) => other.error_codes.as_slice(),
        None => &[],
    };
    let statuses: Vec<String> = page.statuses.iter().map(status).collect();
    let error_codes: Vec<String> = page
        .error_codes
        .iter()
        .chain(other)
        .map(error_code)
        .collect();
    format!(
        "{{\"document\": {}, \"statuses\": [{}], \"error_codes\": [{}]}}\n",
        string(&document.name),
        statuses.join(", "),
        error_codes.join(", ")
    )
}

fn refusal(document: &Document, errors: &[DocError]) -> String {
    let unknown = DocError::whole("unknown");
    refused(&document.name, errors.first().unwrap_or(&unknown))
}

/// The object of a document of which nothing is used.
pub(crate) fn refused(name: &str, error: &DocError) -> String {
    format!(
        "{{\"document\": {}, \"error\": {{{}}}}}\n",
        string(name),
        place_and_message(error)
    )
}

/// `"line": 4, "column": 3, "message": "…"`.
pub(crate) fn place_and_message(error: &DocError) -> String {
    let number =
        |number: Option<u32>| number.map_or_else(|| "null".to_owned(), |number| number.to_string());
    format!(
        "\"line\": {}, \"column\": {}, \"message\": {}",
        number(error.position.map(|position| position.line)),
        number(error.position.map(|position| position.column)),
        string(&error.message)
    )
}

fn status(row: &StatusRow) -> String {
    let kind = match row.codes.kind() {
        Kind::Success => "success",
        Kind::Error => "error",
        Kind::Other => "other",
    };
    let methods: Vec<String> = row.methods.iter().map(|method| string(method)).collect();
    format!(
        "{{\"code\": {}, \"reason\": {}, \"description\": {}, \"kind\": \"{kind}\", \"methods\": [{}], \"line\": {}}}",
        code(row.codes),
        string(&row.reason),
        string(&row.description),
        methods.join(", "),
        row.position.line
    )
}

fn error_code(row: &ErrorCodeRow) -> String {
    let status = row
        .status
        .map_or_else(|| "null".to_owned(), |status| status.to_string());
    format!(
        "{{\"code\": {}, \"status\": {status}, \"message\": {}, \"description\": {}, \"line\": {}}}",
        string(&row.code),
        string(&row.message),
        string(&row.description),
        row.position.line
    )
}

/// A number for one code, a text for a class or range.
fn code(codes: Codes) -> String {
    match codes {
        Codes::One(code) => code.to_string(),
        Codes::Range(..) => string(&super::report::shown(codes)),
    }
}

/// A text as JSON writes it (RFC 8259 §7).
pub(crate) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
