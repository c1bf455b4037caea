//! Salvo 1, through `salvo_core` alone. What is a `Scribe` is a `Writer` too.

use http::header;
use salvo_core::http::{ResBody, Response};
use salvo_core::writing::Scribe;

use crate::error::ApiError;
use crate::handlers::success::{self, Coded};
use crate::status::Status;

/// The documented status, with the documented text.
impl Scribe for Status {
    fn render(self, response: &mut Response) {
        write(crate::IntoResponse::into_response(self), response);
    }
}

/// An error of any type.
impl Scribe for Box<dyn ApiError + Send + Sync> {
    fn render(self, response: &mut Response) {
        respond(&*self, response);
    }
}

/// Writes the response of an error.
pub fn respond<E: ApiError + ?Sized>(error: &E, response: &mut Response) {
    write(crate::respond(error), response);
}

/// Replaces what a handler had begun to write: half a page before a problem is neither. What middleware has set
/// (`Access-Control-Allow-Origin`, `Set-Cookie`) stays.
fn write(made: http::Response<bytes::Bytes>, response: &mut Response) {
    let (parts, body) = made.into_parts();
    response.status_code(parts.status);
    for name in REPRESENTATION {
        response.headers_mut().remove(name);
    }
    response.headers_mut().extend(parts.headers);
    response.extensions.extend(parts.extensions);
    *response.body_mut() = if body.is_empty() {
        ResBody::None
    } else {
        ResBody::Once(body)
    };
}

impl<const CODE: u16, T: Scribe> Scribe for Coded<CODE, T> {
    fn render(self, response: &mut Response) {
        self.0.render(response);
        let mut status = response.status_code.unwrap_or_default();
        success::set::<CODE>(&mut status);
        response.status_code(status);
    }
}

macro_rules! with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<T: Scribe> Scribe for success::$name<T> {
            fn render(self, response: &mut Response) {
                Coded::<$code, T>(self.0).render(response);
            }
        }
    )+};
}

macro_rules! without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl Scribe for success::$name {
            fn render(self, response: &mut Response) {
                Coded::<$code, _>(()).render(response);
            }
        }
    )+};
}

success::each_with_content!(with_content);
success::each_without_content!(without_content);
/// The fields that describe a representation (RFC 9110 §8.3 to §8.8, §14.4; RFC 6266; RFC 9530): not that of the error.
const REPRESENTATION: [header::HeaderName; 10] = [
    header::CONTENT_DISPOSITION,
    header::CONTENT_ENCODING,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LENGTH,
    header::CONTENT_LOCATION,
    header::CONTENT_RANGE,
    header::ETAG,
    header::LAST_MODIFIED,
    header::HeaderName::from_static("content-digest"),
    header::HeaderName::from_static("repr-digest"),
];

#[doc(hidden)]
#[macro_export]
macro_rules! __respond_salvo {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::salvo::salvo_core::writing::Scribe for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError,
        {
            fn render(self, response: &mut $crate::__private::salvo::salvo_core::http::Response) {
                $crate::__private::salvo::respond(&self, response);
            }
        }
    };
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*] [$([$pattern:pat => $code:literal $(, $value:expr, $body:ty)?])*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::salvo::salvo_core::writing::Scribe for $type
        where
            $($predicates)*
            $($(for<'__any> $body: $crate::__private::salvo::salvo_core::writing::Scribe,)?)*
        {
            fn render(self, response: &mut $crate::__private::salvo::salvo_core::http::Response) {
                match self {
                    $($pattern => {
                        let value = ($crate::__private::handlers::or!(() $(, $value)?));
                        let value = $crate::__private::handlers::success::Coded::<$code, _>(value);
                        $crate::__private::salvo::salvo_core::writing::Scribe::render(value, response)
                    })*
                }
            }
        }
    };
}

pub use salvo_core;
