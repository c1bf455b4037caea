//! A service error code.

use super::given;

/// A service error code, such as `VPN.0001`, with the documented text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorCode {
    #[doc(hidden)]
    pub code: &'static str,
    #[doc(hidden)]
    pub statuses: &'static [u16],
    /// Empty where the document gives none, as is the description: generated code is shorter without an `Option`.
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
    /// Returns the code.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Returns the first documented status of the code, if the document names one.
    pub const fn status(&self) -> Option<u16> {
        match self.statuses {
            [first, ..] => Some(*first),
            [] => None,
        }
    }

    /// Returns every documented status of the code. If it is empty, the document names none, and any status is allowed.
    pub const fn statuses(&self) -> &'static [u16] {
        self.statuses
    }

    /// Returns the documented message, if the document has one.
    pub const fn message(&self) -> Option<&'static str> {
        given(self.message)
    }

    /// Returns the documented description, if the document has one.
    pub const fn description(&self) -> Option<&'static str> {
        given(self.description)
    }

    /// Returns the document that contains the row.
    pub const fn document(&self) -> &'static str {
        self.document
    }

    /// Returns the line of the code in the document.
    pub const fn line(&self) -> u32 {
        self.line
    }
}
