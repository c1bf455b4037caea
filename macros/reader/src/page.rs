//! What a page documents: its rows, and the tables they come from.

use crate::{
    endpoint::Endpoint,
    error::Position,
    row::{ErrorCodeRow, StatusRow},
};

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
