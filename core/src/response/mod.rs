//! Responses of this crate. The modules adapt them to each framework.

use std::sync::Arc;

use bytes::Bytes;
use http::{Response, header};

use crate::body::{Details, Format, Text};
use crate::error::ApiError;
use crate::handlers::success::{self, Coded, with_content, without_content};
use crate::status::Status;
use crate::table::Class;

pub(crate) mod declared;
pub(crate) mod frameworks;
mod header_value;
pub(crate) mod log;

pub use header_value::{insert_header, insert_header_of, insert_header_or};

/// Converts a value to an HTTP response.
///
/// The derive implements this trait, and the framework's own response trait if its feature is enabled. On plain
/// `hyper`, send the result:
///
/// ```
/// use statusbook::{IntoResponse, http::header, status, vpn};
///
/// let response = status!(vpn, 404).into_response();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
/// ```
///
/// For a response to `HEAD`, the server omits the body (RFC 9110 §9.3.2).
pub trait IntoResponse {
    /// Returns the response, with the documented status and a body that holds only what the client may see.
    fn into_response(self) -> Response<Bytes>;
}

/// Returns the response unchanged.
impl IntoResponse for Response<Bytes> {
    fn into_response(self) -> Response<Bytes> {
        self
    }
}

/// The response of the success, or of the error.
impl<T: IntoResponse, E: IntoResponse> IntoResponse for Result<T, E> {
    fn into_response(self) -> Response<Bytes> {
        match self {
            Ok(success) => success.into_response(),
            Err(error) => error.into_response(),
        }
    }
}

/// The response of the [`ApiError`], also of a `dyn ApiError`.
impl<E: ApiError + ?Sized> IntoResponse for Box<E> {
    fn into_response(self) -> Response<Bytes> {
        respond(&*self)
    }
}

/// The response of the [`ApiError`], also of a `dyn ApiError`.
impl<E: ApiError + ?Sized> IntoResponse for Arc<E> {
    fn into_response(self) -> Response<Bytes> {
        respond(&*self)
    }
}

/// A response with the documented status and the documented text.
///
/// For an error, the body is that of the table (`body = …`). For any other status, it is plain text. 1xx, 204, 205
/// and 304 have no body (RFC 9110 §6.4.1, §15.3.6).
impl IntoResponse for Status {
    fn into_response(self) -> Response<Bytes> {
        log::responded_with(self);
        let format = match self.class() {
            Class::Error => self.table().format(),
            Class::Success | Class::Other => const { Format::of::<Text>() },
        };
        let format = has_content(self).then_some(format);
        let details = Details::new(self, self.description());
        let bytes = format.map_or_else(Vec::new, |format| format.render(&details));
        let mut response = Response::new(Bytes::from(bytes));
        *response.status_mut() = self.status_code();
        #[cfg(feature = "guard")]
        if self.class() == Class::Error
            && let Some(sent) = crate::guard::Sent::of_status(self)
        {
            response.extensions_mut().insert(sent);
        }
        describe_content(&mut response, format);
        response
    }
}

/// An empty response with status 200.
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

success::into_response!(IntoResponse, Response<Bytes>, ());

/// Returns the response of an error. Use it for errors that implement [`ApiError`] by hand. The derive calls it too.
///
/// 1xx, 204, 205 and 304 have no body (RFC 9110 §6.4.1, §15.3.6).
///
/// With the feature `tracing`, this function logs the response once. A 5xx is logged at the level `ERROR`, with the
/// message and every source. Everything else is logged at `DEBUG`.
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
/// // The message is for the log.
/// assert!(!response.body().windows(8).any(|part| part == b"10.0.0.7"));
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
    let format = has_content(status).then(|| error.format());
    let bytes = format.map_or_else(Bytes::new, |format| match error.__fixed(format) {
        Some(fixed) => Bytes::from_static(fixed),
        None => Bytes::from(render(error, status, format)),
    });
    let mut response = Response::new(body(bytes));
    *response.status_mut() = status.status_code();
    // The fields of the error become those of the response, and are not copied into it.
    error.__headers_into(response.headers_mut());
    #[cfg(feature = "guard")]
    if let Some(sent) = crate::guard::Sent::of_error(error) {
        response.extensions_mut().insert(sent);
    }
    describe_content(&mut response, format);
    response
}

fn render<E: ApiError + ?Sized>(error: &E, status: Status, format: Format) -> Vec<u8> {
    let (detail, instance, extensions) = (error.detail(), error.instance(), error.extensions());
    let mut details = Details::new(status, &detail);
    details.code = error.error_code();
    details.problem_type = error.problem_type();
    details.instance = instance.as_deref();
    details.extensions = &extensions;
    for (name, _) in extensions.iter() {
        let form = format.built_in();
        if form.is_some_and(|form| form.own_members(&details).contains(&name)) {
            log::member_taken(name);
        }
    }
    format.render(&details)
}

/// Whether a response of this status has content: 1xx, 204 and 304 never do (RFC 9110 §6.4.1), nor does 205 (§15.3.6).
///
/// What is sent after them all the same is read as the start of the next response.
pub(crate) const fn has_content(status: Status) -> bool {
    !matches!(status.code(), 100..=199 | 204 | 205 | 304)
}

/// Set last, so that an error cannot override them: these fields describe the body.
#[inline]
fn describe_content<B>(response: &mut Response<B>, format: Option<Format>) {
    let headers = response.headers_mut();
    if let Some(format) = format {
        headers.insert(header::CONTENT_TYPE, format.content_type());
    } else {
        headers.remove(header::CONTENT_TYPE);
    }
    // The server knows how long the body is; a wrong length begins the next response in the middle of this one.
    if headers.len() > 1 {
        headers.remove(header::CONTENT_LENGTH);
        headers.remove(header::TRANSFER_ENCODING);
    }
}
