//! The operation of an OpenAPI document.

use crate::set::StatusSet;

/// The operation of an OpenAPI document to which a table belongs.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    id: &'static str,
    method: &'static str,
    path: &'static str,
    line: u32,
    siblings: &'static [(&'static str, StatusSet)],
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

    /// Returns the `operationId`, if the document has one.
    pub const fn id(&self) -> Option<&'static str> {
        super::given(self.id)
    }

    /// Returns the method in upper case.
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// Returns the path as in the document: `/pets/{petId}`.
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the line on which the operation begins.
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// The other operations of the same path, as `(method, documented codes)`.
    pub(crate) const fn siblings(&self) -> &'static [(&'static str, StatusSet)] {
        self.siblings
    }
}
