//! poem 3: the statuses of its bodies and of its extractors' rejections.
//!
//! The error of an extractor is always `poem::Error`, so each extractor is listed. A user's own extractor declares
//! its statuses with `#[declares(…)]`.

use std::future::Future;
use std::pin::Pin;

use http::{HeaderMap, Method, Uri, Version};
use poem::web::headers::Header;
use poem::web::{
    Accept, Data, Form, Html, Json, LocalAddr, Path, Query, RealIp, Redirect, RemoteAddr,
    TypedHeader, WithBody, WithContentType, WithHeader,
};
use poem::{Body, Error, FromRequest, IntoResponse, Request, RequestBody, Response, error};

use super::framework::{Converts, Extracts, Part, Runs};
use super::listed::{extractors, statuses};
use super::{Declares, OK, Or, Responses, Statement};
use crate::response::declared::Declared;
use crate::set::StatusSet;

pub mod router;

/// poem, as a type that rustc infers.
pub struct Poem;

impl Runs for Poem {}

impl<S> super::Framework<Poem, S> {
    /// The framework, if an option names it.
    pub const fn named() -> Self {
        Self::EMPTY
    }
}

/// An extractor that is listed here.
pub struct Listed;

#[diagnostic::do_not_recommend]
impl<'a, T, S, E> Converts<Poem, S, E, &'a ()> for T
where
    T: FromRequest<'a>,
    E: From<Error>,
{
}

// A body that cannot be read to its end is a 400. One that another extractor has taken is a fault.
extractors! {
    Poem;
    [T] Json<T>: [400, 415] [500];
    [T] Form<T>: [400, 415] [500];
    [] String: [400] [500];
    [] bytes::Bytes: [400] [500];
    [] Vec<u8>: [400] [500];
    [] Body: [] [500];
    [T] Query<T>: [400] [];
    [T] Path<T>: [400] [];
    [T: Header] TypedHeader<T>: [400] [];
    // Missing data of the request.
    [T] Data<T>: [] [500];
    [] &Request: [] [];
    [] &Uri: [] [];
    [] Method: [] [];
    [] Version: [] [];
    [] &HeaderMap: [] [];
    [] &RemoteAddr: [] [];
    [] &LocalAddr: [] [];
    [] Accept: [] [];
    [] RealIp: [] [];
    // Both pass the failure to the handler.
    [T] Option<T>: [] [];
    [T] Result<T, Error>: [] [];
}

#[cfg(feature = "poem-cookie")]
extractors! {
    Poem;
    [] poem::web::cookie::Cookie: [400] [];
    [] &poem::web::cookie::CookieJar: [] [];
}

#[cfg(feature = "poem-multipart")]
extractors! {
    Poem;
    [] poem::web::Multipart: [400, 415] [500];
}

statuses! {
    // The function that creates it chooses the status. A location that is not a header value is a fault.
    Redirect: [301, 303, 307, 308] [500];
    error::ReadBodyError: [400, 413] [500];
    error::GetDataError: [] [500];
    error::ParseFormError: [400, 415] [];
    error::ParseJsonError: [400, 415] [];
    error::ParseQueryError: [400] [];
    error::ParsePathError: [400] [];
    error::ParseTypedHeaderError: [400] [];
    error::NotFoundError: [404] [];
    error::MethodNotAllowedError: [405] [];
    error::SizedLimitError: [411, 413] [];
    error::CorsError: [403] [];
}

#[cfg(feature = "poem-cookie")]
statuses! {
    error::ParseCookieError: [400] [];
}

#[cfg(feature = "poem-multipart")]
statuses! {
    error::ParseMultipartError: [400, 415] [];
}

// With the feature `axum` too, this is the same type in both.
#[cfg(not(feature = "axum"))]
impl<T: Responses> Responses for (HeaderMap, T) {
    const STATUSES: StatusSet = T::STATUSES;
    const FAULTS: StatusSet = T::FAULTS;
}

statuses! {
    Body: [200] [];
}

impl<T> Responses for Html<T> {
    const STATUSES: StatusSet = OK;
}

/// A value that cannot be serialized is a fault.
impl<T> Responses for Json<T> {
    const STATUSES: StatusSet = OK;
    const FAULTS: StatusSet = StatusSet::of(&[500]);
}

/// Responses with something added, which keep their status.
macro_rules! wrappers {
    ($($type:ident),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Responses> Responses for $type<T> {
            const STATUSES: StatusSet = T::STATUSES;
            const FAULTS: StatusSet = T::FAULTS;
        }
    )+};
}

wrappers!(WithBody, WithContentType, WithHeader);

/// A `Result` whose error `#[into]` makes of a rejection. It is asked for here, because poem's attribute asks for it first.
#[diagnostic::on_unimplemented(
    message = "`#[into]` cannot turn a rejection into the error of `{Self}`",
    label = "`#[into]` needs a `Result` whose error has a `From<poem::Error>`",
    note = "return a `Result`, and implement `From<poem::Error>` for its error"
)]
pub trait Turns {
    /// The handler's error, as poem takes it.
    fn turn(rejection: Error) -> Error;
}

#[diagnostic::do_not_recommend]
impl<T, E: From<Error> + Into<Error>> Turns for Result<T, E> {
    fn turn(rejection: Error) -> Error {
        E::from(rejection).into()
    }
}

impl<'a, T, R> FromRequest<'a> for Or<T, R>
where
    T: FromRequest<'a>,
    R: Turns,
{
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        match boxed(T::from_request(request, body)).await {
            Ok(value) => Ok(Or::new(value)),
            Err(error) => Err(R::turn(error)),
        }
    }
}

impl<'a, T, L> FromRequest<'a> for Declares<T, L>
where
    T: FromRequest<'a>,
    L: Statement,
{
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        match boxed(T::from_request(request, body)).await {
            Ok(value) => Ok(Declares::new(value)),
            Err(error) => Err(declared::<L>(error)),
        }
    }
}

/// The response carries its declared statuses.
impl<T: IntoResponse, L: Statement> IntoResponse for Declares<T, L> {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        response.extensions_mut().insert(Declared(L::STATUSES));
        response
    }
}

/// So does the response of an error.
impl<T, E, L> error::IntoResult<Declares<T, L>> for Declares<Result<T, E>, L>
where
    T: IntoResponse,
    E: Into<Error> + Send + Sync + 'static,
    L: Statement,
{
    fn into_result(self) -> poem::Result<Declares<T, L>> {
        match self.0 {
            Ok(value) => Ok(Declares::new(value)),
            Err(error) => Err(declared::<L>(error.into())),
        }
    }
}

/// rustc cannot prove yet that the future of a generic extractor is `Send`
/// (<https://github.com/rust-lang/rust/issues/100013>).
fn boxed<'f, T>(
    future: impl Future<Output = T> + Send + 'f,
) -> Pin<Box<dyn Future<Output = T> + Send + 'f>> {
    Box::pin(future)
}

fn declared<L: Statement>(error: Error) -> Error {
    let mut response = error.into_response();
    response.extensions_mut().insert(Declared(L::STATUSES));
    Error::from_response(response)
}
