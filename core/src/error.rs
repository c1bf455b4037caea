//! What an error type promises: a documented status, and text that the client may see.

use std::borrow::Cow;
use std::error::Error;
use std::sync::Arc;

use http::HeaderMap;

use crate::body::{Format, Members};
use crate::registry::lacking;
use crate::sent::Sent;
use crate::set::StatusSet;
use crate::status::Status;
use crate::table::Table;
use crate::text::shown;

/// An error that responds with a documented status. `#[derive(ApiError)]` implements it.
///
/// The trait works as `dyn ApiError`. `?` converts each such error to `Box<dyn ApiError + Send + Sync>`, which is a
/// response in every framework.
///
/// If you implement it by hand, only `status` is required:
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
    message = "`{Self}` does not implement `ApiError`: its status is unknown",
    label = "does not implement `ApiError`",
    note = "derive `ApiError` for it, or give the variant that holds it a status: `#[status(500, transparent)]`"
)]
pub trait ApiError: Error {
    /// Returns the status of the response.
    fn status(&self) -> Status;

    /// Returns the service error code, such as `VPN.0012`.
    fn error_code(&self) -> Option<&str> {
        None
    }

    /// Returns the text that the client sees. By default, it is the message for a 4xx, and the documented description
    /// for a 5xx, because the message of a server error belongs to the log.
    fn detail(&self) -> Cow<'_, str> {
        let status = self.status();
        if status.is_server_error() {
            Cow::Borrowed(status.text())
        } else {
            Cow::Owned(shown(format_args!("{self}")))
        }
    }

    /// Returns further header fields of the response. The body adds its own.
    fn headers(&self) -> HeaderMap {
        HeaderMap::new()
    }

    /// Returns the URI of the problem type (RFC 9457 §3.1.1). `None` stands for `about:blank`.
    fn problem_type(&self) -> Option<&'static str> {
        None
    }

    /// Returns the URI of this occurrence of the problem (RFC 9457 §3.1.5).
    fn instance(&self) -> Option<Cow<'_, str>> {
        None
    }

    /// Returns the extension members of the body (RFC 9457 §3.2).
    fn extensions(&self) -> Members {
        Members::new()
    }

    /// Returns the format of the body. The default is that of the table.
    fn format(&self) -> Format {
        self.status().table().format()
    }

    /// Returns the body if it is known at compile time.
    #[doc(hidden)]
    fn __fixed(&self, _: Format) -> Option<&'static [u8]> {
        None
    }

    /// Adds the header fields to the response. Does nothing without headers, so that no empty map is built.
    #[doc(hidden)]
    #[inline]
    fn __headers_into(&self, map: &mut HeaderMap) {
        *map = self.headers();
    }
}

/// The statuses that an error type can respond with, as constants. Generic code and other crates can check them at
/// compile time.
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
    message = "`{Self}` does not implement `Contract`: its statuses are unknown",
    label = "does not implement `Contract`",
    note = "derive `ApiError` for it, or give the variant that holds it a status: `#[status(500, transparent)]`"
)]
pub trait Contract {
    /// The table against which the type is checked.
    const TABLE: Table;
    /// Every status that a value of the type can respond with: its own and those of its inner errors.
    const STATUSES: StatusSet;

    /// Those of [`STATUSES`](Self::STATUSES) that may lack the header field which RFC 9110 requires for 401, 405, 407
    /// and 426. The default is all of these four.
    const LACKING_HEADERS: StatusSet = lacking(Self::STATUSES, &[]);

    /// What documents say beside the statuses.
    #[doc(hidden)]
    const __SENT: &'static Sent = Sent::UNKNOWN;
}

macro_rules! same_as_inside {
    ($($pointer:ident: [$($bounds:tt)*])*) => {
        $(
            impl<E: $($bounds)*> ApiError for $pointer<E> {
                fn status(&self) -> Status {
                    (**self).status()
                }

                fn error_code(&self) -> Option<&str> {
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

                fn __fixed(&self, format: Format) -> Option<&'static [u8]> {
                    (**self).__fixed(format)
                }

                fn __headers_into(&self, map: &mut HeaderMap) {
                    (**self).__headers_into(map);
                }
            }

            impl<E: Contract + ?Sized> Contract for $pointer<E> {
                const TABLE: Table = E::TABLE;
                const STATUSES: StatusSet = E::STATUSES;
                const LACKING_HEADERS: StatusSet = E::LACKING_HEADERS;
                const __SENT: &'static Sent = E::__SENT;
            }
        )*
    };
}

// A box of a trait object is not an error itself (`std::error::Error for Box<E>` asks for a size); an `Arc` of one is.
same_as_inside! {
    Box: [ApiError]
    Arc: [ApiError + ?Sized]
}

/// Lets `?` convert each [`ApiError`] to a box.
impl<'e, E: ApiError + 'e> From<E> for Box<dyn ApiError + 'e> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

impl<'e, E: ApiError + Send + Sync + 'e> From<E> for Box<dyn ApiError + Send + Sync + 'e> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

#[cfg(test)]
mod tests {
    use crate::{ApiError, IntoResponse, vpn};

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no such gateway")]
    struct Missing;

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(409, "the gateway is in use")]
    struct InUse;

    fn find(found: bool) -> Result<(), Missing> {
        if found { Ok(()) } else { Err(Missing) }
    }

    fn delete(found: bool) -> Result<(), Box<dyn ApiError + Send + Sync>> {
        find(found)?;
        Err(InUse)?
    }

    fn delete_here(found: bool) -> Result<(), Box<dyn ApiError>> {
        find(found)?;
        Err(InUse)?
    }

    #[test]
    fn question_mark_boxes_every_error() {
        let status = |error: Box<dyn ApiError + Send + Sync>| error.into_response().status();
        assert_eq!(
            delete(false).map_err(status),
            Err(http::StatusCode::NOT_FOUND)
        );
        assert_eq!(
            delete(true).map_err(status),
            Err(http::StatusCode::CONFLICT)
        );
        assert_eq!(
            delete_here(true).unwrap_err().detail(),
            "the gateway is in use"
        );
    }
}
