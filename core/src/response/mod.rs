//! The answer on the wire, and one adapter for each web framework.

use bytes::Bytes;
use http::{HeaderValue, Response, header};

use crate::body::Answer;
use crate::error::ApiError;
use crate::status::Status;

/// Turns a value into the HTTP response that answers it.
///
/// The derive implements it, and each framework's own trait behind the feature of its name.
pub trait IntoResponse {
    /// The response: the documented status, and a body that holds only what the client may see.
    fn into_response(self) -> Response<Bytes>;
}

/// The documented answer, with the documented text.
impl IntoResponse for Status {
    fn into_response(self) -> Response<Bytes> {
        let answer = Answer {
            status: self,
            code: None,
            detail: self.description().into(),
            problem_type: None,
            instance: None,
        };
        let format = crate::body::Format::PROBLEM;
        build(
            self,
            format.media_type,
            Bytes::from((format.render)(&answer)),
            http::HeaderMap::new(),
        )
    }
}

/// Answers an error. The derive calls it; use it for errors that implement [`ApiError`] by hand.
pub fn respond<E: ApiError + ?Sized>(error: &E) -> Response<Bytes> {
    let status = error.status();
    let format = error.format();
    let body = match error.__fixed() {
        Some(fixed) => Bytes::from_static(fixed.body),
        None => Bytes::from((format.render)(&Answer {
            status,
            code: error.error_code(),
            detail: error.detail(),
            problem_type: error.problem_type(),
            instance: error.instance(),
        })),
    };
    build(status, format.media_type, body, error.headers())
}

fn build(
    status: Status,
    media_type: &'static str,
    body: Bytes,
    mut headers: http::HeaderMap,
) -> Response<Bytes> {
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    let mut response = Response::new(body);
    *response.status_mut() = status.status_code();
    *response.headers_mut() = headers;
    response
}

/// Implements the answer of an error type for every enabled framework. Called by the derive, with
/// `[<generics>] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __answer {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::IntoResponse for $type $($bounds)* {
            fn into_response(self) -> $crate::__private::http::Response<$crate::__private::Bytes> {
                $crate::__private::respond(&self)
            }
        }
    };
}
