//! What a guard tells about a response: to the log, to `observe`, and to a test that shall fail.

use std::error::Error;
use std::fmt;

use http::{Method, StatusCode};

use super::document::Scope;
use super::policy::{self, Finding};
use super::request::Route;
use super::rewrite::status_in;
use super::sent::Sent;
use crate::set::StatusSet;
use crate::table::{Operation, Table};

/// A response that went through a guard, as [`Guard::observe`](super::Guard::observe) sees it.
///
/// It shows as the sentence that `.panic()` fails with:
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
    /// The method of the request.
    pub fn method(&self) -> &'a Method {
        self.method
    }

    /// The operation as the document writes its path, `/pets/{petId}`; for a request that belongs to no operation, the
    /// path that was asked for, of which at most 100 bytes are kept.
    pub fn route(&self) -> &'a str {
        match self.operation() {
            Some(operation) => operation.path(),
            None => self.route.map_or("", Route::as_str),
        }
    }

    /// The documented operation; `None` for a page without operations, and for a request that belongs to none.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.scope.operation()
    }

    /// The table that the response is held to: that of its operation, or of the whole document.
    pub fn table(&self) -> Table {
        self.scope.table
    }

    /// What the guard found.
    pub fn finding(&self) -> Finding {
        self.finding
    }

    /// The status that the client sees.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The status that the service responded with.
    pub fn original_status(&self) -> StatusCode {
        self.original
    }

    /// Whether the guard wrote the body.
    pub fn is_reshaped(&self) -> bool {
        self.reshaped
    }

    /// The documented error that comes nearest to the original status by meaning, if that status is an undocumented error.
    pub fn nearest(&self) -> Option<u16> {
        let wrong = matches!(self.finding, Finding::Undocumented | Finding::Undeclared);
        (wrong && self.original.as_u16() >= 400)
            .then(|| policy::nearest_error(self.original.as_u16(), self.scope.errors()))?
    }

    /// The service error code, such as `VPN.0012`, of an error of ours.
    pub fn error_code(&self) -> Option<&'a str> {
        self.sent?.details().code
    }

    /// The error behind the response, if it was one of ours.
    ///
    /// It is the error itself, to be downcast, where its type has no parameters and is `Send` and `Sync`, and where the framework hands
    /// it over: axum, warp, poem for handlers that return it, and `statusbook::IntoResponse`. Otherwise it has the messages of the error
    /// and of its sources, as they were when it became a response.
    pub fn error(&self) -> Option<&'a (dyn Error + 'static)> {
        self.sent?.error()
    }

    /// The message of the panic that the response stands for.
    pub fn panic(&self) -> Option<&'a str> {
        self.panic
    }

    /// Where the document says so: its name, and the line of the operation or of the nearest status; 0 if there is none.
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
                tracing::debug!(target: "statusbook::guard", %method, %route, status = code, document, line, "an undocumented status that the service excuses");
            }
            Finding::Undocumented => {
                tracing::warn!(target: "statusbook::guard", %method, %route, status = code, sent, nearest, document, line, "the document does not know this status");
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
            match status_in(self.scope, self.table(), nearest) {
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
