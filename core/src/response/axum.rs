//! axum 0.8, of which only `axum-core` is needed.

use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};

use crate::error::ApiError;
use crate::handlers::success::{self, Coded, with_content, without_content};
use crate::response::respond_with;
use crate::status::Status;

/// The documented status, with the documented text.
impl IntoResponse for Status {
    fn into_response(self) -> Response {
        crate::IntoResponse::into_response(self).map(Body::from)
    }
}

/// An error type, erased.
impl IntoResponse for Box<dyn ApiError + Send + Sync> {
    fn into_response(self) -> Response {
        respond(&*self)
    }
}

/// Returns the response of an error.
pub fn respond<E: ApiError + ?Sized>(error: &E) -> Response {
    respond_with(error, Body::from)
}

impl<const CODE: u16, T: IntoResponse> IntoResponse for Coded<CODE, T> {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        success::set::<CODE>(response.status_mut());
        response
    }
}

success::into_response!(IntoResponse, Response, Body::empty());

#[doc(hidden)]
#[macro_export]
macro_rules! __respond_axum {
    ($($all:tt)*) => {
        $crate::__respond_by! {
            $crate::__private::axum::axum_core::response::IntoResponse,
            $crate::__private::axum::axum_core::response::Response,
            $crate::__private::axum::respond,
            (),
            []
            $($all)*
        }
    };
}

pub use axum_core;
