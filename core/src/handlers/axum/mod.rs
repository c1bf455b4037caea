//! axum 0.8: its bodies, and the rejections of its extractors.

use axum::body::Body;
use axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FailedToBufferBody, FormRejection, JsonRejection,
    MatchedPathRejection, NestedPathRejection, PathRejection, QueryRejection, RawFormRejection,
    RawPathParamsRejection, StringRejection,
};
use axum::extract::{FromRequest, FromRequestParts};
use axum::response::{Html, IntoResponse, IntoResponseParts, Redirect, Response, Sse};
use axum::{Extension, Form, Json};
use axum_core::response::TryIntoHeaderError;
use http::request::Parts;
use http::{Extensions, HeaderMap, Request};

use super::framework::{Converts, Extracts, Fallible, Part, Runs};
use super::listed::statuses;
use super::{Declares, OK, Or, Responses, Statement};
use crate::response::declared::Declared;
use crate::set::StatusSet;

pub mod router;

/// axum, for rustc to infer.
pub struct Axum;

impl Runs for Axum {}

impl<S> super::Framework<Axum, S> {
    /// This framework, where it is named.
    pub const fn named() -> Self {
        Self::EMPTY
    }
}

/// An extractor by axum's own trait, whose marker is `M`.
pub struct Via<M>(M);

/// A tuple of extractors, whose rejection axum makes a `Response` of.
pub struct Each<M>(M);

#[diagnostic::do_not_recommend]
impl<T, S, M> Extracts<Axum, S, Via<M>> for T
where
    T: FromRequest<S, M>,
    T::Rejection: Responses,
{
    const REJECTIONS: Part = Part::of::<T::Rejection>();
}

#[diagnostic::do_not_recommend]
impl<T, S, E, M> Converts<Axum, S, E, M> for T
where
    T: FromRequest<S, M>,
    E: From<T::Rejection>,
{
}

// A body that cannot be read to its end is a 400; one that is too long a 413.
statuses! {
    BytesRejection: [400, 413] [];
    FailedToBufferBody: [400, 413] [];
    StringRejection: [400, 413] [];
    RawFormRejection: [400, 413, 415] [];
    // A query that is not the type is a 400; a body that is not, a 422.
    FormRejection: [400, 413, 415, 422] [];
    JsonRejection: [400, 413, 415, 422] [];
    QueryRejection: [400] [];
    // A route with other parameters than the type has, and a type that no path can fill.
    PathRejection: [400] [500];
    RawPathParamsRejection: [400] [500];
    // What nobody has put into the request.
    ExtensionRejection: [] [500];
    MatchedPathRejection: [] [500];
    NestedPathRejection: [] [500];
}

#[cfg(feature = "axum-multipart")]
statuses! {
    axum::extract::multipart::MultipartRejection: [400] [];
    axum::extract::multipart::MultipartError: [400, 413, 500] [];
}

#[cfg(feature = "axum-ws")]
statuses! {
    axum::extract::ws::rejection::WebSocketUpgradeRejection: [400, 405, 426] [];
}

/// The status is chosen by the function that makes it.
impl Responses for Redirect {
    const STATUSES: StatusSet = StatusSet::of(&[303, 307, 308]);
    /// A location that is not a header value.
    const FAULTS: StatusSet = StatusSet::of(&[500]);
}

statuses! {
    Body: [200] [];
    HeaderMap: [200] [];
    Extensions: [200] [];
    axum::response::NoContent: [204] [];
}

/// A field that is not a header value is a fault.
impl<K, V> Responses for TryIntoHeaderError<K, V> {
    const STATUSES: StatusSet = StatusSet::EMPTY;
    const FAULTS: StatusSet = StatusSet::of(&[500]);
}

impl<T> Responses for Html<T> {
    const STATUSES: StatusSet = OK;
}

/// A value that cannot be serialized is a fault.
impl<T> Responses for Json<T> {
    const STATUSES: StatusSet = OK;
    const FAULTS: StatusSet = StatusSet::of(&[500]);
}

/// A value that cannot be serialized is a fault.
impl<T> Responses for Form<T> {
    const STATUSES: StatusSet = OK;
    const FAULTS: StatusSet = StatusSet::of(&[500]);
}

impl<T> Responses for Extension<T> {
    const STATUSES: StatusSet = OK;
}

impl<S> Responses for Sse<S> {
    const STATUSES: StatusSet = OK;
}

/// Tuples: of extractors, where only the last may take the body, and of header fields with a response.
macro_rules! tuples {
    ($([$($first:ident $marker:ident),*] $last:ident;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<S, $($first, $marker,)* $last, M> Extracts<Axum, S, Each<($($marker,)* M,)>> for ($($first,)* $last,)
        where
            $($first: Extracts<Axum, S, $marker>,)*
            $last: Extracts<Axum, S, M>,
        {
            const REJECTIONS: Part = $last::REJECTIONS$(.and($first::REJECTIONS))*;
        }

        /// Header fields and a response.
        #[diagnostic::do_not_recommend]
        impl<$($first,)* $last> Responses for ($($first,)* $last,)
        where
            $($first: IntoResponseParts<Error: Responses>,)*
            $last: Responses,
        {
            const STATUSES: StatusSet = $last::STATUSES$(.union(<$first::Error as Responses>::STATUSES))*;
            const FAULTS: StatusSet = $last::FAULTS$(.union(<$first::Error as Responses>::FAULTS))*;
        }
    )+};
}

tuples! {
    [] T1;
    [T1 M1] T2;
    [T1 M1, T2 M2] T3;
    [T1 M1, T2 M2, T3 M3] T4;
    [T1 M1, T2 M2, T3 M3, T4 M4] T5;
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5] T6;
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6] T7;
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7] T8;
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7, T8 M8] T9;
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7, T8 M8, T9 M9] T10;
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7, T8 M8, T9 M9, T10 M10] T11;
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7, T8 M8, T9 M9, T10 M10, T11 M11] T12;
}

impl<S, T, R> FromRequest<S> for Or<T, R>
where
    S: Send + Sync,
    T: FromRequest<S>,
    R: Fallible,
    R::Error: From<T::Rejection> + IntoResponse,
{
    type Rejection = R::Error;

    async fn from_request(request: Request<Body>, state: &S) -> Result<Self, R::Error> {
        let value = T::from_request(request, state).await?;
        Ok(Or::new(value))
    }
}

impl<S, T, R> FromRequestParts<S> for Or<T, R>
where
    S: Send + Sync,
    T: FromRequestParts<S>,
    R: Fallible,
    R::Error: From<T::Rejection> + IntoResponse,
{
    type Rejection = R::Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, R::Error> {
        let value = T::from_request_parts(parts, state).await?;
        Ok(Or::new(value))
    }
}

impl<S, T, L> FromRequest<S> for Declares<T, L>
where
    S: Send + Sync,
    T: FromRequest<S>,
    L: Statement,
{
    type Rejection = Declares<T::Rejection, L>;

    async fn from_request(request: Request<Body>, state: &S) -> Result<Self, Self::Rejection> {
        match T::from_request(request, state).await {
            Ok(value) => Ok(Declares::new(value)),
            Err(rejection) => Err(Declares::new(rejection)),
        }
    }
}

impl<S, T, L> FromRequestParts<S> for Declares<T, L>
where
    S: Send + Sync,
    T: FromRequestParts<S>,
    L: Statement,
{
    type Rejection = Declares<T::Rejection, L>;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        match T::from_request_parts(parts, state).await {
            Ok(value) => Ok(Declares::new(value)),
            Err(rejection) => Err(Declares::new(rejection)),
        }
    }
}

/// The response carries what it is declared to be.
impl<T: IntoResponse, L: Statement> IntoResponse for Declares<T, L> {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        response.extensions_mut().insert(Declared(L::STATUSES));
        response
    }
}
