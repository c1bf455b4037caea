//! Rocket 0.5, which has status and header types of its own.

use std::io::Cursor;

use rocket::http::Header;
use rocket::request::Request;
use rocket::response::{Responder, Response, Result};

use crate::error::ApiError;
use crate::status::Status;

/// The same code, as Rocket has it.
impl From<Status> for rocket::http::Status {
    fn from(status: Status) -> Self {
        rocket::http::Status::new(status.code())
    }
}

/// The documented status, with the documented text.
impl<'r> Responder<'r, 'static> for Status {
    fn respond_to(self, _: &'r Request<'_>) -> Result<'static> {
        Ok(convert(crate::IntoResponse::into_response(self)))
    }
}

/// An error of any type.
impl<'r> Responder<'r, 'static> for Box<dyn ApiError + Send + Sync> {
    fn respond_to(self, _: &'r Request<'_>) -> Result<'static> {
        respond(&*self)
    }
}

/// Returns the response of an error. Never fails: Rocket's catchers are not asked, so that the documented body is what is sent.
///
/// # Errors
/// None; the type is Rocket's.
pub fn respond<E: ApiError + ?Sized>(error: &E) -> Result<'static> {
    Ok(convert(crate::respond(error)))
}

fn convert(response: http::Response<bytes::Bytes>) -> Response<'static> {
    let (parts, body) = response.into_parts();
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
                _: &'__request $crate::__private::rocket::rocket::Request<'_>,
            ) -> $crate::__private::rocket::rocket::response::Result<'static> {
                $crate::__private::rocket::respond(&self)
            }
        }
    };
}

pub use rocket;
