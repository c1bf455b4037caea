//! Every sentence about a handler, built while compiling.

use super::operation;
use crate::message::{Message, nearest_of};
use crate::registry::reason_phrase;
use crate::set::StatusSet;
use crate::table::{Class, Table};

/// The sentence, and under it what is undocumented and what is documented.
const fn undocumented(sentence: Message, table: Table, missing: StatusSet) -> Message {
    sentence
        .text(" what ")
        .code(operation::name(table))
        .text(" does not document")
        .line("undocumented")
        .with_phrases(missing)
        .line("documented")
        .documented(table, Class::Other)
}

pub(super) const fn rejects(table: Table, shown: &str, help: &str, missing: StatusSet) -> Message {
    let sentence = Message::new().code(shown).text(" rejects requests with");
    undocumented(sentence, table, missing)
        .line("help")
        .text(help)
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
        .text("document them, give the handler an error type of its own, or state what it responds with: `declares(…)`")
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
    /// Codes with the phrases of the IANA registry: `413 Payload Too Large, 415 Unsupported Media Type`.
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
