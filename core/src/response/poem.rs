//! poem 3.

use poem::{Body, Error, IntoResponse, Response};

use crate::error::ApiError;
use crate::handlers::success::{self, Coded, with_content, without_content};
use crate::status::Status;

/// The documented status, with the documented text.
impl IntoResponse for Status {
    fn into_response(self) -> Response {
        convert(crate::IntoResponse::into_response(self))
    }
}

/// For handlers that fail with a status alone.
impl From<Status> for Error {
    fn from(status: Status) -> Self {
        Error::from_response(IntoResponse::into_response(status))
    }
}

/// An error of any type.
impl IntoResponse for Box<dyn ApiError + Send + Sync> {
    fn into_response(self) -> Response {
        respond(&*self)
    }
}

/// For handlers that fail with an error of any type.
impl From<Box<dyn ApiError + Send + Sync>> for Error {
    fn from(error: Box<dyn ApiError + Send + Sync>) -> Self {
        Error::from_response(respond(&*error))
    }
}

/// Returns the response of an error.
pub fn respond<E: ApiError + ?Sized>(error: &E) -> Response {
    convert(crate::respond(error))
}

fn convert(response: http::Response<bytes::Bytes>) -> Response {
    let (parts, body) = response.into_parts();
    let mut converted = Response::default();
    converted.set_status(parts.status);
    *converted.headers_mut() = parts.headers;
    *converted.extensions_mut() = parts.extensions;
    converted.set_body(if body.is_empty() {
        Body::empty()
    } else {
        Body::from(body)
    });
    converted
}

impl<const CODE: u16, T: IntoResponse> IntoResponse for Coded<CODE, T> {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        let mut status = response.status();
        success::set::<CODE>(&mut status);
        response.set_status(status);
        response
    }
}

success::into_response!(IntoResponse, Response, ());

#[doc(hidden)]
#[macro_export]
macro_rules! __respond_poem {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        $crate::__respond_by! {
            $crate::__private::poem::poem::IntoResponse,
            $crate::__private::poem::poem::Response,
            $crate::__private::poem::respond,
            (),
            [+ $crate::__private::std::marker::Send]
            [$($generics)*] [$type] [$($predicates)*]
        }

        #[automatically_derived]
        impl<$($generics)*> $crate::__private::poem::poem::error::ResponseError for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError,
        {
            fn status(&self) -> $crate::__private::poem::poem::http::StatusCode {
                $crate::__private::ApiError::status(self).status_code()
            }

            fn as_response(&self) -> $crate::__private::poem::poem::Response {
                $crate::__private::poem::respond(self)
            }
        }
    };
    ($($all:tt)*) => {
        $crate::__respond_by! {
            $crate::__private::poem::poem::IntoResponse,
            $crate::__private::poem::poem::Response,
            $crate::__private::poem::respond,
            (),
            [+ $crate::__private::std::marker::Send]
            $($all)*
        }
    };
}

pub use poem;
