//! The rustdoc of a table: of the modules, and of the constant of each status.

use super::contents::{Contents, Entry, ErrorCode, Operation};
use super::parse::Part;
use crate::names;
use crate::rustdoc::Rustdoc;
use crate::table_ref::written;

/// The maximal number of descriptions in the documentation of a constant.
const SHOWN: usize = 5;

/// The whole table, for the documentation of its module. For an OpenAPI document, it also lists the operations of
/// each code.
pub(super) fn table(document: &str, contents: &Contents) -> Rustdoc {
    let docs = Rustdoc::default()
        .markup("\n\nDocumented in ")
        .code(document)
        .markup(":");
    if !contents.operations.is_empty() {
        return unspecific(operations(docs, contents), contents);
    }
    let mut docs = rows(docs, contents);
    if !contents.error_codes.is_empty() {
        docs = docs.markup("\n| error code | status | message |\n|---|---|---|\n");
    }
    for code in &contents.error_codes {
        docs = docs.markup("| ").text(&code.code).markup(" |");
        for (index, status) in code.statuses.iter().enumerate() {
            docs = docs
                .markup(if index == 0 { " " } else { ", " })
                .number(*status);
        }
        docs = docs.markup(" | ").text(&code.message).markup(" |\n");
    }
    docs
}

/// The documentation of an operation's module.
pub(super) fn operation(document: &str, operation: &Operation) -> Rustdoc {
    let mut docs = Rustdoc::default();
    if !operation.summary.is_empty() {
        docs = docs.text(&operation.summary).markup("\n\n");
    }
    let place = operation.document.as_deref().unwrap_or(document);
    let docs = docs.code(&operation.shown()).markup(", ").code(place);
    let docs = docs.markup(", line ").number(operation.line);
    rows(docs, &operation.contents)
}

/// The documentation of a status's constant.
pub(super) fn status(document: &str, entry: &Entry) -> Rustdoc {
    let mut docs = Rustdoc::default()
        .markup("`")
        .number(entry.range().0)
        .markup("`");
    if !entry.reason.is_empty() {
        docs = docs.markup(" ").text(&entry.reason);
    }
    for description in entry.descriptions.iter().take(SHOWN) {
        docs = docs.markup("\n\n").text(description);
    }
    let more = entry.descriptions.len().saturating_sub(SHOWN);
    if more > 0 {
        docs = docs.markup("\n\nand ").number(more as u64).markup(" more");
    }
    let document = entry.document.as_deref().unwrap_or(document);
    let docs = docs.markup("\n\n").code(document);
    docs.markup(", line ").number(entry.line)
}

/// The documentation of a service error code's constant.
pub(super) fn error_code(document: &str, code: &ErrorCode) -> Rustdoc {
    let mut docs = Rustdoc::default().code(&code.code);
    for (index, status) in code.statuses.iter().enumerate() {
        docs = docs
            .markup(if index == 0 {
                ", documented for "
            } else {
                ", "
            })
            .number(*status);
    }
    for text in [&code.message, &code.description] {
        if !text.is_empty() {
            docs = docs.markup("\n\n").text(text);
        }
    }
    let document = code.document.as_deref().unwrap_or(document);
    let docs = docs.markup("\n\n").code(document);
    docs.markup(", line ").number(code.line)
}

/// The documentation of a union's module.
pub(super) fn composed(parts: &[Part]) -> Rustdoc {
    let docs = Rustdoc::default().markup("\n\n");
    let mut docs = docs.markup(if parts.len() > 1 { "The union of " } else { "" });
    for (index, part) in parts.iter().enumerate() {
        docs = docs.markup(if index == 0 { "" } else { ", " });
        for (index, code) in part.codes.iter().flatten().enumerate() {
            docs = docs
                .markup(if index == 0 { "" } else { " " })
                .number(code.number);
        }
        docs = docs.markup(if part.codes.is_some() { " of " } else { "" });
        docs = docs.code(&written(&part.table));
    }
    docs.markup(".")
}

/// The documentation of a constant of a union.
pub(super) fn status_of_union(code: u16) -> Rustdoc {
    let docs = Rustdoc::default().markup("`").number(code);
    docs.markup("`, documented by one of the tables")
}

fn rows(docs: Rustdoc, contents: &Contents) -> Rustdoc {
    let has_reasons = contents
        .entries
        .iter()
        .any(|entry| !entry.reason.is_empty());
    let mut docs = docs.markup(if has_reasons {
        "\n\n| status | reason | description |\n|---|---|---|\n"
    } else {
        "\n\n| status | description |\n|---|---|\n"
    });
    for entry in &contents.entries {
        docs = codes(docs.markup("| "), entry);
        if has_reasons {
            docs = docs.markup(" | ").text(&entry.reason);
        }
        for (index, description) in entry.descriptions.iter().enumerate() {
            docs = docs
                .markup(if index == 0 { " | " } else { "<br>" })
                .text(description);
        }
        docs = docs.markup(if entry.descriptions.is_empty() {
            " | |\n"
        } else {
            " |\n"
        });
    }
    docs
}

/// `404` with a link to its constant, or `400-499`.
fn codes(docs: Rustdoc, entry: &Entry) -> Rustdoc {
    let (first, last) = entry.range();
    match names::names(first).first() {
        Some(name) if first == last => {
            let label = Rustdoc::default().markup("`").number(first).markup("`");
            docs.link(&label, name)
        }
        _ => range_of(docs, (first, last)),
    }
}

fn operations(docs: Rustdoc, contents: &Contents) -> Rustdoc {
    let mut docs = docs.markup("\n\n| operation | statuses |\n|---|---|\n");
    for operation in &contents.operations {
        let label = Rustdoc::default().text(&operation.shown());
        docs = docs
            .markup("| ")
            .link(&label, &operation.name.to_string())
            .markup(" |");
        for entry in &operation.contents.entries {
            docs = range_of(docs.markup(" "), entry.range());
        }
        docs = docs.markup(" |\n");
    }
    docs
}

/// The number of operations whose documented errors allow every error.
fn unspecific(docs: Rustdoc, contents: &Contents) -> Rustdoc {
    if contents.unspecific == 0 {
        return docs;
    }
    let docs = docs
        .markup("\n")
        .number(contents.unspecific as u64)
        .markup(" of ");
    let docs = docs.number(contents.operations.len() as u64);
    docs.markup(
        " operations document errors only as a class (`4XX`) or as `default`: every error of it passes their checks. \
         A table of the statuses that are meant makes them strict, as in `pub mod strict = catalog & { 401, 404 };`.",
    )
}

/// `404`, or `400-499`.
fn range_of(docs: Rustdoc, (first, last): (u16, u16)) -> Rustdoc {
    let docs = docs.number(first);
    if first == last {
        docs
    } else {
        docs.markup("-").number(last)
    }
}
