//! axum 0.8, of which only `axum-core` is needed.

use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};

use crate::error::ApiError;
use crate::handlers::success::{self, Coded};
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

macro_rules! with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<T: IntoResponse> IntoResponse for success::$name<T> {
            fn into_response(self) -> Response {
                Coded::<$code, T>(self.0).into_response()
            }
        }
    )+};
}

macro_rules! without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl IntoResponse for success::$name {
            fn into_response(self) -> Response {
                Coded::<$code, _>(Body::empty()).into_response()
            }
        }
    )+};
}

success::each_with_content!(with_content);
success::each_without_content!(without_content);

#[doc(hidden)]
#[macro_export]
macro_rules! __respond_axum {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::axum::axum_core::response::IntoResponse for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError,
        {
            fn into_response(self) -> $crate::__private::axum::axum_core::response::Response {
                $crate::__private::keep!([$($generics)*] self, $crate::__private::axum::respond(&self))
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __success_axum {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*] [$($body:ty,)*] [$([$pattern:pat => $code:literal $(, $value:expr)?])*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::axum::axum_core::response::IntoResponse for $type
        where
            $($predicates)*
            $(for<'__any> $body: $crate::__private::axum::axum_core::response::IntoResponse,)*
        {
            fn into_response(self) -> $crate::__private::axum::axum_core::response::Response {
                match self {
                    $($pattern => {
                        let value = ($crate::__private::handlers::or!(() $(, $value)?));
                        let value = $crate::__private::handlers::success::Coded::<$code, _>(value);
                        $crate::__private::axum::axum_core::response::IntoResponse::into_response(value)
                    })*
                }
            }
        }
    };
}

pub use axum_core;
