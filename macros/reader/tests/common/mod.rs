//! Shared by the reader's tests: pages as lines that a test can compare.
#![allow(dead_code, reason = "each test program uses some of it")]

pub(crate) mod numbers;

use statusbook_reader::{Codes, Options, Page, read};

/// Reads a page that is right.
pub(crate) fn read_page(name: &str, text: &str) -> Page {
    read_section(name, text, None)
}

/// Reads a section of a page that is right.
pub(crate) fn read_section(name: &str, text: &str, section: Option<&str>) -> Page {
    match read(
        text,
        &Options {
            name,
            section,
            ..Options::default()
        },
    ) {
        Ok(page) => page,
        Err(errors) => panic!("refused: {errors:#?}"),
    }
}

/// The refusals of a page, as `line:column: sentence`.
pub(crate) fn refusals(name: &str, text: &str) -> Vec<String> {
    refusals_of_section(name, text, None)
}

/// The refusals of a section.
pub(crate) fn refusals_of_section(name: &str, text: &str, section: Option<&str>) -> Vec<String> {
    match read(
        text,
        &Options {
            name,
            section,
            ..Options::default()
        },
    ) {
        Ok(page) => panic!("read: {:#?}", rows(&page)),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

/// The status rows, one line each: position, code, reason, description, methods.
pub(crate) fn rows(page: &Page) -> Vec<String> {
    let row = |row: &statusbook_reader::StatusRow| {
        let methods = row.methods.join(" ");
        let code = match row.codes {
            Codes::One(code) => code.to_string(),
            Codes::Range(from, to) => format!("{from}-{to}"),
        };
        format!(
            "{} {code} `{}` `{}` {methods}",
            row.position, row.reason, row.description
        )
        .trim_end()
        .to_owned()
    };
    page.statuses.iter().map(row).collect()
}

/// The service error codes, one line each: position, code, status, message, description.
pub(crate) fn error_codes(page: &Page) -> Vec<String> {
    let row = |row: &statusbook_reader::ErrorCodeRow| {
        let status = row
            .status
            .map_or_else(|| "?".to_owned(), |status| status.to_string());
        format!(
            "{} {} {status} `{}` `{}`",
            row.position, row.code, row.message, row.description
        )
    };
    page.error_codes.iter().map(row).collect()
}

/// The notes, as `line:column: sentence`.
pub(crate) fn notes(page: &Page) -> Vec<String> {
    page.notes
        .iter()
        .map(|note| format!("{}: {}", note.position, note.message))
        .collect()
}
