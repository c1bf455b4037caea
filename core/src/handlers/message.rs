//! All messages about a handler, built at compile time.

use super::operation;
use crate::message::{Message, nearest_of};
use crate::registry::reason_phrase;
use crate::set::StatusSet;
use crate::table::{Class, Table};

/// A handler without parameters, where `Ok(())` depends on the framework.
pub(super) const WHICH_FRAMEWORK: &str = "`()` is a 204 in actix-web and a 200 elsewhere, and no parameter of the handler tells which framework runs it: name it, `#[handles(…, framework = actix_web)]`";

/// The message, and below it what is undocumented and what is documented.
const fn undocumented(sentence: Message, table: Table, missing: StatusSet) -> Message {
    sentence
        .text(" statuses that ")
        .code(operation::name(table))
        .text(" does not document")
        .line("undocumented")
        .with_phrases(missing)
        .line("documented")
        .documented(table, Class::Other)
}

pub(super) const fn rejects(
    table: Table,
    pattern: &str,
    ty: &str,
    fallible: bool,
    missing: StatusSet,
) -> Message {
    let sentence = Message::new().code(ty).text(" rejects requests with");
    let help = if fallible {
        "document them, or turn the rejection into your error: `#[into] "
    } else {
        "document them, or return a `Result` and turn the rejection into its error: `#[into] "
    };
    undocumented(sentence, table, missing)
        .line("help")
        .text(help)
        .text(pattern)
        .text(": ")
        .text(ty)
        .text("`")
        .table(table)
}

pub(super) const fn succeeds(table: Table, shown: &str, missing: StatusSet) -> Message {
    let sentence = Message::new().code(shown).text(" responds with");
    let message = undocumented(sentence, table, missing);
    let message = match missing.next(0) {
        Some(code) if missing.len() == 1 => nearest(message, table, code),
        _ => message,
    };
    message.table(table)
}

pub(super) const fn fails(table: Table, shown: &str, missing: StatusSet) -> Message {
    let sentence = Message::new().code(shown).text(" responds with");
    undocumented(sentence, table, missing)
        .line("help")
        .text("document them, give the handler an error type of its own, or declare what it responds with: `declares(…)`")
        .table(table)
}

const fn nearest(message: Message, table: Table, code: u16) -> Message {
    match nearest_of(table, code) {
        Some(nearest) => message.line("nearest").with_reason(table, nearest),
        None => message,
    }
}

pub(super) const fn never_used(table: Table, shown: &str, missing: StatusSet) -> Message {
    Message::new()
        .text("documented statuses of ")
        .code(operation::name(table))
        .text(" are never used by ")
        .code(shown)
        .line("missing")
        .with_phrases(missing)
        .line("help")
        .text("respond with them, or list them in `exhaustive(except(…))`")
        .table(table)
}

pub(super) const fn needless_exception(table: Table, code: u16, used: bool) -> Message {
    let message = Message::new().text("status ").status(code);
    let message = if used {
        message.text(" is used: remove it from `except(…)`")
    } else {
        message
            .text(" is not documented by ")
            .code(operation::name(table))
            .text(": remove it from `except(…)`")
    };
    message.table(table)
}

pub(super) const fn needless_never(code: u16) -> Message {
    Message::new()
        .text("no type of this handler responds with ")
        .status(code)
        .text(": remove it from `never(…)`")
}

impl Message {
    /// Shows codes with the reason phrases of the IANA registry: `413 Payload Too Large, 415 Unsupported Media Type`.
    const fn with_phrases(mut self, codes: StatusSet) -> Self {
        let mut next = codes.next(0);
        let mut first = true;
        while let Some(code) = next {
            self = if first { self } else { self.text(", ") };
            self = self.number(code as u32);
            let phrase = reason_phrase(code);
            if !phrase.is_empty() {
                self = self.text(" ").text(phrase);
            }
            first = false;
            next = codes.next(code + 1);
        }
        self
    }
}

pub(super) const fn not_an_operation(shown: &str, table: Table) -> Message {
    Message::new()
        .code(shown)
        .text(" is held to ")
        .code(table.name())
        .text(", which is not an operation: a route needs its method and path")
        .table(table)
}

pub(super) const fn foreign(shown: &str, own: Table, table: Table) -> Message {
    Message::new()
        .code(shown)
        .text(" handles ")
        .code(own.name())
        .text(", which is not an operation of ")
        .code(table.name())
        .operation("handled", own)
        .table(table)
}

pub(super) const fn doubled(shown: &str, own: Table) -> Message {
    Message::new()
        .code(own.name())
        .text(" already has a handler: remove ")
        .code(shown)
        .text(" or the other one")
        .operation("operation", own)
}

pub(super) const fn without_operations(table: Table) -> Message {
    Message::new()
        .code(table.name())
        .text(" has no operations: a router is made from an OpenAPI document, or from a page whose sections are endpoints")
        .table(table)
}

pub(super) const fn without_handler(table: Table, own: Table) -> Message {
    Message::new()
        .text("operations of ")
        .code(table.name())
        .text(" have no handler")
        .operation("missing", own)
}

pub(super) const fn and_without_handler(message: Message, own: Table) -> Message {
    message.operation("missing", own)
}

pub(super) const fn how_to_handle(message: Message) -> Message {
    message.line("help").text(
        "add a handler for each, or excuse it: `except(\"GET /metrics\" = \"served by the sidecar\")`",
    )
}

pub(super) const fn excepted_and_handled(own: Table) -> Message {
    Message::new()
        .code(own.name())
        .text(" has a handler: remove it from `except(…)`")
        .operation("operation", own)
}

pub(super) const fn part_of_a_segment(path: &str) -> Message {
    Message::new()
        .text("the router cannot take the path ")
        .code(path)
        .text(": a parameter must be a whole segment, as in `/pets/{petId}`; add this route by hand, and excuse it with `except(…)`")
}

pub(super) const fn same_path(own: &str, other: &str) -> Message {
    Message::new()
        .text("the paths ")
        .code(own)
        .text(" and ")
        .code(other)
        .text(" are the same for the router: give their parameters the same names in the document")
}

impl Message {
    /// Shows an operation with its line: `GET /pets` openapi.yaml:12.
    const fn operation(self, label: &str, own: Table) -> Self {
        self.line(label).code(own.name()).text(" ").beginning(own)
    }
}
