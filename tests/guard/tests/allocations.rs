//! A documented response passes through a guard without an allocation, and an error carries only what a guard reads.

use std::convert::Infallible;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use allocation_counter::measure;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Request, Response};
use pets::petstore;
use statusbook::{guard, status_table, vpn};
use tower::{Layer, Service, service_fn};

status_table! {
    mod edge { 500 "Internal Server Error" }
}

/// How many allocations a request takes, from the call to the response.
fn allocations<S>(service: &mut S, path: &'static str) -> u64
where
    S: Service<Request<()>, Response = Response<Full<Bytes>>, Error = Infallible>,
{
    let request = Request::builder().uri(path).body(()).expect("a request");
    let mut slot = Some(request);
    let measured = measure(|| {
        let mut future = pin!(service.call(slot.take().expect("a request")));
        let mut context = Context::from_waker(Waker::noop());
        assert!(matches!(
            future.as_mut().poll(&mut context),
            Poll::Ready(Ok(_))
        ));
    });
    measured.count_total
}

#[test]
fn a_documented_response_costs_no_allocation() {
    for code in [200, 404] {
        let inner = service_fn(move |_: Request<()>| async move {
            let mut response = Response::new(Full::new(Bytes::from_static(b"{}")));
            *response.status_mut() = code.try_into().expect("a code");
            response.headers_mut().insert(
                "content-type",
                hyper::header::HeaderValue::from_static("application/problem+json"),
            );
            Ok::<_, Infallible>(response)
        });
        let without = allocations(&mut inner.clone(), "/pets/1");
        let guards = [
            guard!(petstore | edge),
            guard!(petstore | edge).enforce(),
            guard!(petstore | edge).under("/v1").reshape(),
            guard!(vpn | edge).enforce(),
        ];
        for guard in guards {
            let mut service = guard.layer(inner);
            for path in ["/pets/1", "/v1/pets/1", "/nothing"] {
                assert_eq!(
                    allocations(&mut service, path),
                    without,
                    "{code} {path} {guard:?}"
                );
            }
        }
    }
}
