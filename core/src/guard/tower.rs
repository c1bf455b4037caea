//! The guard as a tower layer, for axum, hyper, warp and other users of `tower_service`.

use std::fmt;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, TRAILER};
use http::{Extensions, HeaderMap, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_layer::Layer;

use super::request::{Request, Source};
use super::rewrite::{LONGEST_TEXT, Rewrite};
use super::sent::Sent;
use super::unwind::{self, Payload};
use super::{Guard, Head, Visit, is_preflight};
use crate::response::declared::Declared;

impl<S> Layer<S> for Guard {
    type Service = Service<S>;

    fn layer(&self, inner: S) -> Service<S> {
        Service {
            inner,
            guard: self.clone(),
        }
    }
}

/// A service inside a [`Guard`].
///
/// The responses keep the body type of the inner service, which must implement `From<Bytes>`. The types of axum and
/// warp do, and so does `Full<Bytes>`. No response is wrapped, so that one that passes costs no allocation.
#[derive(Clone, Debug)]
pub struct Service<S> {
    inner: S,
    guard: Guard,
}

impl<S, Q, R> tower_service::Service<http::Request<Q>> for Service<S>
where
    S: tower_service::Service<http::Request<Q>, Response = Response<R>>,
    R: Body<Data = Bytes> + From<Bytes>,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Future<S::Future>;

    #[inline]
    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    #[inline]
    fn call(&mut self, request: http::Request<Q>) -> Self::Future {
        let visit = enter(&self.guard, &request);
        // Cloned only for a hook that reads it.
        let kept = self.guard.body_writer().map(|_| {
            let (headers, extensions) = (request.headers(), request.extensions());
            Box::new((headers.clone(), extensions.clone()))
        });
        // Through references, because `catch_unwind` copies what a closure takes and returns.
        let (inner, mut request, mut future) = (&mut self.inner, Some(request), None);
        let called = unwind::call(|| future = request.take().map(|request| inner.call(request)));
        let state = match (called, future) {
            (Ok(()), Some(future)) => State::Running { future },
            (Err(payload), _) => State::Panicked {
                payload: Some(payload),
            },
            (Ok(()), None) => State::Panicked { payload: None },
        };
        Future {
            state,
            visit,
            kept,
            guard: self.guard.clone(),
        }
    }
}

/// The route that axum matched tells more than the path, because a router's parameter may match more than the document's.
#[inline]
fn enter<Q>(guard: &Guard, request: &http::Request<Q>) -> Visit {
    let preflight = || is_preflight(request.headers());
    #[cfg(feature = "axum")]
    if let Some(matched) = request.extensions().get::<axum::extract::MatchedPath>() {
        let visit = guard.enter(request.method(), matched.as_str(), preflight);
        if visit.place != super::Place::Elsewhere {
            return visit;
        }
    }
    guard.enter(request.method(), request.uri().path(), preflight)
}

pin_project! {
    /// The response of a [`Service`].
    pub struct Future<F> {
        #[pin]
        state: State<F>,
        visit: Visit,
        kept: Option<Box<(HeaderMap, Extensions)>>,
        guard: Guard,
    }
}

pin_project! {
    #[project = Projected]
    enum State<F> {
        Running {
            #[pin]
            future: F,
        },
        // The service panicked before it made a future.
        Panicked {
            payload: Option<Payload>,
        },
    }
}

impl<F, R, E> std::future::Future for Future<F>
where
    F: std::future::Future<Output = Result<Response<R>, E>>,
    R: Body<Data = Bytes> + From<Bytes>,
{
    type Output = Result<Response<R>, E>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let (guard, visit, kept) = (&*this.guard, &*this.visit, this.kept.as_deref());
        let mut polled = Poll::Pending;
        let caught = match this.state.as_mut().project() {
            Projected::Running { future } => unwind::call(|| polled = future.poll(context)),
            Projected::Panicked { payload } => match payload.take() {
                Some(payload) => Err(payload),
                // Polled after its end, which a future need not bear.
                None => return Poll::Pending,
            },
        };
        if let Err(payload) = caught {
            unwind::discard(|| this.state.set(State::Panicked { payload: None }));
            return Poll::Ready(Ok(panicked(guard, visit, kept, payload)));
        }
        let Poll::Ready(Ok(response)) = &polled else {
            return polled;
        };
        let extensions = response.extensions();
        let marked = !extensions.is_empty() && is_marked(extensions);
        if guard.is_plain(visit, response.status().as_u16(), marked) {
            return polled;
        }
        polled.map_ok(|response| judged(guard, visit, kept, response, context))
    }
}

/// Returns whether the response has something for the guard.
fn is_marked(extensions: &Extensions) -> bool {
    extensions.get::<Sent>().is_some() || extensions.get::<Declared>().is_some()
}

#[cold]
fn judged<R: Body<Data = Bytes> + From<Bytes>>(
    guard: &Guard,
    visit: &Visit,
    kept: Option<&(HeaderMap, Extensions)>,
    response: Response<R>,
    context: &mut Context<'_>,
) -> Response<R> {
    let (headers, extensions) = (response.headers(), response.extensions());
    let head = Head::new(response.status(), headers, extensions);
    match guard.judge(visit, &head) {
        Some(rewrite) => rewritten(guard, visit, kept, response, &rewrite, context),
        None => response,
    }
}

/// Gives the request to a hook. Without a hook, nothing was kept of the request.
fn with_request<T>(
    visit: &Visit,
    kept: Option<&(HeaderMap, Extensions)>,
    function: impl FnOnce(&Request<'_>) -> T,
) -> T {
    let nothing = (HeaderMap::new(), Extensions::new());
    let (headers, extensions) = kept.unwrap_or(&nothing);
    function(&Request::new(
        &visit.method,
        Source::Http(headers, extensions),
    ))
}

#[cold]
fn panicked<R: From<Bytes>>(
    guard: &Guard,
    visit: &Visit,
    kept: Option<&(HeaderMap, Extensions)>,
    payload: Payload,
) -> Response<R> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = http::StatusCode::INTERNAL_SERVER_ERROR;
    if let Some(rewrite) = guard.panicked(visit, payload) {
        let write = |request: &Request<'_>| rewrite.body(guard, request, None, None);
        let (media_type, body) = with_request(visit, kept, write);
        *response.status_mut() = rewrite.status.status_code();
        rewrite.fields(response.headers_mut(), media_type);
        *response.body_mut() = body;
    }
    response.map(R::from)
}

fn rewritten<R: Body<Data = Bytes> + From<Bytes>>(
    guard: &Guard,
    visit: &Visit,
    kept: Option<&(HeaderMap, Extensions)>,
    response: Response<R>,
    rewrite: &Rewrite,
    context: &mut Context<'_>,
) -> Response<R> {
    let (mut parts, body) = response.into_parts();
    let reads = rewrite.reads() && !parts.headers.contains_key(CONTENT_ENCODING);
    let text = reads.then(|| at_hand(body, context)).flatten();
    if let Some(body) = &text
        && rewrite.keeps(body)
    {
        // `at_hand` does not keep the trailers.
        parts.headers.remove(TRAILER);
        let body = R::from(body.clone());
        return Response::from_parts(parts, body);
    }
    let sent = parts.extensions.get::<Sent>();
    let write = |request: &Request<'_>| rewrite.body(guard, request, text.as_deref(), sent);
    let (media_type, body) = with_request(visit, kept, write);
    parts.status = rewrite.status.status_code();
    rewrite.fields(&mut parts.headers, media_type);
    Response::from_parts(parts, R::from(body))
}

/// Returns a body that is complete in memory and short, such as that of an error message. It does not wait: a stream
/// is dropped.
fn at_hand<R: Body<Data = Bytes>>(body: R, context: &mut Context<'_>) -> Option<Bytes> {
    let mut body = pin!(body);
    let mut all = Bytes::new();
    loop {
        match body.as_mut().poll_frame(context) {
            Poll::Ready(None) => return Some(all),
            Poll::Ready(Some(Ok(frame))) => {
                // What is not data is trailers, which end the body.
                let Ok(data) = frame.into_data() else {
                    return Some(all);
                };
                if all.len() + data.len() > LONGEST_TEXT {
                    return None;
                }
                all = if all.is_empty() {
                    data
                } else {
                    [all, data].concat().into()
                };
            }
            Poll::Ready(Some(Err(_))) | Poll::Pending => return None,
        }
    }
}

impl<F> fmt::Debug for Future<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Future")
            .field("guard", &self.guard)
            .finish_non_exhaustive()
    }
}
