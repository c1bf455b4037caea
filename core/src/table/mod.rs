//! A documented table, with its rows and its service error codes.

use std::cmp::Ordering;
use std::fmt;

use crate::body::Format;
use crate::set::StatusSet;
use crate::text::compare;

mod class;
mod data;
mod entry;
mod error_code;
mod operation;

pub use class::Class;
pub use data::TableData;
pub use entry::Entry;
pub use error_code::ErrorCode;
pub use operation::Operation;

/// A documented table of status codes. Each module of `status_table!` has one as `TABLE`.
///
/// A table is a small `Copy` value. Its methods are `const`, so that they can be called at compile time.
///
/// ```
/// use statusbook::vpn;
///
/// assert_eq!(vpn::TABLE.name(), "vpn");
/// assert_eq!(vpn::TABLE.status(404)?.reason(), "Not Found");
/// assert!(vpn::TABLE.status(418).is_err());
/// # Ok::<(), statusbook::Undocumented>(())
/// ```
#[derive(Clone, Copy)]
pub struct Table {
    data: &'static TableData,
    /// Whether messages about it are read in another package than its own.
    foreign: bool,
}

impl Table {
    #[doc(hidden)]
    pub const fn new(data: &'static TableData) -> Self {
        Table {
            data,
            foreign: false,
        }
    }

    /// The table as `package` sees it: to another than its own, messages say whose documents they name.
    #[doc(hidden)]
    #[must_use]
    pub const fn seen_by(self, package: &str) -> Self {
        Table {
            foreign: self.foreign || differ(self.data.package, package),
            ..self
        }
    }

    /// A part or an operation of `whole`, as whoever sees that sees it.
    pub(crate) const fn seen_through(self, whole: Table) -> Self {
        Table {
            foreign: self.foreign || whole.foreign || differ(self.data.package, whole.data.package),
            ..self
        }
    }

    /// Returns the name of the module. For an operation of an OpenAPI document, it is its method and path: `GET
    /// /pets/{petId}`.
    pub const fn name(self) -> &'static str {
        self.data.name
    }

    /// Returns the path of the document, as in `status_table!`. For an inline table or a union, it is the path of the
    /// Rust file.
    pub const fn document(self) -> &'static str {
        self.data.document
    }

    /// Returns the rows in the order of the document. A code that several rows list is one entry.
    pub const fn entries(self) -> &'static [Entry] {
        self.data.entries
    }

    /// Returns the service error codes in the order of the document.
    pub const fn error_codes(self) -> &'static [ErrorCode] {
        self.data.error_codes
    }

    /// Returns the tables of a union. Empty for a table that is not a union.
    pub const fn parts(self) -> &'static [Table] {
        self.data.parts
    }

    /// Returns a table for each operation of an OpenAPI document. Empty for other documents.
    pub const fn operations(self) -> &'static [Table] {
        self.data.operations
    }

    /// Returns the operation of the table, if it belongs to one.
    pub const fn operation(self) -> Option<&'static Operation> {
        self.data.operation.as_ref()
    }

    /// Returns the body of errors, which `body = …` in `status_table!` chooses. The default is [problem
    /// details](crate::body::Problem). A union has the body of its first part that chooses one. An error type may
    /// override it.
    pub const fn format(self) -> Format {
        match self.stated_format() {
            Some(format) => format,
            None => Format::PROBLEM,
        }
    }

    /// The package to name beside a document of the table: none for the reader's own.
    pub(crate) const fn package(self) -> Option<&'static str> {
        if self.foreign {
            Some(self.data.package)
        } else {
            None
        }
    }

    /// The table in which a row stands: of a union the first part that has it, however deep.
    pub(crate) const fn holder_of_row(self, row: &Entry) -> Self {
        let mut rest = self.data.parts;
        while let [part, after @ ..] = rest {
            if part.row(row.first, row.last).is_some() {
                return part.seen_through(self).holder_of_row(row);
            }
            rest = after;
        }
        self
    }

    /// The table that lists a service error code: of a union the first part that does, however deep.
    pub(crate) const fn holder_of_error_code(self, code: &str) -> Self {
        let mut rest = self.data.parts;
        while let [part, after @ ..] = rest {
            if part.error_code(code).is_some() {
                return part.seen_through(self).holder_of_error_code(code);
            }
            rest = after;
        }
        self
    }

    /// Whether the table, or a part of it, leaves out what its document says of classes (`4XX`), and of `default`.
    pub(crate) const fn ignores(self) -> (bool, bool) {
        let (mut ranges, mut default) = (self.data.ignores_ranges, self.data.ignores_default);
        let mut rest = self.data.parts;
        while let [part, after @ ..] = rest {
            let of_part = part.ignores();
            (ranges, default) = (ranges || of_part.0, default || of_part.1);
            rest = after;
        }
        (ranges, default)
    }

    /// Everything that the table knows.
    pub(crate) const fn data(self) -> &'static TableData {
        self.data
    }

    /// The body that the table chooses, or the first of its parts that chooses one.
    pub(crate) const fn stated_format(self) -> Option<Format> {
        if self.data.format.is_some() {
            return self.data.format;
        }
        let mut rest = self.data.parts;
        while let Some((part, after)) = rest.split_first() {
            let format = part.stated_format();
            if format.is_some() {
                return format;
            }
            rest = after;
        }
        None
    }

    /// Returns every documented code, of any class.
    pub const fn documented(self) -> StatusSet {
        self.data.documented
    }

    /// The documented codes that count for its operation.
    pub(crate) const fn for_operation(self) -> StatusSet {
        self.data.for_operation
    }

    /// Returns whether the table documents `code`.
    pub const fn contains(self, code: u16) -> bool {
        self.entry(code).is_some()
    }

    /// Returns the row that documents `code`. If no row lists it, this is the narrowest range that contains it.
    pub const fn entry(self, code: u16) -> Option<&'static Entry> {
        let entries = self.data.entries;
        let mut best: Option<&'static Entry> = None;
        let mut at = 0;
        while at < entries.len() {
            let entry = &entries[at];
            if entry.first <= code && code <= entry.last {
                let narrower = match best {
                    Some(best) => entry.last - entry.first < best.last - best.first,
                    None => true,
                };
                if narrower {
                    best = Some(entry);
                }
                if entry.first == entry.last {
                    return best;
                }
            }
            at += 1;
        }
        best
    }

    /// The row of exactly these codes.
    pub(crate) const fn row(self, first: u16, last: u16) -> Option<&'static Entry> {
        let mut rest = self.data.entries;
        while let [entry, after @ ..] = rest {
            if entry.first == first && entry.last == last {
                return Some(entry);
            }
            rest = after;
        }
        None
    }

    /// Returns the service error code with this name, such as `VPN.0001`. If several parts of a union list it, this
    /// is the first.
    pub const fn error_code(self, code: &str) -> Option<&'static ErrorCode> {
        let mut rest = self.data.coded;
        while let [table, after @ ..] = rest {
            let found = table.error_code(code);
            if found.is_some() {
                return found;
            }
            rest = after;
        }
        self.own_error_code(code)
    }

    /// The service error code among those that come from no other table, each of which is listed once.
    const fn own_error_code(self, code: &str) -> Option<&'static ErrorCode> {
        let mut sorted = self.data.sorted_codes;
        loop {
            let (before, after) = sorted.split_at(sorted.len() / 2);
            let [middle, after @ ..] = after else {
                return None;
            };
            let found = &self.data.error_codes[*middle];
            sorted = match compare(code, found.code) {
                Ordering::Less => before,
                Ordering::Equal => return Some(found),
                Ordering::Greater => after,
            };
        }
    }

    /// The codes of a class that the table lists one by one: nobody can respond with every code of a `4XX`.
    pub(crate) const fn listed(self, class: Class) -> StatusSet {
        let entries = self.data.entries;
        let mut listed = StatusSet::EMPTY;
        let mut at = 0;
        while at < entries.len() {
            if entries[at].is_single() && class.lists(entries[at].class()) {
                listed = listed.with(entries[at].first);
            }
            at += 1;
        }
        listed
    }

    /// The statuses that a service error code is documented for, by any part of a union; all where one of them names
    /// none.
    pub(crate) const fn statuses_of_error_code(self, code: &str) -> Option<StatusSet> {
        let mut found = match self.own_error_code(code) {
            Some(own) if own.statuses.is_empty() => Some(StatusSet::EMPTY.with_range(100, 599)),
            Some(own) => Some(StatusSet::of(own.statuses)),
            None => None,
        };
        let mut rest = self.data.coded;
        while let [table, after @ ..] = rest {
            found = match (found, table.statuses_of_error_code(code)) {
                (Some(others), Some(statuses)) => Some(statuses.union(others)),
                (None, one) | (one, None) => one,
            };
            rest = after;
        }
        found
    }
}

/// Whether two packages are known, and are not the same.
const fn differ(left: &str, right: &str) -> bool {
    !left.is_empty() && !right.is_empty() && !crate::text::same(left, right)
}

/// Returns `None` for an empty text.
const fn given(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// Tables are equal if their names, documents, rows and service error codes are.
impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.data, other.data)
            || (self.name() == other.name()
                && self.document() == other.document()
                && self.entries() == other.entries()
                && self.error_codes() == other.error_codes())
    }
}

impl Eq for Table {}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("name", &self.name())
            .field("document", &self.document())
            .field("documented", &self.documented())
            .finish_non_exhaustive()
    }
}
