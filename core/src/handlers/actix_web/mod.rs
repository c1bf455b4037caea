//! actix-web 4: the statuses of its bodies and of its extractors' rejections.
//!
//! All its extractors have the same error, `actix_web::Error`, so each extractor is listed. A type does not show what
//! a configuration such as `JsonConfig` changes.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::{self, Data, Either, Form, Html, Json, Path, Query, ReqData, ThinData};
use actix_web::{
    Error, FromRequest, HttpRequest, HttpResponse, Responder, ResponseError, dev, error, http,
};

use super::framework::{Converts, Extracts, Fallible, Part, Runs};
use super::listed::{extractors, statuses};
use super::{Declares, OK, Or, Responses, Statement};
use crate::response::declared::Declared;
use crate::set::StatusSet;

pub mod router;

/// actix-web, as a type that rustc infers.
pub struct ActixWeb;

impl Runs for ActixWeb {
    const UNIT_IS_NO_CONTENT: bool = true;
}

impl<S> super::Framework<ActixWeb, S> {
    /// The framework, if an option names it.
    pub const fn named() -> Self {
        Self::EMPTY
    }
}

/// An extractor with an error type of its own.
pub struct Via;

/// An extractor that is listed here.
pub struct Listed;

/// A tuple of extractors, or either of two.
pub struct Each<M>(M);

#[diagnostic::do_not_recommend]
impl<T, S> Extracts<ActixWeb, S, Via> for T
where
    T: FromRequest,
    T::Error: Responses,
{
    const REJECTIONS: Part = Part::of::<T::Error>();
}

#[diagnostic::do_not_recommend]
impl<T, S, E> Converts<ActixWeb, S, E, Via> for T
where
    T: FromRequest,
    E: From<T::Error>,
{
}

// A body that cannot be read to its end is a 400. A body that is too long is a 413.
extractors! {
    ActixWeb;
    [T] Json<T>: [400, 413] [];
    // A length that is not a number is a 411.
    [T] Form<T>: [400, 411, 413, 415] [];
    [] web::Bytes: [400, 413] [];
    [] String: [400, 413] [];
    [] web::Payload: [] [];
    [] HttpRequest: [] [];
    [T] Query<T>: [400] [];
    // A segment of another type.
    [T] Path<T>: [404] [];
    // Missing data of the application or the request.
    [T: ?Sized] Data<T>: [] [500];
    [T] ThinData<T>: [] [500];
    [T: Clone + 'static] ReqData<T>: [] [500];
}

/// Reads the body first. If neither extractor succeeds, the error of the first is sent.
#[diagnostic::do_not_recommend]
impl<S, L, R, M, N> Extracts<ActixWeb, S, Each<(M, N)>> for Either<L, R>
where
    L: Extracts<ActixWeb, S, M>,
    R: Extracts<ActixWeb, S, N>,
{
    const REJECTIONS: Part = L::REJECTIONS.and(Part::declared(&[400, 413]));
}

statuses! {
    Html: [200] [];
    error::ParseError: [400] [];
    error::PathError: [400] [];
    error::QueryPayloadError: [400] [];
    error::PayloadError: [400, 413] [];
    error::JsonPayloadError: [400, 413] [500];
    error::UrlencodedError: [400, 411, 413, 415] [];
    error::ReadlinesError: [400, 413] [];
    error::ContentTypeError: [400] [];
    error::BlockingError: [500] [];
    error::UrlGenerationError: [] [500];
}

/// The address of the peer. In a test, there is none.
impl<S> Extracts<ActixWeb, S, Listed> for dev::PeerAddr {
    const REJECTIONS: Part = Part {
        statuses: StatusSet::EMPTY,
        faults: StatusSet::of(&[500]),
    };
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

impl<L: Responses, R: Responses> Responses for Either<L, R> {
    const STATUSES: StatusSet = L::STATUSES.union(R::STATUSES);
    const FAULTS: StatusSet = L::FAULTS.union(R::FAULTS);
    const __ACTIX_WEB: StatusSet = L::__ACTIX_WEB.union(R::__ACTIX_WEB);
}

macro_rules! tuples {
    ($([$($first:ident $marker:ident),*];)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<S, $($first, $marker,)*> Extracts<ActixWeb, S, Each<($($marker,)*)>> for ($($first,)*)
        where
            $($first: Extracts<ActixWeb, S, $marker>,)*
        {
            const REJECTIONS: Part = Part::NONE$(.and($first::REJECTIONS))*;
        }
    )+};
}

tuples! {
    [T1 M1];
    [T1 M1, T2 M2];
    [T1 M1, T2 M2, T3 M3];
    [T1 M1, T2 M2, T3 M3, T4 M4];
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5];
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6];
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7];
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7, T8 M8];
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7, T8 M8, T9 M9];
    [T1 M1, T2 M2, T3 M3, T4 M4, T5 M5, T6 M6, T7 M7, T8 M8, T9 M9, T10 M10];
}

impl<T, R> FromRequest for Or<T, R>
where
    T: FromRequest,
    T::Future: 'static,
    R: Fallible + 'static,
    R::Error: From<T::Error> + Into<Error> + 'static,
{
    type Error = R::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, R::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let value = T::from_request(request, payload);
        Box::pin(async move { Ok(Or::new(value.await?)) })
    }
}

impl<T, L> FromRequest for Declares<T, L>
where
    T: FromRequest,
    T::Future: 'static,
    L: Statement + 'static,
{
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let value = T::from_request(request, payload);
        Box::pin(async move {
            match value.await {
                Ok(value) => Ok(Declares::new(value)),
                Err(error) => Err(Error::from(Rejection {
                    error: error.into(),
                    declared: Declared(L::STATUSES),
                })),
            }
        })
    }
}

/// The error of an extractor, with the statuses that are declared for it.
#[derive(Debug)]
struct Rejection {
    error: Error,
    declared: Declared,
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.error.fmt(f)
    }
}

impl ResponseError for Rejection {
    fn status_code(&self) -> http::StatusCode {
        self.error.as_response_error().status_code()
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = self.error.as_response_error().error_response();
        response.extensions_mut().insert(self.declared);
        response
    }
}

/// The response carries its declared statuses.
impl<T: Responder, L: Statement> Responder for Declares<T, L> {
    type Body = T::Body;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse<T::Body> {
        let mut response = self.0.respond_to(request);
        response.extensions_mut().insert(Declared(L::STATUSES));
        response
    }
}
