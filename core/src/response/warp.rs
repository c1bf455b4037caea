//! warp 0.4.

use warp::reply::{Reply, Response};

use crate::error::ApiError;
use crate::handlers::success::{self, Coded, with_content, without_content};
use crate::response::respond_with;
use crate::status::Status;

/// The documented status, with the documented text.
impl Reply for Status {
    fn into_response(self) -> Response {
        crate::IntoResponse::into_response(self).map(Into::into)
    }
}

/// An error type, erased.
impl Reply for Box<dyn ApiError + Send + Sync> {
    fn into_response(self) -> Response {
        respond(&*self)
    }
}

/// Returns the response of an error.
pub fn respond<E: ApiError + ?Sized>(error: &E) -> Response {
    respond_with(error, Into::into)
}

impl<const CODE: u16, T: Reply> Reply for Coded<CODE, T> {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        success::set::<CODE>(response.status_mut());
        response
    }
}

success::into_response!(Reply, Response, Response::default());

#[doc(hidden)]
#[macro_export]
macro_rules! __respond_warp {
    ($($all:tt)*) => {
        $crate::__respond_by! {
            $crate::__private::warp::warp::reply::Reply,
            $crate::__private::warp::warp::reply::Response,
            $crate::__private::warp::respond,
            $crate::__private::warp::warp::reply::Response::default(),
            [+ $crate::__private::std::marker::Send]
            $($all)*
        }
    };
}

pub use warp;
