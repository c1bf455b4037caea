//! Which frameworks answer: one adapter for each, behind the feature of its name.

#[cfg(feature = "axum")]
#[path = "axum.rs"]
pub mod axum;

/// The feature is off.
#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __answer_axum {
    ($($type:tt)*) => {};
}

/// Implements the answer of an error type: in core, and for every enabled framework.
///
/// Called by the derive with `[generics] [type] [predicates]`: the parameters of the impl without their angle brackets,
/// the type, and the predicates of the where clause without `where`; both lists end with a comma, or are empty.
///
/// Which features are enabled is known here, not in the derive: the features of a macro crate are unified apart from ours.
#[doc(hidden)]
#[macro_export]
macro_rules! __answer {
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
        $crate::__answer_axum! { [$($generics)*] [$type] [$($predicates)*] }
    };
}
