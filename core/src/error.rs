//! What an error type promises: a documented status, and text that the client may see.

use std::borrow::Cow;
use std::error::Error;

use http::HeaderMap;

use crate::body::{Fixed, Format, Members};
use crate::derived::text;
use crate::set::StatusSet;
use crate::status::Status;
use crate::table::Table;

/// An error that knows which documented status answers it. `#[derive(ApiError)]` writes it.
///
/// It can be used as `dyn ApiError`: `?` makes a `Box<dyn ApiError + Send + Sync>` of every error, and every framework answers it.
/// By hand, `status` is enough:
///
/// ```
/// use statusbook::{ApiError, Status, status, vpn};
///
/// #[derive(Debug)]
/// struct Missing;
///
/// impl std::fmt::Display for Missing {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("no such gateway")
///     }
/// }
///
/// impl std::error::Error for Missing {}
///
/// impl ApiError for Missing {
///     fn status(&self) -> Status {
///         status!(vpn, 404)
///     }
/// }
///
/// assert_eq!(Missing.detail(), "no such gateway");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say how it is answered",
    label = "implements no `ApiError`",
    note = "derive `ApiError` for it, or give the variant that holds it a status: `#[status(500, transparent)]`"
)]
pub trait ApiError: Error {
    /// The status that answers this error.
    fn status(&self) -> Status;

    /// The service's own error code, such as `VPN.0012`.
    fn error_code(&self) -> Option<&'static str> {
        None
    }

    /// What the client is told. Of a 4xx the message; of a 5xx the documented description, because the message of a
    /// server's failure is for its log.
    fn detail(&self) -> Cow<'_, str> {
        let status = self.status();
        if status.is_server_error() {
            Cow::Borrowed(text(status))
        } else {
            Cow::Owned(self.to_string())
        }
    }

    /// Header fields of the answer, beside those of the body.
    fn headers(&self) -> HeaderMap {
        HeaderMap::new()
    }

    /// The URI of the problem type (RFC 9457 §3.1.1); `None` is `about:blank`.
    fn problem_type(&self) -> Option<&'static str> {
        None
    }

    /// The URI of this occurrence of the problem (RFC 9457 §3.1.5).
    fn instance(&self) -> Option<Cow<'_, str>> {
        None
    }

    /// Members that the answer has beside the usual ones (RFC 9457 §3.2).
    fn extensions(&self) -> Members {
        Members::new()
    }

    /// How the body of the answer is written: as the table says, unless the type chose for itself.
    fn format(&self) -> Format {
        self.status().table().format()
    }

    /// The body, where it is known while compiling.
    #[doc(hidden)]
    fn __fixed(&self) -> Option<Fixed> {
        None
    }

    /// Gives the response its header fields. A type that has none does nothing: a map costs something even if it is empty.
    #[doc(hidden)]
    #[inline]
    fn __headers_into(&self, map: &mut HeaderMap) {
        *map = self.headers();
    }
}

/// The statuses that an error type can answer, as constants: generic code and other crates can check them too.
///
/// ```
/// use statusbook::{ApiError, Contract, StatusSet, vpn};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(table = vpn)]
/// enum GatewayError {
///     #[status(404, "no such gateway")]
///     NotFound,
///     #[status(409, "the gateway is in use")]
///     InUse,
/// }
///
/// const _: () = assert!(GatewayError::STATUSES.is_subset(StatusSet::ERRORS));
/// assert_eq!(GatewayError::STATUSES, StatusSet::of(&[404, 409]));
/// assert_eq!(GatewayError::TABLE.name(), "vpn");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which statuses it is answered with",
    label = "implements no `Contract`",
    note = "derive `ApiError` for it, or give the variant that holds it a status: `#[status(500, transparent)]`"
)]
pub trait Contract {
    /// The table that the type is held to.
    const TABLE: Table;
    /// Every status that a value of the type can answer: its own and those of its inner errors.
    const STATUSES: StatusSet;
}

impl<E: ApiError> ApiError for Box<E> {
    fn status(&self) -> Status {
        (**self).status()
    }

    fn error_code(&self) -> Option<&'static str> {
        (**self).error_code()
    }

    fn detail(&self) -> Cow<'_, str> {
        (**self).detail()
    }

    fn headers(&self) -> HeaderMap {
        (**self).headers()
    }

    fn problem_type(&self) -> Option<&'static str> {
        (**self).problem_type()
    }

    fn instance(&self) -> Option<Cow<'_, str>> {
        (**self).instance()
    }

    fn extensions(&self) -> Members {
        (**self).extensions()
    }

    fn format(&self) -> Format {
        (**self).format()
    }

    fn __fixed(&self) -> Option<Fixed> {
        (**self).__fixed()
    }

    fn __headers_into(&self, map: &mut HeaderMap) {
        (**self).__headers_into(map);
    }
}

impl<E: Contract + ?Sized> Contract for Box<E> {
    const TABLE: Table = E::TABLE;
    const STATUSES: StatusSet = E::STATUSES;
}
