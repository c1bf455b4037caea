//! A service's own error code.

use super::given;

/// A service's own error code, such as `VPN.0001`, as its reference documents it.
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

    /// Returns the first status that the code is documented for, if the document names one.
    pub const fn status(&self) -> Option<u16> {
        match self.statuses {
            [first, ..] => Some(*first),
            [] => None,
        }
    }

    /// Returns every status that the code is documented for. Empty where the document names none: then any is right.
    pub const fn statuses(&self) -> &'static [u16] {
        self.statuses
    }

    /// Returns the message as documented, if the document gives one.
    pub const fn message(&self) -> Option<&'static str> {
        given(self.message)
    }

    /// Returns the description as documented, if the document gives one.
    pub const fn description(&self) -> Option<&'static str> {
        given(self.description)
    }

    /// Returns the document that the row stands in.
    pub const fn document(&self) -> &'static str {
        self.document
    }

    /// Returns the line of the document on which the code stands.
    pub const fn line(&self) -> u32 {
        self.line
    }
}
