//! The error of a check at run time, with the message of the compile error.

use std::fmt;

use crate::message;
use crate::status::Status;
use crate::table::Table;

/// A status code that the table does not document. Its message is that of the compile error.
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

impl Table {
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
}

impl Undocumented {
    pub(crate) const fn new(code: u16, table: Table) -> Self {
        Undocumented { code, table }
    }

    /// Returns the undocumented code.
    pub const fn code(self) -> u16 {
        self.code
    }

    /// Returns the table that does not document it.
    pub const fn table(self) -> Table {
        self.table
    }

    /// Returns the documented code that is nearest by meaning, if there is one.
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
