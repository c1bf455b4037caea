//! The checks that the macros call while the user's code compiles.
//!
//! Each is an ordinary `const fn`, which returns the checked value or panics with a message from the module `message`.
//! `#[track_caller]` makes the compiler point at the user's code instead of this file.

use crate::message::{self, refuse};
use crate::registry::{self, DEMANDED, contains};
use crate::sent::{Codes, Sent};
use crate::set::StatusSet;
use crate::status::Status;
use crate::table::{Class, Table, TableData};
use crate::text::same;
use crate::uri;

/// `status!(vpn, 404)`, and `#[status(404)]`.
#[track_caller]
pub const fn documented(table: Table, code: u16) -> Status {
    match table.status(code) {
        Ok(status) => status,
        Err(_) => refuse(&message::undocumented(table, code)),
    }
}

/// `vpn::NOT_FOUND`: the status of a row, whose index `status_table!` knows.
///
/// It does not search, because a large document has thousands of these.
#[track_caller]
pub const fn row(table: Table, index: usize) -> Status {
    let entry = &table.entries()[index];
    match Status::new(entry.first, table, Some(entry)) {
        Some(status) => status,
        None => refuse(&message::undocumented(table, entry.first)),
    }
}

/// `status!(vpn, POST 201)`.
///
/// A row that names no method documents its status for every method.
#[track_caller]
pub const fn documented_for(table: Table, method: &str, code: u16) -> Status {
    let status = documented(table, code);
    if !matches!(status.class(), Class::Success) {
        refuse(&message::method_of_no_success(table, method, code));
    }
    let documented = match table.operation() {
        Some(operation) => same(operation.method(), method),
        None => status.methods().is_empty() || named_for(table, method, code),
    };
    if !documented {
        refuse(&message::not_for_method(table, method, code));
    }
    status
}

/// Returns whether any row of `code` names the method. In a union of operations, one may list the code, and another
/// its class.
const fn named_for(table: Table, method: &str, code: u16) -> bool {
    let entries = table.entries();
    let mut at = 0;
    while at < entries.len() {
        let entry = &entries[at];
        if entry.first <= code && code <= entry.last && entry.methods().contains(method) {
            return true;
        }
        at += 1;
    }
    false
}

/// Checks the status of an error, which is neither a success nor an interim response.
#[track_caller]
pub const fn responds_with(code: u16) {
    if code < 300 {
        refuse(&message::not_of_an_error(code));
    }
}

/// `undocumented = "…"`: the excuse, which is an error once the table documents the code.
#[track_caller]
pub const fn undocumented(table: Table, code: u16) -> Status {
    if table.contains(code) {
        refuse(&message::stale_escape(table, code));
    }
    match Status::new(code, table, None) {
        Some(status) => status,
        None => refuse(&message::undocumented(table, code)),
    }
}

/// `code = "VPN.0012"`: checked once the table has error codes. It must be documented for each of the statuses.
#[track_caller]
pub const fn error_code(table: Table, code: &'static str, statuses: StatusSet) {
    if table.error_codes().is_empty() {
        return;
    }
    let Some(documented) = table.statuses_of_error_code(code) else {
        refuse(&message::unknown_error_code(table, code))
    };
    if let Some(status) = statuses.difference(documented).next(0) {
        refuse(&message::error_code_of_other_status(table, code, status));
    }
}

/// `#[status(transparent)]`: the statuses of the inner error must be documented here too, or be in `excused`.
#[track_caller]
pub const fn covered(table: Table, inner: &str, statuses: StatusSet, excused: &[u16]) -> StatusSet {
    let missing = statuses
        .difference(table.documented())
        .difference(StatusSet::of(excused));
    if !missing.is_empty() {
        refuse(&message::uncovered(table, inner, missing));
    }
    statuses
}

/// `#[status(transparent, undocumented(429 = "…"))]`: the excuse must be needed.
#[track_caller]
pub const fn excused(table: Table, inner: &str, statuses: StatusSet, code: u16) {
    if table.contains(code) || !statuses.contains(code) {
        refuse(&message::needless_excuse(table, inner, code));
    }
}

/// `type = "…"` and `instance = "…"`: a URI reference.
#[track_caller]
pub const fn uri_reference(key: &str, text: &str) {
    if !uri::is_reference(text) {
        refuse(&message::not_a_uri(key, text));
    }
}

/// `rfc9110`: the response carries the header field that its status requires.
#[track_caller]
pub const fn headers(code: u16, headers: &[&str]) {
    let mut rest = DEMANDED;
    while let [(demanding, header, section), after @ ..] = rest {
        if *demanding == code && !contains(headers, header) {
            refuse(&message::missing_header(code, header, section));
        }
        rest = after;
    }
}

/// `rfc9110` for an error around another error, which may lack the fields. `given` are the fields of the outer variant.
#[track_caller]
pub const fn inner_headers(inner: &str, lacking: StatusSet, given: &[&str]) {
    let lacking = without_given(lacking, given);
    if !lacking.is_empty() {
        refuse(&message::inner_lacks_headers(inner, lacking));
    }
}

/// Returns what an inner error lacks even with the fields of the outer variant.
pub const fn without_given(lacking: StatusSet, given: &[&str]) -> StatusSet {
    let mut left = StatusSet::EMPTY;
    let mut rest = DEMANDED;
    while let [(code, header, _), after @ ..] = rest {
        if lacking.contains(*code) && !contains(given, header) {
            left = left.with(*code);
        }
        rest = after;
    }
    left
}

/// Returns those of `statuses` that lack a required header field. `headers` are the fields of each code.
pub const fn lacking(statuses: StatusSet, headers: &[(u16, &[&str])]) -> StatusSet {
    registry::lacking(statuses, headers)
}

/// `exhaustive(except(…))` and `assert_exhaustive!`: every documented error is used, or excepted.
#[track_caller]
pub const fn exhaustive(table: Table, types: &str, used: StatusSet, except: &[u16]) {
    let missing = table
        .listed(Class::Error)
        .difference(used)
        .difference(StatusSet::of(except));
    if !missing.is_empty() {
        refuse(&message::unused(table, types, missing));
    }
}

/// `except(407)`: the exception must be needed.
#[track_caller]
pub const fn excepted(table: Table, used: StatusSet, code: u16) {
    let used = used.contains(code);
    if used || !table.listed(Class::Error).contains(code) {
        refuse(&message::needless_exception(table, code, used));
    }
}

/// `exhaustive(codes)`: every documented service error code is used or excepted, and every used one is documented.
#[track_caller]
pub const fn codes(table: Table, types: &str, sent: &[&Sent], except: &[&str]) {
    let mut used = Codes::new();
    used.add_sent(sent);
    let mut documented = Codes::new();
    let mut expected = Codes::new();
    expected.add_all(except);
    let mut missing = Codes::new();
    let mut rest = table.error_codes();
    while let [code, after @ ..] = rest {
        documented.add(code.code);
        if !used.contains(code.code) && !expected.contains(code.code) {
            missing.add(code.code);
        }
        rest = after;
    }
    let strange = used.without(&documented);
    if missing.len() + strange.len() > 0 {
        refuse(&message::unused_codes(table, types, &missing, &strange));
    }
}

/// `except("DNS.0001")`: the exception must be needed.
#[track_caller]
pub const fn excepted_code(table: Table, sent: &[&Sent], code: &str) {
    let mut used = Codes::new();
    used.add_sent(sent);
    let used = used.contains(code);
    if used || table.error_code(code).is_none() {
        refuse(&message::needless_code(table, code, used));
    }
}

/// `petstore["GET /pets/{petId}"]`.
#[track_caller]
pub const fn operation(table: Table, name: &str) -> Table {
    match find(table, name) {
        Some(operation) => operation,
        None => refuse(&message::unknown_operation(table, name)),
    }
}

/// The operation that [`operation`] checked. After a failed check, it is a table that documents everything, to avoid
/// follow-on errors.
pub const fn operation_or_anything(table: Table, name: &str) -> Table {
    const ANYTHING: &TableData = &TableData::anything("");
    match find(table, name) {
        Some(operation) => operation,
        None => Table::new(ANYTHING),
    }
}

const fn find(table: Table, operation: &str) -> Option<Table> {
    let operations = table.operations();
    let mut at = 0;
    while at < operations.len() {
        if same(operations[at].name(), operation) {
            return Some(operations[at].seen_through(table));
        }
        at += 1;
    }
    None
}
