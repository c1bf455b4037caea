//! The rows of a document: status codes and service error codes.

use crate::error::Position;

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
