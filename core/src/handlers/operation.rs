//! What `router!` needs to know of a handler.

use crate::set::StatusSet;
use crate::table::{Table, TableData};

/// What `#[handles]` knows of a handler. A hidden type with the name of the handler implements it.
#[diagnostic::on_unimplemented(
    message = "the handler has no operation",
    label = "has no `#[handles(…)]`",
    note = "write `#[handles(…)]` above the function, and above `#[handler]` if it has one"
)]
pub trait Handles {
    /// The table of the handler.
    const TABLE: Table;
    /// Every status that it can respond with.
    const STATUSES: StatusSet;
}

/// After a mistake: the table of a handler whose operation is unknown.
pub const ANYTHING: Table = Table::new(const { &TableData::anything("") });

/// The only operation of `table`. For a union, it is the part that has one.
pub(super) const fn of(table: Table) -> Option<Table> {
    if table.operation().is_none() {
        return None;
    }
    let parts = table.parts();
    let mut at = 0;
    while at < parts.len() {
        if parts[at].operation().is_some() {
            return of(parts[at].seen_through(table));
        }
        at += 1;
    }
    Some(table)
}

/// `POST /pets`, or the name of a table without an operation.
pub(crate) const fn name(table: Table) -> &'static str {
    match of(table) {
        Some(operation) => operation.name(),
        None => table.name(),
    }
}
