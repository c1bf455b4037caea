//! The refusal at run time: the same sentence as the compile error's.

use std::fmt;

use crate::message;
use crate::table::Table;

/// A status code that the table does not document. Shows the sentence that the compiler would have shown.
///
/// ```
/// use statusbook::vpn;
///
/// let refusal = vpn::TABLE.status(422).unwrap_err();
/// assert_eq!(refusal.code(), 422);
/// assert!(refusal.to_string().contains("nearest: 400 Bad Request"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Undocumented {
    code: u16,
    table: Table,
}

impl Undocumented {
    pub(crate) const fn new(code: u16, table: Table) -> Self {
        Undocumented { code, table }
    }

    /// The number that was asked for.
    pub const fn code(self) -> u16 {
        self.code
    }

    /// The table that does not document it.
    pub const fn table(self) -> Table {
        self.table
    }

    /// The documented code that comes nearest by meaning, if there is one.
    pub const fn nearest(self) -> Option<u16> {
        message::nearest_of(self.table, self.code)
    }
}

impl fmt::Display for Undocumented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(message::undocumented(self.table, self.code).as_str())
    }
}

impl fmt::Debug for Undocumented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Undocumented")
            .field("code", &self.code)
            .field("table", &self.table.name())
            .finish()
    }
}

impl std::error::Error for Undocumented {}
