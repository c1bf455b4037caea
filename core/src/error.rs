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

/// An error that responds with a documented status. `#[derive(ApiError)]` writes it.
///
/// It can be used as `dyn ApiError`: `?` makes a `Box<dyn ApiError + Send + Sync>` of every error, and every framework can
/// respond with it.
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
    message = "`{Self}` does not implement `ApiError`: its status is unknown",
    label = "does not implement `ApiError`",
    note = "derive `ApiError` for it, or give the variant that holds it a status: `#[status(500, transparent)]`"
)]
pub trait ApiError: Error {
    /// The status of the response.
    fn status(&self) -> Status;

    /// The service's own error code, such as `VPN.0012`.
    fn error_code(&self) -> Option<&str> {
        None
    }

    /// The text that the client sees. For a 4xx, the message; for a 5xx, the documented description, because the message of
    /// a server's failure is for its log.
    fn detail(&self) -> Cow<'_, str> {
        let status = self.status();
        if status.is_server_error() {
            Cow::Borrowed(status.text())
        } else {
            Cow::Owned(shown(format_args!("{self}")))
        }
    }

    /// Header fields of the response, beside those of the body.
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

    /// Members that the body has beside the usual ones (RFC 9457 §3.2).
    fn extensions(&self) -> Members {
        Members::new()
    }

    /// The form of the body: that of the table, unless the type chooses another.
    fn format(&self) -> Format {
        self.status().table().format()
    }

    /// The body, where it is known while compiling.
    #[doc(hidden)]
    fn __fixed(&self, _: Format) -> Option<&'static [u8]> {
        None
    }

    /// Gives the response its header fields. Does nothing without headers, so that no empty map is built.
    #[doc(hidden)]
    #[inline]
    fn __headers_into(&self, map: &mut HeaderMap) {
        *map = self.headers();
    }
}

/// The statuses that an error type can respond with, as constants: generic code and other crates can check them too.
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
    /// The table that the type is held to.
    const TABLE: Table;
    /// Every status that a value of the type can respond with: its own and those of its inner errors.
    const STATUSES: StatusSet;

    /// Those of [`STATUSES`](Self::STATUSES) whose responses may lack the header field that RFC 9110 requires of them: of 401,
    /// 405, 407 and 426. Unless an implementation says otherwise, all of these.
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

/// `?` makes an error of any type of every [`ApiError`].
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
