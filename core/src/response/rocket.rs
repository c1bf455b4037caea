//! Rocket 0.5, which has status and header types of its own.

use std::io::Cursor;

use rocket::http::Header;
use rocket::request::Request;
use rocket::response::{Responder, Response, Result};

use crate::error::ApiError;
use crate::handlers::success::{self, Coded};
use crate::status::Status;

/// The same code, as Rocket has it.
impl From<Status> for rocket::http::Status {
    fn from(status: Status) -> Self {
        rocket::http::Status::new(status.code())
    }
}

/// The documented status, with the documented text.
impl<'r> Responder<'r, 'static> for Status {
    fn respond_to(self, request: &'r Request<'_>) -> Result<'static> {
        Ok(convert(crate::IntoResponse::into_response(self), request))
    }
}

/// An error of any type.
impl<'r> Responder<'r, 'static> for Box<dyn ApiError + Send + Sync> {
    fn respond_to(self, request: &'r Request<'_>) -> Result<'static> {
        respond(&*self, request)
    }
}

/// Returns the response of an error. Never fails: Rocket's catchers are not asked, so that the documented body is what is sent.
///
/// # Errors
/// None; the type is Rocket's.
pub fn respond<E: ApiError + ?Sized>(error: &E, request: &Request<'_>) -> Result<'static> {
    Ok(convert(crate::respond(error), request))
}

/// A response of Rocket has no extensions: what the guard reads is kept with the request.
#[cfg_attr(
    not(feature = "guard"),
    expect(unused_variables, reason = "the guard reads what is kept with it")
)]
fn convert(response: http::Response<bytes::Bytes>, request: &Request<'_>) -> Response<'static> {
    let (parts, body) = response.into_parts();
    #[cfg(feature = "guard")]
    crate::guard::rocket::remember(request, parts.extensions.get());
    let mut converted = Response::new();
    converted.set_status(rocket::http::Status::new(parts.status.as_u16()));
    for (name, value) in &parts.headers {
        // Rocket's headers are text.
        if let Ok(value) = value.to_str() {
            converted.adjoin_header(Header::new(name.as_str().to_owned(), value.to_owned()));
        }
    }
    if !body.is_empty() {
        converted.set_sized_body(body.len(), Cursor::new(body));
    }
    converted
}

impl<'r, 'o: 'r, const CODE: u16, T: Responder<'r, 'o>> Responder<'r, 'o> for Coded<CODE, T> {
    fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
        let mut response = self.0.respond_to(request)?;
        if response.status() == rocket::http::Status::Ok {
            response.set_status(rocket::http::Status::new(CODE));
        }
        Ok(response)
    }
}

macro_rules! with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<'r, 'o: 'r, T: Responder<'r, 'o>> Responder<'r, 'o> for success::$name<T> {
            fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
                Coded::<$code, T>(self.0).respond_to(request)
            }
        }
    )+};
}

macro_rules! without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<'r> Responder<'r, 'static> for success::$name {
            fn respond_to(self, request: &'r Request<'_>) -> Result<'static> {
                Coded::<$code, _>(()).respond_to(request)
            }
        }
    )+};
}

success::each_with_content!(with_content);
success::each_without_content!(without_content);

#[doc(hidden)]
#[macro_export]
macro_rules! __respond_rocket {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl<'__request, $($generics)*>
            $crate::__private::rocket::rocket::response::Responder<'__request, 'static> for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError,
        {
            fn respond_to(
                self,
                request: &'__request $crate::__private::rocket::rocket::Request<'_>,
            ) -> $crate::__private::rocket::rocket::response::Result<'static> {
                $crate::__private::rocket::respond(&self, request)
            }
        }
    };
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*] [$([$pattern:pat => $code:literal $(, $value:expr, $body:ty)?])*]) => {
        #[automatically_derived]
        impl<'__request, $($generics)*> $crate::__private::rocket::rocket::response::Responder<'__request, 'static> for $type
        where
            $($predicates)*
            $($(for<'__any> $body: $crate::__private::rocket::rocket::response::Responder<'__request, 'static>,)?)*
        {
            fn respond_to(self, request: &'__request $crate::__private::rocket::rocket::Request<'_>) -> $crate::__private::rocket::rocket::response::Result<'static> {
                match self {
                    $($pattern => {
                        let value = ($crate::__private::handlers::or!(() $(, $value)?));
                        let value = $crate::__private::handlers::success::Coded::<$code, _>(value);
                        $crate::__private::rocket::rocket::response::Responder::respond_to(value, request)
                    })*
                }
            }
        }
    };
}

pub use rocket;
