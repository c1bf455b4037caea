//! actix-web 4, which uses the types of `http` 0.2.

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, Responder, ResponseError};

use crate::error::ApiError;
use crate::handlers::success::{self, Coded};
use crate::status::Status;

/// The same code in the type of actix-web.
impl From<Status> for StatusCode {
    fn from(status: Status) -> Self {
        status_code(status)
    }
}

/// The documented status, with the documented text.
impl Responder for Status {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        convert(crate::IntoResponse::into_response(self))
    }
}

/// For handlers whose error is just a status.
impl ResponseError for Status {
    fn status_code(&self) -> StatusCode {
        status_code(*self)
    }

    fn error_response(&self) -> HttpResponse {
        convert(crate::IntoResponse::into_response(*self))
    }
}

/// An error type, erased.
impl ResponseError for Box<dyn ApiError + Send + Sync> {
    fn status_code(&self) -> StatusCode {
        status_code(self.status())
    }

    fn error_response(&self) -> HttpResponse {
        respond(&**self)
    }
}

/// Returns the response of an error.
pub fn respond<E: ApiError + ?Sized>(error: &E) -> HttpResponse {
    convert(crate::respond(error))
}

/// Returns the same code in the type of actix-web.
pub fn status_code(status: Status) -> StatusCode {
    // Both crates take 100 to 999.
    StatusCode::from_u16(status.code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn convert(response: http::Response<bytes::Bytes>) -> HttpResponse {
    let (parts, body) = response.into_parts();
    let status = StatusCode::from_u16(parts.status.as_u16());
    let mut converted = HttpResponse::new(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    for (name, value) in &parts.headers {
        // Both crates take the same names and values.
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        let value = HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            converted.headers_mut().append(name, value);
        }
    }
    #[cfg(feature = "guard")]
    if let Some(sent) = parts.extensions.get::<crate::guard::Sent>() {
        converted.extensions_mut().insert(sent.clone());
    }
    // An empty body has a length, and a 304 has neither.
    if body.is_empty() && parts.status == http::StatusCode::NOT_MODIFIED {
        return converted.set_body(BoxBody::new(actix_web::body::None::new()));
    }
    converted.set_body(BoxBody::new(body))
}

impl<const CODE: u16, T: Responder> Responder for Coded<CODE, T> {
    type Body = T::Body;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse<T::Body> {
        let mut response = self.0.respond_to(request);
        if response.status() == StatusCode::OK {
            let status = StatusCode::from_u16(CODE);
            *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        }
        response
    }
}

macro_rules! with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<T: Responder> Responder for success::$name<T> {
            type Body = T::Body;

            fn respond_to(self, request: &HttpRequest) -> HttpResponse<T::Body> {
                Coded::<$code, T>(self.0).respond_to(request)
            }
        }
    )+};
}

macro_rules! without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl Responder for success::$name {
            type Body = BoxBody;

            fn respond_to(self, request: &HttpRequest) -> HttpResponse {
                Coded::<$code, _>(HttpResponse::new(StatusCode::OK)).respond_to(request)
            }
        }
    )+};
}

success::each_with_content!(with_content);
success::each_without_content!(without_content);

#[doc(hidden)]
#[macro_export]
macro_rules! __respond_actix_web {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::actix_web::actix_web::ResponseError for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError,
        {
            fn status_code(&self) -> $crate::__private::actix_web::actix_web::http::StatusCode {
                $crate::__private::actix_web::status_code($crate::__private::ApiError::status(self))
            }

            fn error_response(&self) -> $crate::__private::actix_web::actix_web::HttpResponse {
                $crate::__private::actix_web::respond(self)
            }
        }

        #[automatically_derived]
        impl<$($generics)*> $crate::__private::actix_web::actix_web::Responder for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError,
        {
            type Body = $crate::__private::actix_web::actix_web::body::BoxBody;

            fn respond_to(
                self,
                _: &$crate::__private::actix_web::actix_web::HttpRequest,
            ) -> $crate::__private::actix_web::actix_web::HttpResponse {
                $crate::__private::actix_web::respond(&self)
            }
        }
    };
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*] [$([$pattern:pat => $code:literal $(, $value:expr, $body:ty)?])*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::actix_web::actix_web::Responder for $type
        where
            $($predicates)*
            $($(for<'__any> $body: $crate::__private::actix_web::actix_web::Responder,)?)*
        {
            type Body = $crate::__private::actix_web::actix_web::body::BoxBody;

            fn respond_to(self, request: &$crate::__private::actix_web::actix_web::HttpRequest) -> $crate::__private::actix_web::actix_web::HttpResponse {
                match self {
                    $($pattern => {
                        let value = ($crate::__private::handlers::or!($crate::__private::actix_web::actix_web::HttpResponse::new($crate::__private::actix_web::actix_web::http::StatusCode::OK) $(, $value)?));
                        let value = $crate::__private::handlers::success::Coded::<$code, _>(value);
                        $crate::__private::actix_web::actix_web::HttpResponse::map_into_boxed_body($crate::__private::actix_web::actix_web::Responder::respond_to(value, request))
                    })*
                }
            }
        }
    };
}

pub use actix_web;
