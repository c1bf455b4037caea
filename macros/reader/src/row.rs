//! The rows of a document: status codes and service error codes.

use crate::{endpoint::Endpoint, error::Position};

/// The codes that one row documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Codes {
    /// A single code, 100 to 599.
    One(u16),
    /// Every code from the first to the last: a class (`4xx` is 400 to 499) or a range.
    Range(u16, u16),
}

impl Codes {
    /// Returns whether the codes are successes (2xx), errors (4xx, 5xx) or neither.
    pub const fn class(self) -> Class {
        let (Codes::One(first) | Codes::Range(first, _)) = self;
        match first {
            200..=299 => Class::Success,
            400..=599 => Class::Error,
            _ => Class::Other,
        }
    }
}

/// The class of a status code (RFC 9110 §15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// 2xx.
    Success,
    /// 4xx and 5xx.
    Error,
    /// 1xx and 3xx: neither.
    Other,
}

/// A row of a table of status codes.
///
/// Its texts are without markup, and white space is folded to single spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatusRow {
    /// The codes. If a cell lists several (`400/401`), there is a row for each.
    pub codes: Codes,
    /// The reason phrase. Empty if the document has none.
    pub reason: String,
    /// The description. Empty if the document has none.
    pub description: String,
    /// The HTTP methods that the row of a success names, upper case, in document order.
    pub methods: Vec<&'static str>,
    /// The place of the row's code.
    pub position: Position,
}

impl StatusRow {
    /// Returns a row. For a success, the description may name methods.
    ///
    /// ```
    /// use statusbook_reader::{Codes, Position, StatusRow};
    ///
    /// let row = StatusRow::new(Codes::One(200), "", "Successful GET or PUT operations", Position::default());
    /// assert_eq!(row.methods, ["GET", "PUT"]);
    /// ```
    pub fn new(
        codes: Codes,
        reason: impl Into<String>,
        description: impl Into<String>,
        position: Position,
    ) -> Self {
        let description = description.into();
        StatusRow {
            codes,
            reason: reason.into(),
            methods: crate::methods(codes, &description),
            description,
            position,
        }
    }
}

/// A row of a table of service error codes, such as `VPN.0001`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorCodeRow {
    /// The service error code, as documented.
    pub code: String,
    /// The documented status of the code, if the page has one.
    pub status: Option<u16>,
    /// The message. Empty if the document has none.
    pub message: String,
    /// The description. Empty if the document has none.
    pub description: String,
    /// The place of the row's code.
    pub position: Position,
}

/// Something that a person should know about a page that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The message, in the form of [`DocError`](crate::DocError)'s.
    pub message: String,
    /// The place that the message is about.
    pub position: Position,
}

/// Everything that a page documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// The status rows, in document order.
    pub statuses: Vec<StatusRow>,
    /// The service error codes, in document order.
    pub error_codes: Vec<ErrorCodeRow>,
    /// The sections that are endpoints, in document order. Empty if the page has none.
    pub endpoints: Vec<Endpoint>,
    /// Notes about what was skipped or is unusual.
    pub notes: Vec<Note>,
    /// The tables with these rows, in document order, and what each of their columns was read as.
    pub tables: Vec<TableUse>,
}

/// A table that rows were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableUse {
    /// The place where the table begins.
    pub position: Position,
    /// Its columns, from left to right.
    pub columns: Vec<ColumnUse>,
}

/// What a column of a table was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnUse {
    /// The heading as documented. Empty if the table has none. For two header rows, it has both.
    pub heading: String,
    /// What the column was read as, or `None` if it was not read.
    pub role: Option<Role>,
}

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Status codes.
    Status,
    /// Service error codes.
    ErrorCode,
    /// Reason phrases.
    Reason,
    /// Messages of service error codes.
    Message,
    /// Descriptions.
    Description,
}
