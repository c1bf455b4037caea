//! The time that a guard takes for a documented response: `cargo bench -p statusbook-petstore --bench guard`.
//!
//! The contenders take turns, and the fastest turn of each counts, because a disturbance only makes a turn slower.

use std::convert::Infallible;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use axum::routing::get;
use pets::petstore;
use statusbook::guard;
use tower_layer::Layer;
use tower_service::Service;

statusbook::status_table! {
    mod edge { 500 "Internal Server Error" }
}

fn main() {
    // A service that does nothing but respond, behind a layer that does nothing, and behind the guard.
    let [mut nothing, mut guarded] = [f64::INFINITY; 2];
    // The same path through a router of axum, without a layer and with the guard.
    let [mut bare, mut held, mut idle] = [f64::INFINITY; 3];
    let guard = guard!(petstore | edge).enforce();
    let router = || Router::new().route("/pets/{id}", get(async || StatusCode::OK));
    // With the name of a case, that case alone: for a profiler.
    match std::env::args().nth(1).as_deref() {
        Some("idle") => return profile(&mut Nothing(Respond)),
        Some("guard") => return profile(&mut guard.layer(Respond)),
        _ => {}
    }
    for _ in 0..200 {
        nothing = nothing.min(nanoseconds(&mut Nothing(Respond)));
        guarded = guarded.min(nanoseconds(&mut guard.layer(Respond)));
        bare = bare.min(nanoseconds(&mut router()));
        idle = idle.min(nanoseconds(&mut router().layer(Idle)));
        held = held.min(nanoseconds(&mut router().layer(guard.clone())));
    }
    println!("a layer that does nothing {nothing:6.1} ns");
    println!(
        "the guard                 {guarded:6.1} ns, {:.1} ns more",
        guarded - nothing
    );
    println!("a bare router             {bare:6.1} ns");
    println!(
        "with an idle layer        {idle:6.1} ns, {:.2} of it",
        idle / bare
    );
    println!(
        "with the guard            {held:6.1} ns, {:.2} of it, {:.1} ns more than idle",
        held / bare,
        held - idle
    );
}

fn nanoseconds<S>(service: &mut S) -> f64
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
{
    const TIMES: u32 = 2_000;
    let mut context = Context::from_waker(Waker::noop());
    let requests: Vec<_> = (0..TIMES)
        .map(|_| {
            Request::builder()
                .uri("/pets/1")
                .body(Body::empty())
                .expect("a request")
        })
        .collect();
    let mut responses = Vec::with_capacity(requests.len());
    let start = Instant::now();
    for request in requests {
        let mut future = pin!(service.call(black_box(request)));
        match future.as_mut().poll(&mut context) {
            Poll::Ready(response) => responses.push(response),
            Poll::Pending => unreachable!("the service waits for nothing"),
        }
    }
    let elapsed = start.elapsed().as_secs_f64();
    drop(black_box(responses));
    elapsed * 1e9 / f64::from(TIMES)
}

/// Responds with a documented success.
#[derive(Clone)]
struct Respond;

impl Service<Request<Body>> for Respond {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = std::future::Ready<Result<Response<Body>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        black_box(request);
        std::future::ready(Ok(Response::new(Body::empty())))
    }
}

/// A layer that does nothing.
#[derive(Clone)]
struct Idle;

impl<S> Layer<S> for Idle {
    type Service = Nothing<S>;

    fn layer(&self, inner: S) -> Nothing<S> {
        Nothing(inner)
    }
}

#[derive(Clone)]
struct Nothing<S>(S);

impl<S, Q> Service<Q> for Nothing<S>
where
    S: Service<Q>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: Q) -> Self::Future {
        self.0.call(request)
    }
}

fn profile<S>(service: &mut S)
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
{
    for _ in 0..2_000 {
        black_box(nanoseconds(service));
    }
}
