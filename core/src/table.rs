//! What a document documents: a table, its rows, and the service error codes beside them.

use std::fmt;

use crate::body::Format;
use crate::methods::Methods;
use crate::set::StatusSet;
use crate::status::Status;
use crate::undocumented::Undocumented;

/// A documented table of status codes. `status_table!` makes one as `TABLE` of each module.
///
/// A table is a small `Copy` value, and all its questions are `const`, so that they can be asked while compiling.
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

/// What `status_table!` writes down of a document. Not public API: tables are made by the macro.
#[doc(hidden)]
#[derive(Debug)]
pub struct TableData {
    pub name: &'static str,
    pub document: &'static str,
    pub entries: &'static [Entry],
    pub error_codes: &'static [ErrorCode],
    /// The tables that this one is the union of.
    pub parts: &'static [Table],
    /// The operations of an OpenAPI document.
    pub operations: &'static [Table],
    /// What an operation's table knows of its operation.
    pub operation: Option<Operation>,
    /// How errors of this table are answered, where it says so.
    pub format: Option<Format>,
}

impl TableData {
    /// A table without rows, to be filled.
    pub const fn new(name: &'static str, document: &'static str) -> Self {
        TableData {
            name,
            document,
            entries: &[],
            error_codes: &[],
            parts: &[],
            operations: &[],
            operation: None,
            format: None,
        }
    }

    /// A table that documents every code: after a mistake in a document, its users must not be blamed too.
    pub const fn anything(name: &'static str) -> Self {
        TableData {
            entries: &[Entry {
                first: 100,
                last: 599,
                reason: "",
                descriptions: &[],
                methods: Methods::NONE,
                document: "",
                line: 0,
            }],
            ..Self::new(name, "")
        }
    }
}

/// The operation of an OpenAPI document that a table belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    #[doc(hidden)]
    pub id: &'static str,
    #[doc(hidden)]
    pub method: &'static str,
    #[doc(hidden)]
    pub path: &'static str,
    #[doc(hidden)]
    pub line: u32,
    /// The other operations of the same path, as `(method, documented codes)`.
    #[doc(hidden)]
    pub siblings: &'static [(&'static str, StatusSet)],
}

impl Operation {
    #[doc(hidden)]
    pub const fn new(
        id: &'static str,
        method: &'static str,
        path: &'static str,
        line: u32,
        siblings: &'static [(&'static str, StatusSet)],
    ) -> Option<Self> {
        Some(Operation {
            id,
            method,
            path,
            line,
            siblings,
        })
    }

    /// The `operationId`; empty where the document gives none.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The method, upper case.
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// The path, as the document writes it: `/pets/{petId}`.
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The line of the document on which the operation begins.
    pub const fn line(&self) -> u32 {
        self.line
    }
}

impl Table {
    #[doc(hidden)]
    pub const fn new(data: &'static TableData) -> Self {
        Table(data)
    }

    /// The name: that of the module, or `GET /pets/{petId}` for an operation of an OpenAPI document.
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// The document that the table was read from, as `status_table!` names it; for a table that is written
    /// inline and for a union the Rust file that holds it.
    pub const fn document(self) -> &'static str {
        self.0.document
    }

    /// The rows, in the order of the document. A code that several rows list is one entry.
    pub const fn entries(self) -> &'static [Entry] {
        self.0.entries
    }

    /// The service error codes, in the order of the document.
    pub const fn error_codes(self) -> &'static [ErrorCode] {
        self.0.error_codes
    }

    /// The tables that this one is the union of; empty for a table that is none.
    pub const fn parts(self) -> &'static [Table] {
        self.0.parts
    }

    /// A table for each operation, where the document is an OpenAPI document.
    pub const fn operations(self) -> &'static [Table] {
        self.0.operations
    }

    /// The operation that the table belongs to, where it is one of an OpenAPI document.
    pub const fn operation(self) -> Option<&'static Operation> {
        self.0.operation.as_ref()
    }

    /// How an error of this table is answered, unless its type says otherwise: `body = …` in `status_table!`. A union is
    /// answered as the first of its parts that says so; where none does, with [problem details](crate::body::Problem).
    pub const fn format(self) -> Format {
        match self.stated_format() {
            Some(format) => format,
            None => Format::PROBLEM,
        }
    }

    const fn stated_format(self) -> Option<Format> {
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

    /// Every documented code: successes, errors and those that are neither.
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

    /// Whether the table documents `code`.
    pub const fn contains(self, code: u16) -> bool {
        self.entry(code).is_some()
    }

    /// The row that documents `code`: the one that lists it, or else the narrowest range that covers it.
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

    /// The documented status of `code`.
    ///
    /// # Errors
    /// [`Undocumented`], which says what is documented and where, if the table does not document the code.
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

    /// The service error code `code`, such as `VPN.0001`. Of a union whose parts list it several times, the first.
    pub const fn error_code(self, code: &str) -> Option<&'static ErrorCode> {
        let codes = self.0.error_codes;
        let mut at = 0;
        while at < codes.len() {
            if crate::text::same(codes[at].code, code) {
                return Some(&codes[at]);
            }
            at += 1;
        }
        None
    }

    /// The statuses that a service error code is documented for, by any part of a union; all where one of them names none.
    pub(crate) const fn statuses_of_error_code(self, code: &str) -> Option<StatusSet> {
        let codes = self.0.error_codes;
        let mut found = None;
        let mut at = 0;
        while at < codes.len() {
            if crate::text::same(codes[at].code, code) {
                let statuses = if codes[at].statuses.is_empty() {
                    StatusSet::EMPTY.with_range(100, 599)
                } else {
                    StatusSet::of(codes[at].statuses)
                };
                found = match found {
                    Some(others) => Some(statuses.union(others)),
                    None => Some(statuses),
                };
            }
            at += 1;
        }
        found
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("name", &self.name())
            .field("document", &self.document())
            .field("documented", &self.documented())
            .finish_non_exhaustive()
    }
}

/// What a status code says of the request (RFC 9110 §15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 2xx: the request succeeded (RFC 9110 §15.3).
    Success,
    /// 4xx and 5xx: the client or the server failed (RFC 9110 §15.5, §15.6).
    Error,
    /// 1xx and 3xx: neither.
    Other,
}

impl Kind {
    /// The kind of `code`.
    pub const fn of(code: u16) -> Self {
        match code {
            200..=299 => Kind::Success,
            400..=599 => Kind::Error,
            _ => Kind::Other,
        }
    }
}

/// A row of a table: a code, or a range of codes (`4XX`), with what the document says of it.
#[derive(Debug)]
pub struct Entry {
    #[doc(hidden)]
    pub first: u16,
    #[doc(hidden)]
    pub last: u16,
    #[doc(hidden)]
    pub reason: &'static str,
    #[doc(hidden)]
    pub descriptions: &'static [&'static str],
    #[doc(hidden)]
    pub methods: Methods,
    #[doc(hidden)]
    pub document: &'static str,
    #[doc(hidden)]
    pub line: u32,
}

impl Entry {
    /// The code; the lowest where the row documents a range.
    pub const fn code(&self) -> u16 {
        self.first
    }

    /// Every code that the row documents.
    pub const fn codes(&self) -> StatusSet {
        StatusSet::EMPTY.with_range(self.first, self.last)
    }

    /// Whether the row documents one code, not a range.
    pub const fn is_single(&self) -> bool {
        self.first == self.last
    }

    /// The reason phrase as documented; empty where the document gives none.
    pub const fn reason(&self) -> &'static str {
        self.reason
    }

    /// The first description as documented; empty where the document gives none.
    pub const fn description(&self) -> &'static str {
        if self.descriptions.is_empty() {
            ""
        } else {
            self.descriptions[0]
        }
    }

    /// All descriptions, in order: a page that lists causes has one code in several rows.
    pub const fn descriptions(&self) -> &'static [&'static str] {
        self.descriptions
    }

    /// Whether the row documents a success, an error or neither.
    pub const fn kind(&self) -> Kind {
        Kind::of(self.first)
    }

    /// The HTTP methods that a success row names; none where it names none.
    pub const fn methods(&self) -> Methods {
        self.methods
    }

    /// The document that the row stands in.
    pub const fn document(&self) -> &'static str {
        self.document
    }

    /// The line of the document on which the row's code stands.
    pub const fn line(&self) -> u32 {
        self.line
    }
}

/// A service's own error code, such as `VPN.0001`, as its reference documents it.
#[derive(Debug)]
pub struct ErrorCode {
    #[doc(hidden)]
    pub code: &'static str,
    #[doc(hidden)]
    pub statuses: &'static [u16],
    #[doc(hidden)]
    pub message: &'static str,
    #[doc(hidden)]
    pub description: &'static str,
    #[doc(hidden)]
    pub document: &'static str,
    #[doc(hidden)]
    pub line: u32,
}

impl ErrorCode {
    /// The code.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The first status that the code is documented for; `None` where the document names none.
    pub const fn status(&self) -> Option<u16> {
        if self.statuses.is_empty() {
            None
        } else {
            Some(self.statuses[0])
        }
    }

    /// Every status that the code is documented for. Empty where the document names none: then any is right.
    pub const fn statuses(&self) -> &'static [u16] {
        self.statuses
    }

    /// The message as documented; empty where the document gives none.
    pub const fn message(&self) -> &'static str {
        self.message
    }

    /// The description as documented; empty where the document gives none.
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// The document that the row stands in.
    pub const fn document(&self) -> &'static str {
        self.document
    }

    /// The line of the document on which the code stands.
    pub const fn line(&self) -> u32 {
        self.line
    }
}
