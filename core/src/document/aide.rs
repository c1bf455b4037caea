//! `aide` 0.15: the responses of an error type in documents that it generates (feature `aide`).

pub use ::aide::OperationOutput;
pub use ::aide::generate::GenContext;
pub use ::aide::openapi::{Operation, Response};

use super::openapi;
use crate::error::Contract;

/// Returns every response of an error type by its status code. Called by the derive.
pub fn responses<E: Contract + ?Sized>() -> Vec<(Option<u16>, Response)> {
    let responses = openapi::each::<E>();
    // What the shared module wrote, as this crate has it: both follow the specification.
    let response =
        |node: &super::node::Node| serde_json::from_str(&node.to_json()).unwrap_or_default();
    responses
        .iter()
        .map(|(code, node)| (Some(*code), response(node)))
        .collect()
}

/// `aide::OperationOutput`: the responses are inferred, so that those of `Result<T, E>` are those of both.
#[doc(hidden)]
#[macro_export]
macro_rules! __respond_aide {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::aide::OperationOutput for $type
        where
            $($predicates)*
            for<'__any> $type: $crate::__private::Contract,
        {
            type Inner = Self;

            fn inferred_responses(
                _: &mut $crate::__private::aide::GenContext,
                _: &mut $crate::__private::aide::Operation,
            ) -> $crate::__private::std::vec::Vec<(
                $crate::__private::std::option::Option<$crate::__private::std::primitive::u16>,
                $crate::__private::aide::Response,
            )> {
                $crate::__private::aide::responses::<Self>()
            }
        }
    };
}
