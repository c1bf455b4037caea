//! The guard as a middleware of actix-web, which uses the types of `http` 0.2.

use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCESS_CONTROL_REQUEST_METHOD, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName,
    HeaderValue,
};
use actix_web::{Error, HttpMessage, HttpResponse};
use bytes::Bytes;

use super::media_type::only;
use super::request::{Request, Source};
use super::rewrite::{LONGEST_TEXT, Rewrite};
use super::sent::Sent;
use super::unwind::{self, Payload};
use super::{Guard, Head, Visit};
use crate::response::declared::Declared;

impl<S, B> Transform<S, ServiceRequest> for Guard
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = Guarded<S>;
    type InitError = ();
    type Future = Ready<Result<Guarded<S>, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(Guarded {
            inner,
            guard: self.clone(),
        }))
    }
}

/// A service of actix-web inside a [`Guard`].
#[derive(Debug)]
pub struct Guarded<S> {
    inner: S,
    guard: Guard,
}

impl<S, B> Service<ServiceRequest> for Guarded<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>>>>;

    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let guard = self.guard.clone();
        let visit = enter(&guard, &request);
        // A clone of the request itself would be in the way of the router. What is in it goes with it.
        let kept = guard.body_writer().map(|_| request.headers().clone());
        let called = unwind::call(|| self.inner.call(request));
        Box::pin(async move {
            let result = match called {
                Ok(future) => unwind::caught(future).await,
                Err(payload) => Err(payload),
            };
            match result {
                Ok(Ok(response)) => Ok(leave(&guard, visit, response)),
                Ok(Err(error)) => Err(failed(&guard, &visit, kept, error)),
                Err(payload) => Err(panicked(&guard, &visit, kept, payload)),
            }
        })
    }
}

fn enter(guard: &Guard, request: &ServiceRequest) -> Visit {
    let preflight = || {
        request
            .headers()
            .contains_key(ACCESS_CONTROL_REQUEST_METHOD)
    };
    // Both crates take the same methods.
    let method = http::Method::from_bytes(request.method().as_str().as_bytes());
    guard.enter(&method.unwrap_or_default(), request.uri().path(), preflight)
}

/// Handles the response of a handler or an inner middleware.
fn leave<B: MessageBody + 'static>(
    guard: &Guard,
    mut visit: Visit,
    response: ServiceResponse<B>,
) -> ServiceResponse<EitherBody<B>> {
    guard.matched(&mut visit, || response.request().match_pattern());
    match judge(guard, &visit, response.response()) {
        None => response.map_into_left_body(),
        Some(rewrite) => {
            let (request, response) = response.into_parts();
            let extensions = request.extensions();
            let source = Source::ActixWeb(request.headers(), Some(&extensions));
            let response = rewritten(guard, &visit, source, response, &rewrite);
            drop(extensions);
            ServiceResponse::new(request, response)
        }
    }
}

/// Handles the error of an inner middleware. It has no request any more, and its response comes from the error.
fn failed(guard: &Guard, visit: &Visit, kept: Option<HeaderMap>, error: Error) -> Error {
    let response = error.error_response();
    match judge(guard, visit, &response) {
        None => error,
        Some(rewrite) => {
            let headers = kept.unwrap_or_default();
            let source = Source::ActixWeb(&headers, None);
            let response = rewritten(guard, visit, source, response, &rewrite);
            InternalError::from_response(error, response.map_into_boxed_body()).into()
        }
    }
}

fn panicked(guard: &Guard, visit: &Visit, kept: Option<HeaderMap>, payload: Payload) -> Error {
    let mut response = HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR);
    if let Some(rewrite) = guard.panicked(visit, payload) {
        let headers = kept.unwrap_or_default();
        let source = Source::ActixWeb(&headers, None);
        response = rewritten(guard, visit, source, response, &rewrite).map_into_boxed_body();
    }
    InternalError::from_response("a handler panicked", response).into()
}

fn judge<B>(guard: &Guard, visit: &Visit, response: &HttpResponse<B>) -> Option<Rewrite> {
    let extensions = response.extensions();
    guard.leave(
        visit,
        &Head {
            code: response.status().as_u16(),
            media_type: only(response.headers().get_all(CONTENT_TYPE)).map(HeaderValue::as_bytes),
            sent: extensions.get::<Sent>(),
            declared: extensions.get::<Declared>().map(|declared| declared.0),
            panic: None,
        },
    )
}

fn rewritten<B: MessageBody + 'static>(
    guard: &Guard,
    visit: &Visit,
    source: Source<'_>,
    response: HttpResponse<B>,
    rewrite: &Rewrite,
) -> HttpResponse<EitherBody<B>> {
    let reads = rewrite.reads() && !response.headers().contains_key(CONTENT_ENCODING);
    let (mut head, body) = response.into_parts();
    let text = reads.then(|| at_hand(body)).flatten();
    if let Some(text) = &text
        && rewrite.keeps(text)
    {
        return head.set_body(EitherBody::right(BoxBody::new(text.clone())));
    }
    let sent = head.extensions().get::<Sent>().cloned();
    let asked = Request::new(&visit.method, source);
    let (media_type, body) = rewrite.body(guard, &asked, text.as_deref(), sent.as_ref());
    // Both crates take the same codes, names and values.
    if let Ok(status) = StatusCode::from_u16(rewrite.status.code()) {
        *head.status_mut() = status;
        // It may have a reason phrase of its own.
        head.head_mut().reason = None;
    }
    for name in rewrite.outdated() {
        head.headers_mut().remove(name.as_str());
    }
    if let Ok(media_type) = HeaderValue::from_bytes(media_type.as_bytes()) {
        let name: HeaderName = CONTENT_TYPE;
        head.headers_mut().insert(name, media_type);
    }
    head.set_body(EitherBody::right(BoxBody::new(body)))
}

/// Returns a body that is complete in memory and short.
fn at_hand<B: MessageBody>(body: B) -> Option<Bytes> {
    let bytes = body.try_into_bytes().ok()?;
    (bytes.len() <= LONGEST_TEXT).then_some(bytes)
}
