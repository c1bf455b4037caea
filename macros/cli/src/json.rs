//! The parts of JSON that all commands write.

use std::fmt::Write as _;

use statusbook_reader::{DocError, acts};

/// A JSON string (RFC 8259 §7). Control characters are escaped, so that a terminal does not act on them.
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
            active if acts(active) => {
                for unit in active.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// A text, or `null`.
pub(crate) fn text_or_null(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_owned(), string)
}

/// A number, or `null`.
pub(crate) fn number_or_null(number: Option<u32>) -> String {
    number.map_or_else(|| "null".to_owned(), |number| number.to_string())
}

/// A list of values that are JSON already.
pub(crate) fn list(values: &[String]) -> String {
    format!("[{}]", values.join(", "))
}

/// `"line": 4, "column": 3, "message": "…"`.
pub(crate) fn place_and_message(error: &DocError) -> String {
    format!(
        "\"line\": {}, \"column\": {}, \"message\": {}",
        number_or_null(error.position.map(|position| position.line)),
        number_or_null(error.position.map(|position| position.column)),
        string(&error.message)
    )
}

/// The object for a document that is refused. If the error is in a file beside the document, `file` is its name.
pub(crate) fn refused(name: &str, file: Option<&str>, error: &DocError) -> String {
    let file = file.map_or_else(String::new, |file| format!("\"file\": {}, ", string(file)));
    format!(
        "{{\"document\": {}, \"error\": {{{file}{}}}}}\n",
        string(name),
        place_and_message(error)
    )
}
