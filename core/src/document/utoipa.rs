//! `utoipa` 6: the responses of errors and successes in the documents that `utoipa` generates (feature `utoipa`).

use std::collections::BTreeMap;

use ::utoipa::openapi::{Content as MediaType, Schema};
pub use ::utoipa::openapi::{RefOr, Response};
pub use ::utoipa::{IntoResponses, ToResponse};

use super::node::Node;
use super::openapi;
use crate::error::Contract;
use crate::handlers::success::{self, Coded};
use crate::registry;

mod bodies;

/// Responses by their status codes.
pub type Responses = BTreeMap<String, RefOr<Response>>;

/// Returns every response of an error type. Called by the derive.
pub fn responses<E: Contract + ?Sized>() -> Responses {
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

/// What a success holds, as utoipa describes it: the content of `Created<T>`, and of a variant of `#[derive(ApiResponse)]`.
///
/// Text, bytes, and the `Json` of each framework have it.
///
/// ```
/// use statusbook::document::Content;
///
/// struct Csv(String);
///
/// impl Content for Csv {
///     const MEDIA_TYPE: Option<&'static str> = Some("text/csv");
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what it holds",
    note = "utoipa describes `Json<T>` where `T` implements `ToSchema`; implement `statusbook::document::Content` for a body of your own"
)]
pub trait Content {
    /// The media type; `None` for an empty body.
    const MEDIA_TYPE: Option<&'static str>;

    /// Returns the schema; `None` for a body without one.
    fn schema() -> Option<RefOr<Schema>> {
        None
    }
}

/// The response of a success, by its status code.
fn success<T: Content + ?Sized>(code: u16) -> Responses {
    let mut response = Response::new(registry::reason_phrase(code));
    if let Some(media_type) = T::MEDIA_TYPE {
        let content = MediaType::new(T::schema());
        response
            .content
            .insert(media_type.to_owned(), RefOr::T(content));
    }
    Responses::from([(code.to_string(), RefOr::T(response))])
}

/// Adds the responses of a success to those of others: of those with one status, there is one that has the content of each. Called
/// by the derive.
pub fn add<T: Content>(code: u16, all: &mut Responses) {
    for (code, response) in success::<T>(code) {
        match (all.get_mut(&code), response) {
            (Some(RefOr::T(known)), RefOr::T(response)) => {
                for (media_type, content) in response.content {
                    known.content.entry(media_type).or_insert(content);
                }
            }
            (_, response) => drop(all.insert(code, response)),
        }
    }
}

impl<const CODE: u16, T: Content> IntoResponses for Coded<CODE, T> {
    fn responses() -> Responses {
        success::<T>(CODE)
    }
}

macro_rules! with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<T: Content> IntoResponses for success::$name<T> {
            fn responses() -> Responses {
                success::<T>($code)
            }
        }
    )+};
}

macro_rules! without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        impl IntoResponses for success::$name {
            fn responses() -> Responses {
                success::<()>($code)
            }
        }
    )+};
}

success::each_with_content!(with_content);
success::each_without_content!(without_content);

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
            fn responses() -> $crate::__private::utoipa::Responses {
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
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*] [$([$pattern:pat => $code:literal $(, $value:expr, $body:ty)?])*]) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::__private::utoipa::IntoResponses for $type
        where
            $($predicates)*
            $($(for<'__any> $body: $crate::__private::utoipa::Content,)?)*
        {
            fn responses() -> $crate::__private::utoipa::Responses {
                let mut all = $crate::__private::utoipa::Responses::new();
                $($crate::__private::utoipa::add::<($($body)?)>($code, &mut all);)*
                all
            }
        }
    };
}
