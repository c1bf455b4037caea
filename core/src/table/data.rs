//! The data that `status_table!` writes for a document.

use super::{Entry, ErrorCode, Operation, Table};
use crate::body::Format;
use crate::set::StatusSet;

/// What `status_table!` writes down of a document. Not public API: tables are made by the macro.
#[doc(hidden)]
#[derive(Debug)]
pub struct TableData {
    pub name: &'static str,
    pub document: &'static str,
    /// The package in which it is written; empty where nobody knows.
    pub package: &'static str,
    pub entries: &'static [Entry],
    /// The codes of the rows. [`collected`](Self::collected) fills in this field and the next one.
    pub documented: StatusSet,
    /// Without the successes whose row names other methods than that of the operation.
    pub for_operation: StatusSet,
    pub error_codes: &'static [ErrorCode],
    /// The positions of the service error codes in the order of their texts, so that a thousand of them can be looked up
    /// while compiling. Empty where `coded` has them.
    pub sorted_codes: &'static [usize],
    /// The tables that the service error codes come from; none where they are the table's own.
    pub coded: &'static [Table],
    /// The parts of a union.
    pub parts: &'static [Table],
    /// The tables of the document's operations.
    pub operations: &'static [Table],
    /// The operation that the table belongs to.
    pub operation: Option<Operation>,
    /// The body of errors, if the table chooses one.
    pub format: Option<Format>,
    /// Whether the document belongs to this crate. Then a user cannot open its path.
    pub built_in: bool,
    /// `ranges = "ignore"`
    pub ignores_ranges: bool,
    /// `default = "ignore"`
    pub ignores_default: bool,
}

impl TableData {
    /// Returns a table without rows.
    pub const fn new(name: &'static str, document: &'static str, package: &'static str) -> Self {
        TableData {
            name,
            document,
            package,
            entries: &[],
            documented: StatusSet::EMPTY,
            for_operation: StatusSet::EMPTY,
            error_codes: &[],
            sorted_codes: &[],
            coded: &[],
            parts: &[],
            operations: &[],
            operation: None,
            format: None,
            built_in: false,
            ignores_ranges: false,
            ignores_default: false,
        }
    }

    /// Returns a table that documents every code. After a mistake in a document, it avoids follow-on errors at each use.
    pub const fn anything(name: &'static str) -> Self {
        TableData {
            entries: &[Entry {
                first: 100,
                last: 599,
                ..Entry::EMPTY
            }],
            ..Self::new(name, "", "")
        }
        .collected()
    }

    /// Returns the table with the codes of its rows collected: once, because each check of a handler asks for them.
    #[must_use]
    pub const fn collected(mut self) -> Self {
        let mut named = false;
        let mut rest = self.entries;
        while let [entry, after @ ..] = rest {
            self.documented = self.documented.with_range(entry.first, entry.last);
            named = named || !entry.methods.is_empty();
            rest = after;
        }
        self.for_operation = match &self.operation {
            Some(operation) if named => of_method(self.entries, operation.method()),
            _ => self.documented,
        };
        self
    }
}

/// The codes of the rows that name this method or none.
const fn of_method(mut entries: &[Entry], method: &str) -> StatusSet {
    let mut set = StatusSet::EMPTY;
    while let [entry, after @ ..] = entries {
        if entry.methods.is_empty() || entry.methods.contains(method) {
            set = set.with_range(entry.first, entry.last);
        }
        entries = after;
    }
    set
}
