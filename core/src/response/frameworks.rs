//! One adapter for each web framework whose feature is enabled.

#[cfg(feature = "actix-web")]
#[path = "actix_web.rs"]
pub mod actix_web;
#[cfg(feature = "axum-core")]
#[path = "axum.rs"]
pub mod axum;
#[cfg(feature = "poem")]
#[path = "poem.rs"]
pub mod poem;
#[cfg(feature = "rocket")]
#[path = "rocket.rs"]
pub mod rocket;
#[cfg(feature = "salvo")]
#[path = "salvo.rs"]
pub mod salvo;
#[cfg(feature = "warp")]
#[path = "warp.rs"]
pub mod warp;

/// Implements the response traits for an error type, or for a type with several successes: ours, and those of every
/// enabled framework.
///
/// Called by the derives with `[generics] [type] [predicates]`: the parameters of the impl without their angle brackets,
/// the type, and the predicates of the where clause without `where`; both lists end with a comma, or are empty. For a type
/// with several successes, `[[pattern => code, value, body] …]` follows.
///
/// Which features are enabled is known here, not in the derive: the features of a macro crate are unified apart from ours.
/// `for<'__any>` makes rustc ask for a bound only where the impl is used: an error that is not `Send` is refused where a
/// framework wants it, not where it is defined.
#[doc(hidden)]
#[macro_export]
macro_rules! __respond {
    ($($all:tt)*) => {
        $crate::__respond_by! {
            $crate::__private::IntoResponse,
            $crate::__private::http::Response<$crate::__private::Bytes>,
            $crate::__private::respond,
            (),
            []
            $($all)*
        }
        $crate::__respond_aide! { $($all)* }
        $crate::__respond_utoipa! { $($all)* }
        $crate::__respond_actix_web! { $($all)* }
        $crate::__respond_axum! { $($all)* }
        $crate::__respond_poem! { $($all)* }
        $crate::__respond_rocket! { $($all)* }
        $crate::__respond_salvo! { $($all)* }
        $crate::__respond_warp! { $($all)* }
    };
}

/// Implements a trait whose method takes the error or the success alone. A function responds with the error. A success
/// without content is made of `$empty`.
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_by {
    (
        $responder:path, $response:ty, $respond:path, $empty:expr, [$($send:tt)*]
        [$($generics:tt)*] [$type:ty] [$($predicates:tt)*]
    ) => {
        #[automatically_derived]
        impl<$($generics)*> $responder for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError $($send)*,
        {
            fn into_response(self) -> $response {
                $crate::__private::keep!([$($generics)*] self, $respond(&self))
            }
        }
    };
    (
        $responder:path, $response:ty, $respond:path, $empty:expr, [$($send:tt)*]
        [$($generics:tt)*] [$type:ty] [$($predicates:tt)*]
        [$([$pattern:pat => $code:literal $(, $value:expr, $body:ty)?])*]
    ) => {
        #[automatically_derived]
        impl<$($generics)*> $responder for $type
        where
            $($predicates)*
            $($(for<'__any> $body: $responder,)?)*
            for<'__any> $type: $crate::__private::std::marker::Sized $($send)*,
        {
            fn into_response(self) -> $response {
                match self {
                    $($pattern => {
                        let value = ($crate::__private::handlers::or!($empty $(, $value)?));
                        let value = $crate::__private::handlers::success::Coded::<$code, _>(value);
                        <_ as $responder>::into_response(value)
                    })*
                }
            }
        }
    };
}

/// The value that a variant holds, or what an empty response is made of.
#[doc(hidden)]
#[macro_export]
macro_rules! __or {
    ($empty:expr) => {
        $empty
    };
    ($empty:expr, $value:expr) => {
        $value
    };
}

/// Without the feature nothing is kept.
#[cfg(not(feature = "guard"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __keep {
    ([$($generics:tt)*] $error:expr, $response:expr) => {
        $response
    };
}

// A macro that another macro wrote could not be named by its path: each is written out.

#[cfg(not(feature = "actix-web"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_actix_web {
    ($($off:tt)*) => {};
}

#[cfg(not(feature = "aide"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_aide {
    ($($off:tt)*) => {};
}

#[cfg(not(feature = "axum-core"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_axum {
    ($($off:tt)*) => {};
}

#[cfg(not(feature = "poem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_poem {
    ($($off:tt)*) => {};
}

#[cfg(not(feature = "rocket"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_rocket {
    ($($off:tt)*) => {};
}

#[cfg(not(feature = "salvo"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_salvo {
    ($($off:tt)*) => {};
}

#[cfg(not(feature = "utoipa"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_utoipa {
    ($($off:tt)*) => {};
}

#[cfg(not(feature = "warp"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_warp {
    ($($off:tt)*) => {};
}
