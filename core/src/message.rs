//! All messages of the checks, built in a fixed buffer, so that a `const fn` can build them.

pub(crate) mod buffer;
mod shown;
pub(crate) mod value;

pub(crate) use buffer::Message;

use crate::nearest::nearest;
use crate::sent::Codes;
use crate::set::StatusSet;
use crate::table::{Class, Table};
use crate::text::difference;

/// For a body whose media type cannot be a header value.
pub(crate) const BODY_MEDIA_TYPE: &str =
    "the `MEDIA_TYPE` of a body must be visible ASCII, such as `application/json`";

/// Fails with a message, at whoever called the check.
#[track_caller]
pub(crate) const fn refuse(message: &Message) -> ! {
    panic!("{}", message.as_str())
}

/// The nearest documented code of the same class.
pub(crate) const fn nearest_of(table: Table, code: u16) -> Option<u16> {
    nearest(code, table.listed(Class::of(code)))
}

pub(crate) const fn undocumented(table: Table, code: u16) -> Message {
    if code < 100 || code > 599 {
        return value::not_a_status_code(code);
    }
    let class = Class::of(code);
    let noun = match class {
        Class::Success => "success",
        Class::Error => "error",
        Class::Other => "status",
    };
    let mut message = Message::new()
        .text("status ")
        .status(code)
        .text(" is not a documented ")
        .text(noun)
        .text(" of ")
        .code(table.name())
        .line("documented")
        .documented(table, class)
        .ignored(table);
    if let Some(nearest) = nearest_of(table, code) {
        message = message.line("nearest").with_reason(table, nearest);
    }
    if let Some(operation) = table.operation() {
        let siblings = operation.siblings();
        let mut at = 0;
        while at < siblings.len() {
            let (method, codes) = siblings[at];
            if codes.contains(code) {
                message = message
                    .line("elsewhere")
                    .text("`")
                    .text(method)
                    .text(" ")
                    .text(operation.path())
                    .text("` documents ")
                    .status(code);
            }
            at += 1;
        }
    }
    message.table(table)
}

/// `#[status(201)]` on an error.
pub(crate) const fn not_of_an_error(code: u16) -> Message {
    let message = Message::new().text("status ").status(code);
    let message = match Class::of(code) {
        Class::Success => message.text(" is a success"),
        Class::Error | Class::Other => message.text(" is an interim response (RFC 9110 §15.2)"),
    };
    message.text(": an error responds with a 3xx, 4xx or 5xx")
}

pub(crate) const fn not_for_method(table: Table, method: &str, code: u16) -> Message {
    let mut message = Message::new()
        .text("status ")
        .status(code)
        .text(" is not documented for ")
        .code(method)
        .text(" by ")
        .code(table.name());
    if let Some(operation) = table.operation() {
        message = message.line("documented for").text(operation.method());
    } else if let Some(entry) = table.entry(code) {
        message = message.line("documented for");
        let mut at = 0;
        while let Some(name) = entry.methods().get(at) {
            message = if at == 0 { message } else { message.text(" ") };
            message = message.text(name);
            at += 1;
        }
    }
    let mut theirs = StatusSet::EMPTY;
    let entries = table.entries();
    let mut at = 0;
    while at < entries.len() {
        if entries[at].methods().contains(method) {
            theirs = theirs.with(entries[at].first);
        }
        at += 1;
    }
    if !theirs.is_empty() {
        message = message.line("successes of this method").codes(theirs);
    }
    message.row(table, code)
}

pub(crate) const fn method_of_no_success(table: Table, method: &str, code: u16) -> Message {
    Message::new()
        .text("status ")
        .status(code)
        .text(" is not a success, and only successes are documented by method: remove ")
        .code(method)
        .table(table)
}

pub(crate) const fn stale_escape(table: Table, code: u16) -> Message {
    Message::new()
        .text("status ")
        .status(code)
        .text(" is documented by ")
        .code(table.name())
        .text(": remove `undocumented = \"…\"`")
        .line("documented")
        .with_reason(table, code)
        .row(table, code)
}

pub(crate) const fn unknown_error_code(table: Table, code: &str) -> Message {
    let mut message = Message::new()
        .text("error code ")
        .code(code)
        .text(" is not documented by ")
        .code(table.name());
    let codes = table.error_codes();
    let mut best: Option<(usize, &str)> = None;
    let mut at = 0;
    // Nothing is nearer than one letter. Most mistakes are that, and need not look at all codes.
    while at < codes.len() && !matches!(best, Some((1, _))) {
        let difference = difference(code, codes[at].code);
        let closer = match best {
            Some((best, _)) => difference < best,
            None => difference * 2 <= code.len(),
        };
        if closer {
            best = Some((difference, codes[at].code));
        }
        at += 1;
    }
    if let Some((_, nearest)) = best {
        message = message.line("nearest").code(nearest);
        if let Some(entry) = table.error_code(nearest)
            && let Some(text) = entry.message()
        {
            message = message.text(" ").text(text);
        }
    }
    message.table_of_codes(table)
}

pub(crate) const fn error_code_of_other_status(table: Table, code: &str, status: u16) -> Message {
    let mut message = Message::new()
        .text("error code ")
        .code(code)
        .text(" is not documented for status ")
        .status(status)
        .text(" by ")
        .code(table.name());
    if let Some(entry) = table.error_code(code)
        && let Some(statuses) = table.statuses_of_error_code(code)
    {
        message = message.line("documented for").codes(statuses);
        let holder = table.holder_of_error_code(code);
        return message
            .line("table")
            .place(holder, entry.document(), entry.line());
    }
    message.table(table)
}

pub(crate) const fn uncovered(table: Table, inner: &str, missing: StatusSet) -> Message {
    let message = Message::new()
        .code(inner)
        .text(" can respond with statuses that ")
        .code(table.name())
        .text(" does not document")
        .line("undocumented")
        .codes(missing)
        .line("documented")
        .documented(table, Class::Error)
        .ignored(table)
        .line("help");
    let message = match missing.next(0) {
        Some(code) => message
            .text("add it to the document, give the variant a status, or excuse it: `transparent, undocumented(")
            .number(code as u32)
            .text(" = \"…\")`"),
        None => message,
    };
    message.table(table)
}

/// `transparent, undocumented(429 = "…")`, which the table documents or the inner error never responds with.
pub(crate) const fn needless_excuse(table: Table, inner: &str, code: u16) -> Message {
    let message = Message::new().text("status ").status(code);
    if table.contains(code) {
        return message
            .text(" is documented by ")
            .code(table.name())
            .text(": remove it from `undocumented(…)`")
            .row(table, code);
    }
    message
        .text(" is not a status of ")
        .code(inner)
        .text(": remove it from `undocumented(…)`")
}

/// `type = "/not found"`
pub(crate) const fn not_a_uri(key: &str, text: &str) -> Message {
    Message::new()
        .code(text)
        .text(" is not a URI reference (RFC 3986 §2): write `")
        .text(key)
        .text(" = \"")
        .uri(text)
        .text("\"`")
}

/// `rfc9110`, and a response without its required header field.
pub(crate) const fn missing_header(code: u16, header: &str, section: &str) -> Message {
    Message::new()
        .text("a ")
        .status(code)
        .text(" response must have the header `")
        .constant(header)
        .text("` (RFC 9110 §")
        .text(section)
        .text("): add `header(")
        .constant(header)
        .text(" = \"…\")`")
}

/// `rfc9110` around an error that does not send the header fields.
pub(crate) const fn inner_lacks_headers(inner: &str, lacking: StatusSet) -> Message {
    Message::new()
        .code(inner)
        .text(" can respond without a header that RFC 9110 requires")
        .line("statuses")
        .codes(lacking)
        .line("help")
        .text("write `rfc9110` on that type too, or add the header here: `transparent, header(… = \"…\")`")
}

pub(crate) const fn unused(table: Table, types: &str, missing: StatusSet) -> Message {
    Message::new()
        .text("documented errors of ")
        .code(table.name())
        .text(" are not used by ")
        .code(types)
        .line("missing")
        .codes(missing)
        .line("help")
        .text("add a variant for each, or list them in `except(…)`")
        .table(table)
}

pub(crate) const fn unused_codes(
    table: Table,
    types: &str,
    missing: &Codes<'_>,
    strange: &Codes<'_>,
) -> Message {
    let mut message = Message::new()
        .text("the service error codes of ")
        .code(types)
        .text(" are not those that ")
        .code(table.name())
        .text(" documents");
    if missing.len() > 0 {
        message = missing.show(message.line("documented, not used"));
    }
    if strange.len() > 0 {
        message = strange.show(message.line("used, not documented"));
    }
    if missing.len() > 0 {
        message = message.line("help").text(
            "add a variant for each, or list them in `except(…)`: codes by value are not counted",
        );
    }
    message.table_of_codes(table)
}

pub(crate) const fn needless_code(table: Table, code: &str, used: bool) -> Message {
    let message = Message::new().text("error code ").code(code);
    let message = if used {
        message.text(" is used")
    } else {
        message.text(" is not documented by ").code(table.name())
    };
    message.text(": remove it from `except(…)`").table(table)
}

pub(crate) const fn needless_exception(table: Table, code: u16, used: bool) -> Message {
    let message = Message::new().text("status ").status(code);
    if used {
        message
            .text(" is used: remove it from `except(…)`")
            .table(table)
    } else {
        message
            .text(" is not a documented error of ")
            .code(table.name())
            .text(": remove it from `except(…)`")
            .table(table)
    }
}

/// `guard!` with a document that documents no error.
#[cfg(feature = "guard")]
pub(crate) const fn guard_without_errors(table: Table) -> Message {
    Message::new()
        .code(table.name())
        .text(" documents no error, so the guard has nothing to check")
        .union_of_guard(table)
}

/// `guard!` with operations that document no error: the first of them, and how many more there are.
#[cfg(feature = "guard")]
pub(crate) const fn operation_without_errors(table: Table, first: Table, others: u32) -> Message {
    let message = Message::new().code(first.name());
    let message = match others {
        0 => message.text(" documents no error"),
        1 => message.text(" and one more operation document no error"),
        _ => message
            .text(" and ")
            .number(others)
            .text(" more operations document no error"),
    };
    message
        .text(": a panic or an error from middleware would be undocumented there")
        .union_of_guard(table)
        .line("operation")
        .beginning(first)
}

pub(crate) const fn unknown_operation(table: Table, operation: &str) -> Message {
    let operations = table.operations();
    let mut message = Message::new().code(table.name());
    if operations.is_empty() {
        return message
            .text(" is not an OpenAPI document: write the table without ")
            .text("`[\"")
            .text(operation)
            .text("\"]`")
            .table(table);
    }
    message = message.text(" has no operation ").code(operation);
    if !names_a_path(operation) {
        return message
            .line("help")
            .text("write its method and path, as in ")
            .code(operations[0].name())
            .text(", or name the module of its `operationId`: `")
            .text(table.name())
            .text("::")
            .module(operation)
            .text("`")
            .table(table);
    }
    let mut best = 0;
    let mut shortest = usize::MAX;
    let mut at = 0;
    while at < operations.len() && shortest > 1 {
        let difference = difference(operation, operations[at].name());
        if difference < shortest {
            shortest = difference;
            best = at;
        }
        at += 1;
    }
    message
        .line("nearest")
        .code(operations[best].name())
        .table(operations[best].seen_through(table))
}

/// Whether a text is `GET /pets` and not an `operationId`.
const fn names_a_path(operation: &str) -> bool {
    let mut rest = operation.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'/' {
            return true;
        }
        rest = after;
    }
    false
}
