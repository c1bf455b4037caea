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

/// Implements the response traits for an error type: ours, and those of every enabled framework.
///
/// Called by the derive with `[generics] [type] [predicates]`: the parameters of the impl without their angle brackets,
/// the type, and the predicates of the where clause without `where`; both lists end with a comma, or are empty.
///
/// Which features are enabled is known here, not in the derive: the features of a macro crate are unified apart from ours.
/// `for<'__any>` makes rustc ask for a bound only where the impl is used: an error that is not `Send` is refused where a
/// framework wants it, not where it is defined.
#[doc(hidden)]
#[macro_export]
macro_rules! __respond {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::IntoResponse for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::ApiError,
        {
            fn into_response(self) -> $crate::__private::http::Response<$crate::__private::Bytes> {
                $crate::__private::respond(&self)
            }
        }
        $crate::__respond_actix_web! { [$($generics)*] [$type] [$($predicates)*] }
        $crate::__respond_axum! { [$($generics)*] [$type] [$($predicates)*] }
        $crate::__respond_poem! { [$($generics)*] [$type] [$($predicates)*] }
        $crate::__respond_rocket! { [$($generics)*] [$type] [$($predicates)*] }
        $crate::__respond_salvo! { [$($generics)*] [$type] [$($predicates)*] }
        $crate::__respond_warp! { [$($generics)*] [$type] [$($predicates)*] }
    };
}

// A macro that another macro wrote could not be named by its path: each is written out.

#[cfg(not(feature = "actix-web"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_actix_web {
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

#[cfg(not(feature = "warp"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_warp {
    ($($off:tt)*) => {};
}
