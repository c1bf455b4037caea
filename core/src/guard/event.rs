//! What a guard reports about a response: to the log, to `observe`, and in a failed test.

use std::error::Error;
use std::fmt;

use http::{Method, StatusCode};

use super::document::Scope;
use super::policy::{self, Finding};
use super::request::Route;
use super::sent::Sent;
use crate::set::StatusSet;
use crate::table::{Operation, Table};

/// A response that passed a guard, for [`Guard::observe`](super::Guard::observe).
///
/// Its `Display` is the message with which `.panic()` fails:
///
/// ```text
/// status `418` is not a documented response of `GET /pets/{petId}`
///   documented: 200 404 503
///   nearest: 404 Not Found
///   document: openapi.yaml:21
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    pub(super) method: &'a Method,
    pub(super) route: Option<&'a Route>,
    pub(super) scope: &'a Scope,
    pub(super) finding: Finding,
    pub(super) original: StatusCode,
    pub(super) status: StatusCode,
    pub(super) declared: Option<StatusSet>,
    pub(super) sent: Option<&'a Sent>,
    pub(super) panic: Option<&'a str>,
    pub(super) reshaped: bool,
}

impl<'a> Event<'a> {
    /// Returns the method of the request.
    pub fn method(&self) -> &'a Method {
        self.method
    }

    /// Returns the path of the operation as in the document, `/pets/{petId}`. If the request belongs to no operation,
    /// it is the requested path, cut to 100 bytes.
    pub fn route(&self) -> &'a str {
        match self.operation() {
            Some(operation) => operation.path(),
            None => self.route.map_or("", Route::as_str),
        }
    }

    /// Returns the documented operation. `None` if the request belongs to none, or if the document has no operations.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.scope.operation()
    }

    /// Returns the table against which the response was checked: that of the operation, or of the whole document.
    pub fn table(&self) -> Table {
        self.scope.table
    }

    /// Returns what the guard found.
    pub fn finding(&self) -> Finding {
        self.finding
    }

    /// Returns the status that the client sees.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the status that the service sent.
    pub fn original_status(&self) -> StatusCode {
        self.original
    }

    /// Returns whether the guard wrote the body.
    pub fn is_reshaped(&self) -> bool {
        self.reshaped
    }

    /// Returns the documented error that is nearest by meaning, if the service sent an undocumented error.
    pub fn nearest(&self) -> Option<u16> {
        let wrong = matches!(self.finding, Finding::Undocumented | Finding::Undeclared);
        (wrong && self.original.as_u16() >= 400)
            .then(|| policy::nearest_error(self.original.as_u16(), self.scope.errors()))?
    }

    /// Returns the service error code, such as `VPN.0012`, if the response is that of an
    /// [`ApiError`](trait@crate::ApiError).
    pub fn error_code(&self) -> Option<&'a str> {
        self.sent?.details().code
    }

    /// Returns the error, if the response is that of an [`ApiError`](trait@crate::ApiError).
    ///
    /// The error can be downcast to its type if the type has no parameters and is `Send` and `Sync`, and if the
    /// framework passes it on. These do: axum, warp, poem for handlers that return the error, and
    /// `statusbook::IntoResponse`. Otherwise, the error holds the messages of the original error and its sources.
    pub fn error(&self) -> Option<&'a (dyn Error + 'static)> {
        self.sent?.error()
    }

    /// Returns the message of the panic, if the handler panicked.
    pub fn panic(&self) -> Option<&'a str> {
        self.panic
    }

    /// Returns the name of the document, and the line of the operation or of the nearest status. The line is 0 if
    /// there is none.
    pub fn document(&self) -> (&'static str, u32) {
        let table = self.scope.table;
        if let Some(operation) = table.operation() {
            return (table.document(), operation.line());
        }
        let nearest = self.nearest().and_then(|code| table.entry(code));
        match nearest {
            Some(entry) => (entry.document(), entry.line()),
            None => (table.document(), 0),
        }
    }

    /// To the log, with the feature `tracing`: a panic as an error, and what the document does not know as a warning.
    #[cfg(feature = "tracing")]
    pub(super) fn log(&self) {
        let (document, line) = self.document();
        let line = (line > 0).then_some(line);
        let (method, route, code) = (self.method, self.shown_route(), self.original.as_u16());
        let sent = self.status.as_u16();
        if let Some(panic) = self.panic {
            tracing::error!(target: "statusbook::guard", %method, %route, status = code, sent, panic, document, line, "a handler panicked");
        }
        let nearest = self.nearest();
        match self.finding {
            Finding::Documented => {}
            Finding::Excused => {
                tracing::debug!(target: "statusbook::guard", %method, %route, status = code, document, line, "an undocumented status with an excuse");
            }
            Finding::Undocumented => {
                tracing::warn!(target: "statusbook::guard", %method, %route, status = code, sent, nearest, document, line, "the document does not have this status");
            }
            Finding::Undeclared => {
                tracing::warn!(target: "statusbook::guard", %method, %route, status = code, sent, nearest, document, line, "the handler does not declare this status");
            }
            Finding::ErrorAsSuccess => {
                tracing::warn!(target: "statusbook::guard", %method, %route, status = code, sent, document, line, "an error was sent as a success");
            }
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[expect(clippy::unused_self, reason = "nothing is logged without the feature")]
    pub(super) fn log(&self) {}

    fn shown_route(&self) -> impl fmt::Display + 'a {
        struct Shown<'a>(Option<&'static Operation>, Option<&'a Route>);
        impl fmt::Display for Shown<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match (self.0, self.1) {
                    (Some(operation), _) => f.write_str(operation.path()),
                    (None, Some(route)) => route.fmt(f),
                    (None, None) => Ok(()),
                }
            }
        }
        Shown(self.operation(), self.route)
    }
}

impl fmt::Display for Event<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.original.as_u16();
        write!(f, "status `{code}` ")?;
        match self.finding {
            Finding::Documented => f.write_str("is a documented response of ")?,
            Finding::Undocumented => f.write_str("is not a documented response of ")?,
            Finding::Undeclared => f.write_str("is not among the declared responses of ")?,
            Finding::Excused => f.write_str("is an excused response of ")?,
            Finding::ErrorAsSuccess => f.write_str("hides an error that was sent by ")?,
        }
        write!(f, "`{} {}`", self.method, self.shown_route())?;
        if let Some(operation) = self.operation()
            && *operation.method() != *self.method.as_str()
        {
            write!(f, ", which is `{}` in the document", operation.method())?;
        }
        if let Some(panic) = self.panic {
            write!(f, "\n  panic: {panic}")?;
        }
        if let Some(sent) = self.sent
            && sent.status() != self.original
        {
            write!(f, "\n  error: {}", sent.status())?;
        }
        if let Some(declared) = self.declared {
            write!(f, "\n  declared: {declared}")?;
        }
        write!(f, "\n  documented: {}", self.scope.documented)?;
        if let Some(nearest) = self.nearest() {
            match self.scope.status(self.table(), nearest) {
                Some(status) => write!(f, "\n  nearest: {status}")?,
                None => write!(f, "\n  nearest: {nearest}")?,
            }
        }
        match self.document() {
            (document, 0) => write!(f, "\n  document: {document}"),
            (document, line) => write!(f, "\n  document: {document}:{line}"),
        }
    }
}
