//! A handler as `router!` knows it.

use crate::set::StatusSet;
use crate::table::{Table, TableData};

/// What `#[handles]` knows of a handler. A hidden type of the handler's own name implements it.
#[diagnostic::on_unimplemented(
    message = "the handler has no operation",
    label = "has no `#[handles(…)]`",
    note = "write `#[handles(…)]` above it, and above `#[handler]` if it has that"
)]
pub trait Handles {
    /// What the handler may respond with.
    const TABLE: Table;
    /// Every status that it can respond with.
    const STATUSES: StatusSet;
}

/// After a mistake: the table of a handler that may be anybody's.
pub const ANYTHING: Table = Table::new(const { &TableData::anything("") });

/// The table of the only operation that `table` is about: of a union, the part that belongs to one.
pub(super) const fn of(table: Table) -> Option<Table> {
    if table.operation().is_none() {
        return None;
    }
    let parts = table.parts();
    let mut at = 0;
    while at < parts.len() {
        if parts[at].operation().is_some() {
            return of(parts[at]);
        }
        at += 1;
    }
    Some(table)
}

/// `POST /pets`, or the name of a table that belongs to no operation.
pub(crate) const fn name(table: Table) -> &'static str {
    match of(table) {
        Some(operation) => operation.name(),
        None => table.name(),
    }
}
