//! The guard as a middleware of poem.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use bytes::Bytes;
use poem::http::header::CONTENT_ENCODING;
use poem::http::{Extensions, HeaderMap, Method, StatusCode};
use poem::{Body, Endpoint, IntoResponse, Middleware, Response};

use super::request::{Request, Source};
use super::rewrite::{LONGEST_TEXT, Rewrite};
use super::sent::Sent;
use super::unwind;
use super::{Guard, Head, is_preflight};

impl<E: Endpoint> Middleware<E> for Guard {
    type Output = Guarded<E>;

    fn transform(&self, inner: E) -> Guarded<E> {
        Guarded {
            inner,
            guard: self.clone(),
        }
    }
}

/// An endpoint of poem inside a [`Guard`].
#[derive(Debug)]
pub struct Guarded<E> {
    inner: E,
    guard: Guard,
}

impl<E: Endpoint> Endpoint for Guarded<E> {
    type Output = Response;

    async fn call(&self, request: poem::Request) -> poem::Result<Response> {
        let guard = &self.guard;
        // `Route::nest` takes the first segments of the path away; they are in the original.
        let visit = guard.enter(request.method(), request.original_uri().path(), || {
            is_preflight(request.headers())
        });
        let kept = match guard.body_writer() {
            Some(_) => (request.headers().clone(), request.extensions().clone()),
            None => (HeaderMap::new(), Extensions::new()),
        };
        let asked = || Request::new(&visit.method, Source::Http(&kept.0, &kept.1));
        let mut response = match unwind::caught(self.inner.call(request)).await {
            Ok(Ok(response)) => response.into_response(),
            Ok(Err(error)) => error.into_response(),
            Err(payload) => {
                let mut response = Response::default();
                response.set_status(StatusCode::INTERNAL_SERVER_ERROR);
                if let Some(rewrite) = guard.panicked(&visit, payload) {
                    write(guard, &asked(), &mut response, &rewrite, None);
                }
                return Ok(response);
            }
        };
        let (headers, extensions) = (response.headers(), response.extensions());
        let head = Head::new(response.status(), headers, extensions);
        if let Some(rewrite) = guard.leave(&visit, &head) {
            let is_encoded = headers.contains_key(CONTENT_ENCODING);
            let text = if rewrite.reads() && !is_encoded {
                at_hand(response.take_body()).await
            } else {
                None
            };
            match text {
                Some(text) if rewrite.keeps(&text) => response.set_body(text),
                text => write(guard, &asked(), &mut response, &rewrite, text.as_deref()),
            }
        }
        Ok(response)
    }
}

/// A body that is there already and is short, as that of an error message. Nothing is waited for: a stream is dropped.
async fn at_hand(body: Body) -> Option<Bytes> {
    let mut reading = pin!(body.into_bytes_limit(LONGEST_TEXT));
    let read = poll_fn(|context| {
        Poll::Ready(match reading.as_mut().poll(context) {
            Poll::Ready(Ok(text)) => Some(text),
            Poll::Ready(Err(_)) | Poll::Pending => None,
        })
    });
    read.await
}

fn write(
    guard: &Guard,
    asked: &Request<'_>,
    response: &mut Response,
    rewrite: &Rewrite,
    text: Option<&[u8]>,
) {
    let sent = response.data::<Sent>().cloned();
    let (media_type, body) = rewrite.body(guard, asked, text, sent.as_ref());
    response.set_status(rewrite.status.status_code());
    rewrite.fields(response.headers_mut(), media_type);
    // For `HEAD`, its router removes the text before the guard sees it. Then the length of the body is not known.
    let is_unknown = *asked.method() == Method::HEAD && text.is_some_and(<[u8]>::is_empty);
    response.set_body(if is_unknown {
        Body::empty()
    } else {
        Body::from(body)
    });
}
