//! The response on the wire, and one adapter for each web framework.

use bytes::Bytes;
use http::{Response, header};

use crate::body::{Details, Format, Text};
use crate::error::ApiError;
use crate::handlers::success::{self, Coded};
use crate::status::Status;
use crate::table::Class;

pub(crate) mod declared;
pub(crate) mod frameworks;
mod header_value;
pub(crate) mod log;

pub use header_value::insert_header;

/// Turns a value into an HTTP response.
///
/// The derive implements it, and with the feature of a framework enabled, that framework's own trait. Without a framework it
/// is what a service on plain `hyper` sends:
///
/// ```
/// use statusbook::{IntoResponse, http::header, status, vpn};
///
/// let response = status!(vpn, 404).into_response();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
/// ```
///
/// The server decides whether a body is sent at all: it leaves out that of a response to `HEAD` (RFC 9110 §9.3.2).
pub trait IntoResponse {
    /// The response: the documented status, and a body that holds only what the client may see.
    fn into_response(self) -> Response<Bytes>;
}

/// Returns the response itself.
impl IntoResponse for Response<Bytes> {
    fn into_response(self) -> Response<Bytes> {
        self
    }
}

/// What a handler returns: a success, or the error.
impl<T: IntoResponse, E: IntoResponse> IntoResponse for Result<T, E> {
    fn into_response(self) -> Response<Bytes> {
        match self {
            Ok(success) => success.into_response(),
            Err(error) => error.into_response(),
        }
    }
}

/// Any error that is an [`ApiError`], as `dyn ApiError` too.
impl<E: ApiError + ?Sized> IntoResponse for Box<E> {
    fn into_response(self) -> Response<Bytes> {
        respond(&*self)
    }
}

/// The documented status, with the documented text.
///
/// An error has the body of its table (`body = …`). Anything else is plain text; a status that may not have content
/// (1xx, 204, 205 and 304: RFC 9110 §6.4.1 and §15.3.6) has none.
impl IntoResponse for Status {
    fn into_response(self) -> Response<Bytes> {
        log::responded_with(self);
        let code = self.code();
        if code < 200 || matches!(code, 204 | 205 | 304) {
            let mut response = Response::new(Bytes::new());
            *response.status_mut() = self.status_code();
            return response;
        }
        let format = match self.class() {
            Class::Error => self.table().format(),
            Class::Success | Class::Other => const { Format::of::<Text>() },
        };
        let details = Details::new(self, self.description());
        let mut response = Response::new(Bytes::from(format.render(&details)));
        *response.status_mut() = self.status_code();
        set_content_type(&mut response, format);
        #[cfg(feature = "guard")]
        if self.class() == Class::Error {
            let sent = crate::guard::Sent::of_status(self);
            response.extensions_mut().insert(sent);
        }
        response
    }
}

/// An empty response with the status 200.
impl IntoResponse for () {
    fn into_response(self) -> Response<Bytes> {
        Response::new(Bytes::new())
    }
}

impl<const CODE: u16, T: IntoResponse> IntoResponse for Coded<CODE, T> {
    fn into_response(self) -> Response<Bytes> {
        let mut response = self.0.into_response();
        success::set::<CODE>(response.status_mut());
        response
    }
}

macro_rules! with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<T: IntoResponse> IntoResponse for success::$name<T> {
            fn into_response(self) -> Response<Bytes> {
                Coded::<$code, T>(self.0).into_response()
            }
        }
    )+};
}

macro_rules! without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl IntoResponse for success::$name {
            fn into_response(self) -> Response<Bytes> {
                Coded::<$code, _>(()).into_response()
            }
        }
    )+};
}

success::each_with_content!(with_content);
success::each_without_content!(without_content);

/// Returns the response of an error. The derive calls it; use it for errors that implement [`ApiError`] by hand.
///
/// With the feature `tracing` this is where the response is logged: once, at the level `ERROR` for a 5xx, with the message
/// and every source; at `DEBUG` for anything else.
///
/// ```
/// use statusbook::{ApiError, Status, respond, status, vpn};
///
/// #[derive(Debug)]
/// struct Broken;
///
/// impl std::fmt::Display for Broken {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("no route to 10.0.0.7")
///     }
/// }
///
/// impl std::error::Error for Broken {}
///
/// impl ApiError for Broken {
///     fn status(&self) -> Status {
///         status!(vpn, 502)
///     }
/// }
///
/// let response = respond(&Broken);
/// assert_eq!(response.status(), 502);
/// assert!(!response.body().windows(8).any(|part| part == b"10.0.0.7"), "the message is for the log");
/// ```
pub fn respond<E: ApiError + ?Sized>(error: &E) -> Response<Bytes> {
    respond_with(error, |body| body)
}

/// The response of an error, with the body of a framework.
pub(crate) fn respond_with<E: ApiError + ?Sized, B>(
    error: &E,
    body: impl FnOnce(Bytes) -> B,
) -> Response<B> {
    let status = error.status();
    log::responded(status, error);
    let format = error.format();
    let bytes = match error.__fixed(format) {
        Some(fixed) => Bytes::from_static(fixed),
        None => Bytes::from(render(error, status, format)),
    };
    let mut response = Response::new(body(bytes));
    *response.status_mut() = status.status_code();
    // The fields of the error become those of the response, and are not copied into it.
    error.__headers_into(response.headers_mut());
    set_content_type(&mut response, format);
    #[cfg(feature = "guard")]
    response
        .extensions_mut()
        .insert(crate::guard::Sent::of_error(error));
    response
}

fn render<E: ApiError + ?Sized>(error: &E, status: Status, format: Format) -> Vec<u8> {
    let (detail, instance, extensions) = (error.detail(), error.instance(), error.extensions());
    let mut details = Details::new(status, &detail);
    details.code = error.error_code();
    details.problem_type = error.problem_type();
    details.instance = instance.as_deref();
    details.extensions = &extensions;
    format.render(&details)
}

/// Set last, whatever an error says: the body is what the field describes.
#[inline]
fn set_content_type<B>(response: &mut Response<B>, format: Format) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, format.content_type());
}
