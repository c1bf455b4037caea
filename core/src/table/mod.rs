//! A documented table, with its rows and its service error codes.

use std::cmp::Ordering;
use std::fmt;

use crate::body::Format;
use crate::set::StatusSet;
use crate::status::Status;
use crate::text::compare;
use crate::undocumented::Undocumented;

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
pub struct Table(&'static TableData);

impl Table {
    #[doc(hidden)]
    pub const fn new(data: &'static TableData) -> Self {
        Table(data)
    }

    /// Returns the name of the module. For an operation of an OpenAPI document, it is its method and path: `GET
    /// /pets/{petId}`.
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// Returns the path of the document, as in `status_table!`. For an inline table or a union, it is the path of the
    /// Rust file.
    pub const fn document(self) -> &'static str {
        self.0.document
    }

    /// Returns the rows in the order of the document. A code that several rows list is one entry.
    pub const fn entries(self) -> &'static [Entry] {
        self.0.entries
    }

    /// Returns the service error codes in the order of the document.
    pub const fn error_codes(self) -> &'static [ErrorCode] {
        self.0.error_codes
    }

    /// Returns the tables of a union. Empty for a table that is not a union.
    pub const fn parts(self) -> &'static [Table] {
        self.0.parts
    }

    /// Returns a table for each operation of an OpenAPI document. Empty for other documents.
    pub const fn operations(self) -> &'static [Table] {
        self.0.operations
    }

    /// Returns the operation of the table, if it belongs to one.
    pub const fn operation(self) -> Option<&'static Operation> {
        self.0.operation.as_ref()
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

    /// Whether `document`, of the table or one of its rows, is one of ours.
    pub(crate) const fn is_built_in(self, document: &str) -> bool {
        if self.0.built_in {
            return crate::text::same(self.0.document, document);
        }
        let mut rest = self.0.parts;
        while let Some((part, after)) = rest.split_first() {
            if part.is_built_in(document) {
                return true;
            }
            rest = after;
        }
        false
    }

    /// Everything that the table knows.
    pub(crate) const fn data(self) -> &'static TableData {
        self.0
    }

    /// The body that the table chooses, or the first of its parts that chooses one.
    pub(crate) const fn stated_format(self) -> Option<Format> {
        if self.0.format.is_some() {
            return self.0.format;
        }
        let mut rest = self.0.parts;
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
        let mut set = StatusSet::EMPTY;
        let mut at = 0;
        while at < self.0.entries.len() {
            let entry = &self.0.entries[at];
            set = set.with_range(entry.first, entry.last);
            at += 1;
        }
        set
    }

    /// Returns whether the table documents `code`.
    pub const fn contains(self, code: u16) -> bool {
        self.entry(code).is_some()
    }

    /// Returns the row that documents `code`. If no row lists it, this is the narrowest range that contains it.
    pub const fn entry(self, code: u16) -> Option<&'static Entry> {
        let entries = self.0.entries;
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

    /// Returns the documented status of `code`.
    ///
    /// # Errors
    /// [`Undocumented`] if the table does not document the code. It tells what is documented, and where.
    ///
    /// ```
    /// use statusbook::vpn;
    ///
    /// let refusal = vpn::TABLE.status(418).unwrap_err();
    /// assert!(refusal.to_string().starts_with("status `418` is not a documented error of `vpn`"));
    /// ```
    pub const fn status(self, code: u16) -> Result<Status, Undocumented> {
        match self.entry(code) {
            Some(entry) => match Status::new(code, self, Some(entry)) {
                Some(status) => Ok(status),
                None => Err(Undocumented::new(code, self)),
            },
            None => Err(Undocumented::new(code, self)),
        }
    }

    /// Returns the service error code with this name, such as `VPN.0001`. If several parts of a union list it, this
    /// is the first.
    pub const fn error_code(self, code: &str) -> Option<&'static ErrorCode> {
        let mut rest = self.0.coded;
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
        let mut sorted = self.0.sorted_codes;
        loop {
            let (before, after) = sorted.split_at(sorted.len() / 2);
            let [middle, after @ ..] = after else {
                return None;
            };
            let found = &self.0.error_codes[*middle];
            sorted = match compare(code, found.code) {
                Ordering::Less => before,
                Ordering::Equal => return Some(found),
                Ordering::Greater => after,
            };
        }
    }

    /// The codes of a class that the table lists one by one: nobody can respond with every code of a `4XX`.
    pub(crate) const fn listed(self, class: Class) -> StatusSet {
        let entries = self.0.entries;
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
        let mut rest = self.0.coded;
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

/// Returns `None` for an empty text.
const fn given(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// Tables are equal if their names, documents, rows and service error codes are.
impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
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
