//! What the bodies of core and of each framework hold.

use std::borrow::Cow;

use ::utoipa::PartialSchema;
use bytes::{Bytes, BytesMut};

use super::{Content, RefOr, Schema};

impl Content for () {
    const MEDIA_TYPE: Option<&'static str> = None;
}

macro_rules! texts {
    ($($type:ty),+) => {$(
        impl Content for $type {
            const MEDIA_TYPE: Option<&'static str> = Some("text/plain");

            fn schema() -> Option<RefOr<Schema>> {
                Some(<String as PartialSchema>::schema())
            }
        }
    )+};
}

texts!(String, &'static str, Box<str>, Cow<'static, str>);

macro_rules! bytes {
    ($($type:ty),+) => {$(
        impl Content for $type {
            const MEDIA_TYPE: Option<&'static str> = Some("application/octet-stream");
        }
    )+};
}

bytes!(
    Vec<u8>,
    &'static [u8],
    Box<[u8]>,
    Cow<'static, [u8]>,
    Bytes,
    BytesMut
);

/// `Json<T>`, as each framework calls it. The schema stands where it is used: nobody registers a component for it.
#[cfg(any(
    feature = "actix-web",
    feature = "axum",
    feature = "poem",
    feature = "rocket-json",
    feature = "salvo"
))]
macro_rules! json {
    ($json:ty) => {
        impl<T: ::utoipa::ToSchema> Content for $json {
            const MEDIA_TYPE: Option<&'static str> = Some("application/json");

            fn schema() -> Option<RefOr<Schema>> {
                Some(T::schema())
            }
        }
    };
}

#[cfg(feature = "actix-web")]
json!(actix_web::web::Json<T>);
#[cfg(feature = "axum")]
json!(axum::Json<T>);
#[cfg(feature = "poem")]
json!(poem::web::Json<T>);
#[cfg(feature = "rocket-json")]
json!(rocket::serde::json::Json<T>);
#[cfg(feature = "salvo")]
json!(salvo_core::writing::Json<T>);

/// Header fields, and what they go with.
#[cfg(feature = "axum")]
impl<F: axum::response::IntoResponseParts, T: Content> Content for (F, T) {
    const MEDIA_TYPE: Option<&'static str> = T::MEDIA_TYPE;

    fn schema() -> Option<RefOr<Schema>> {
        T::schema()
    }
}

#[cfg(feature = "axum")]
impl<T> Content for axum::response::Html<T> {
    const MEDIA_TYPE: Option<&'static str> = Some("text/html");

    fn schema() -> Option<RefOr<Schema>> {
        Some(<String as PartialSchema>::schema())
    }
}
