//! `utoipa` 6: the responses of an error type in the documents that `utoipa` generates (feature `utoipa`).

use std::collections::BTreeMap;

pub use ::utoipa::openapi::{RefOr, Response};
pub use ::utoipa::{IntoResponses, ToResponse};

use super::node::Node;
use super::openapi;
use crate::error::Contract;

/// Returns every response of an error type by its status code. Called by the derive.
pub fn responses<E: Contract + ?Sized>() -> BTreeMap<String, RefOr<Response>> {
    let responses = openapi::each::<E>();
    responses
        .into_iter()
        .map(|(code, node)| (code.to_string(), RefOr::T(response(&node))))
        .collect()
}

/// Returns one response for all statuses of an error type, as a component that operations refer to. Called by the derive.
pub fn component<E: Contract + ?Sized>() -> RefOr<Response> {
    RefOr::T(response(&openapi::component::<E>()))
}

/// Converts a response object to the type of `utoipa`. Both follow the specification.
fn response(node: &Node) -> Response {
    serde_json::from_str(&node.to_json()).unwrap_or_default()
}

/// `utoipa::IntoResponses`, and `utoipa::ToResponse` for a component of the type's name.
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_utoipa {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::utoipa::IntoResponses for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::Contract,
        {
            fn responses() -> $crate::__private::std::collections::BTreeMap<
                $crate::__private::std::string::String,
                $crate::__private::utoipa::RefOr<$crate::__private::utoipa::Response>,
            > {
                $crate::__private::utoipa::responses::<Self>()
            }
        }

        #[automatically_derived]
        impl<'__r, $($generics)*> $crate::__private::utoipa::ToResponse<'__r> for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::Contract,
        {
            fn response() -> (&'__r $crate::__private::Str, $crate::__private::utoipa::RefOr<$crate::__private::utoipa::Response>) {
                (
                    <Self as $crate::__private::Contract>::__SENT.name,
                    $crate::__private::utoipa::component::<Self>(),
                )
            }
        }
    };
}
