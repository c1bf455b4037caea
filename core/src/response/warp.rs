//! warp 0.4.

use warp::reply::{Reply, Response};

use crate::error::ApiError;
use crate::handlers::success::{self, Coded};
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

macro_rules! with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<T: Reply> Reply for success::$name<T> {
            fn into_response(self) -> Response {
                Coded::<$code, T>(self.0).into_response()
            }
        }
    )+};
}

macro_rules! without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl Reply for success::$name {
            fn into_response(self) -> Response {
                Coded::<$code, _>(Response::default()).into_response()
            }
        }
    )+};
}

success::each_with_content!(with_content);
success::each_without_content!(without_content);

#[doc(hidden)]
#[macro_export]
macro_rules! __respond_warp {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::warp::warp::reply::Reply for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError + $crate::__private::std::marker::Send,
        {
            fn into_response(self) -> $crate::__private::warp::warp::reply::Response {
                $crate::__private::keep!([$($generics)*] self, $crate::__private::warp::respond(&self))
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __success_warp {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*] [$($body:ty,)*] [$([$pattern:pat => $code:literal $(, $value:expr)?])*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::warp::warp::reply::Reply for $type
        where
            $($predicates)*
            $(for<'__any> $body: $crate::__private::warp::warp::reply::Reply,)*
            for<'__any> $type: $crate::__private::std::marker::Send,
        {
            fn into_response(self) -> $crate::__private::warp::warp::reply::Response {
                match self {
                    $($pattern => {
                        let value = ($crate::__private::handlers::or!($crate::__private::warp::warp::reply::Response::default() $(, $value)?));
                        let value = $crate::__private::handlers::success::Coded::<$code, _>(value);
                        $crate::__private::warp::warp::reply::Reply::into_response(value)
                    })*
                }
            }
        }
    };
}

pub use warp;
