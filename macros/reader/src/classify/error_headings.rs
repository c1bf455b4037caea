//! Pages of error codes without a table. Each code is a heading with a paragraph below it.

use super::{header::Heading, service_code};
use crate::{
    row::ErrorCodeRow,
    table::{self, Document},
    text::{contains_any, split_any, starts_with_any},
};

/// The minimal number of headings in a list of error codes. One or two are names of something else.
const LEAST_HEADINGS: usize = 3;

/// The error codes in the headings of a page. Empty if the page does not say that it is about errors.
///
/// All headings on the level of the first code must be codes. With `## Usage` among them, they are names of functions.
pub(crate) fn read(document: &Document, name: &str) -> Vec<ErrorCodeRow> {
    let is_code = |heading: &&table::Heading| heading.is_code && is_error_code(&heading.text);
    let Some(first) = document.headings.iter().find(is_code) else {
        return Vec::new();
    };
    let mut siblings = document
        .headings
        .iter()
        .filter(|heading| heading.is_beside(first));
    if !siblings.all(|heading| is_code(&heading)) {
        return Vec::new();
    }
    let codes = document.headings.iter().filter(is_code);
    if codes.clone().count() < LEAST_HEADINGS || !is_about_errors(document, name) {
        return Vec::new();
    }
    let row = |heading: &table::Heading| ErrorCodeRow {
        code: heading.text.clone(),
        status: None,
        message: String::new(),
        description: heading.below.clone(),
        position: heading.position,
    };
    codes.map(row).collect()
}

fn is_error_code(text: &str) -> bool {
    service_code::is_possible(text)
        && !contains_any(text, "(){}[]<>/=:,;$@#*\\")
        && !starts_with_any(text, "-.")
}

fn is_about_errors(document: &Document, name: &str) -> bool {
    let says = |text: &str| {
        let heading = Heading::new(text);
        heading.is_outcome() || heading.speaks_of_codes()
    };
    let file = split_any(name, "/\\").last().unwrap_or(name);
    says(file)
        || document
            .headings
            .iter()
            .any(|heading| !heading.is_code && says(&heading.text))
}
