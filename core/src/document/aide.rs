//! `aide` 0.15: the responses of errors and of successes in documents that it generates (feature `aide`).

pub use ::aide::OperationOutput;
pub use ::aide::generate::GenContext;
pub use ::aide::openapi::{Operation, Response};

use super::openapi;
use crate::error::Contract;
use crate::handlers::success::{self, Coded};
use crate::registry;

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

/// The responses of a success: those of its content, with `code` in place of 200. Called by the derive.
pub fn success<T: OperationOutput>(
    code: u16,
    context: &mut GenContext,
    operation: &mut Operation,
) -> Vec<(Option<u16>, Response)> {
    let mut responses = T::inferred_responses(context, operation);
    // For aide, `()` and what else is empty is a 204.
    let is_own = |found: &Option<u16>| matches!(found, Some(200 | 204));
    if !responses.iter().any(|(found, _)| is_own(found)) {
        let response = T::operation_response(context, operation);
        responses.push((Some(200), response.unwrap_or_default()));
    }
    for (found, response) in &mut responses {
        if is_own(found) {
            *found = Some(code);
            if response.description.is_empty() || response.content.is_empty() {
                registry::reason_phrase(code).clone_into(&mut response.description);
            }
        }
    }
    responses
}

/// The responses of several successes: of those with one status, one that has the content of each. Called by the derive.
pub fn together(each: Vec<Vec<(Option<u16>, Response)>>) -> Vec<(Option<u16>, Response)> {
    let mut all: Vec<(Option<u16>, Response)> = Vec::new();
    for (code, response) in each.into_iter().flatten() {
        match all.iter_mut().find(|(known, _)| *known == code) {
            Some((_, known)) => {
                for (media_type, content) in response.content {
                    known.content.entry(media_type).or_insert(content);
                }
            }
            None => all.push((code, response)),
        }
    }
    all
}

impl<const CODE: u16, T: OperationOutput> OperationOutput for Coded<CODE, T> {
    type Inner = T::Inner;

    fn operation_response(context: &mut GenContext, operation: &mut Operation) -> Option<Response> {
        T::operation_response(context, operation)
    }

    fn inferred_responses(
        context: &mut GenContext,
        operation: &mut Operation,
    ) -> Vec<(Option<u16>, Response)> {
        success::<T>(CODE, context, operation)
    }
}

macro_rules! with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<T: OperationOutput> OperationOutput for success::$name<T> {
            type Inner = T::Inner;

            fn operation_response(
                context: &mut GenContext,
                operation: &mut Operation,
            ) -> Option<Response> {
                T::operation_response(context, operation)
            }

            fn inferred_responses(
                context: &mut GenContext,
                operation: &mut Operation,
            ) -> Vec<(Option<u16>, Response)> {
                success::<T>($code, context, operation)
            }
        }
    )+};
}

macro_rules! without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl OperationOutput for success::$name {
            type Inner = Self;

            fn inferred_responses(
                context: &mut GenContext,
                operation: &mut Operation,
            ) -> Vec<(Option<u16>, Response)> {
                success::<()>($code, context, operation)
            }
        }
    )+};
}

success::each_with_content!(with_content);
success::each_without_content!(without_content);

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
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*] [$([$pattern:pat => $code:literal $(, $value:expr, $body:ty)?])*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::aide::OperationOutput for $type
        where
            $($predicates)*
            $($(for<'__any> $body: $crate::__private::aide::OperationOutput,)?)*
        {
            type Inner = Self;

            fn inferred_responses(
                context: &mut $crate::__private::aide::GenContext,
                operation: &mut $crate::__private::aide::Operation,
            ) -> $crate::__private::std::vec::Vec<(
                $crate::__private::std::option::Option<$crate::__private::std::primitive::u16>,
                $crate::__private::aide::Response,
            )> {
                $crate::__private::aide::together($crate::__private::std::vec::Vec::from([
                    $($crate::__private::aide::success::<($($body)?)>($code, context, operation),)*
                ]))
            }
        }
    };
}
