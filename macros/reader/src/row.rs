//! What a document documents: rows of status codes and of service error codes.

use crate::{endpoint::Endpoint, error::Position};

/// The codes that one row documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Codes {
    /// A single code, 100 to 599.
    One(u16),
    /// Every code from the first to the last: a class (`4xx` is 400 to 499) or a written range.
    Range(u16, u16),
}

impl Codes {
    /// Whether the row documents a success (2xx), an error (4xx, 5xx) or neither.
    pub const fn class(self) -> Class {
        let (Codes::One(first) | Codes::Range(first, _)) = self;
        match first {
            200..=299 => Class::Success,
            400..=599 => Class::Error,
            _ => Class::Other,
        }
    }
}

/// The class of a status code (RFC 9110 §15), as far as a table tells classes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// 2xx.
    Success,
    /// 4xx and 5xx.
    Error,
    /// 1xx and 3xx: neither.
    Other,
}

/// A row of a status-code table.
///
/// Texts have their inline markup reduced to text and their white space folded to single spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatusRow {
    /// The codes. A cell that lists several (`400/401`) makes one row for each.
    pub codes: Codes,
    /// The text of the reason phrase's cell; empty where the cell is, or the table has none.
    pub reason: String,
    /// The text of the description's cell; empty where the cell is, or the table has none.
    pub description: String,
    /// HTTP methods that a success row names, upper case, in document order.
    pub methods: Vec<&'static str>,
    /// Where the row's code stands.
    pub position: Position,
}

impl StatusRow {
    /// Makes a row. Its methods are those that the description of a success names.
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
    /// The service's own code, as documented.
    pub code: String,
    /// The status that it comes with, where the page says.
    pub status: Option<u16>,
    /// The text of the message's cell; empty where the cell is, or the table has none.
    pub message: String,
    /// The text of the description's cell; empty where the cell is, or the table has none.
    pub description: String,
    /// Where the row's code stands.
    pub position: Position,
}

/// Something a person should know before trusting the page; nothing was lost by it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The sentence, in the form of [`DocError`](crate::DocError)'s.
    pub message: String,
    /// What it speaks of.
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
    /// The sections that are endpoints, in document order; empty for a page whose sections are none.
    pub endpoints: Vec<Endpoint>,
    /// What was skipped or looks odd.
    pub notes: Vec<Note>,
    /// The tables that the rows come from, in document order, with what each of their columns was read as.
    pub tables: Vec<TableUse>,
}

/// A table that rows were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableUse {
    /// Where it begins.
    pub position: Position,
    /// Its columns, from left to right.
    pub columns: Vec<ColumnUse>,
}

/// What a column of a table was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnUse {
    /// The heading as documented; empty where the table has none. Of two header rows, both.
    pub heading: String,
    /// What the column was read as; `None` for a column that is not used.
    pub role: Option<Role>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Status codes.
    Status,
    /// The service's own error codes.
    ErrorCode,
    /// Reason phrases.
    Reason,
    /// Messages of service error codes.
    Message,
    /// Descriptions.
    Description,
}
