//! For clients: checks a received response against a table.

use std::error::Error;
use std::fmt;

use crate::status::Status;
use crate::table::Table;
use crate::undocumented::Undocumented;

impl Table {
    /// Checks the status of a received response against the table, and returns it with the body. The body may be of
    /// any type.
    ///
    /// # Errors
    /// [`UndocumentedResponse`] with the status and the body, if the table does not document the status.
    ///
    /// ```
    /// use statusbook::{http::StatusCode, vpn};
    ///
    /// let (status, body) = vpn::TABLE.response(StatusCode::NOT_FOUND, "no such gateway")?;
    /// assert_eq!((status, body), (vpn::NOT_FOUND, "no such gateway"));
    ///
    /// // Perhaps a proxy on the way.
    /// let surprise = vpn::TABLE.response(418u16, "<html>").unwrap_err();
    /// assert_eq!((surprise.status(), surprise.into_body()), (418, "<html>"));
    /// # Ok::<(), statusbook::UndocumentedResponse<&str>>(())
    /// ```
    pub fn response<B>(
        self,
        status: impl Into<u16>,
        body: B,
    ) -> Result<(Status, B), UndocumentedResponse<B>> {
        match self.status(status.into()) {
            Ok(status) => Ok((status, body)),
            Err(undocumented) => Err(UndocumentedResponse { undocumented, body }),
        }
    }
}

/// A received response with an undocumented status, and its body.
///
/// Its message is that of [`Undocumented`]. Neither `Display` nor `Debug` shows the body, which may be long or secret.
#[derive(Clone, Copy)]
pub struct UndocumentedResponse<B> {
    undocumented: Undocumented,
    body: B,
}

impl<B> UndocumentedResponse<B> {
    /// Returns the status code of the response.
    pub const fn status(&self) -> u16 {
        self.undocumented.code()
    }

    /// Returns the error without the body: the table, and what it documents instead.
    pub const fn undocumented(&self) -> Undocumented {
        self.undocumented
    }

    /// Returns the body of the response.
    pub const fn body(&self) -> &B {
        &self.body
    }

    /// Returns the body of the response by value.
    pub fn into_body(self) -> B {
        self.body
    }
}

impl<B> fmt::Display for UndocumentedResponse<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.undocumented.fmt(f)
    }
}

impl<B> fmt::Debug for UndocumentedResponse<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UndocumentedResponse")
            .field("status", &self.status())
            .field("table", &self.undocumented.table().name())
            .finish_non_exhaustive()
    }
}

impl<B> Error for UndocumentedResponse<B> {}
