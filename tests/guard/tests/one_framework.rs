//! What a guard must bear that only one framework has.

use std::future::Future;

use guarded::guard;

const PROBLEM: &str = "application/problem+json";

fn run<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(future)
}

/// What comes late is no error message. The other frameworks have only bodies that are there, or are polled once.
#[test]
fn poem_does_not_wait_for_a_stream() {
    use poem::{Body, Endpoint, EndpointExt, Request, Response};

    let respond = |_: Request| {
        let stalled = futures_util::stream::pending::<std::io::Result<Vec<u8>>>();
        let response = Response::builder().status(poem::http::StatusCode::IM_A_TEAPOT);
        let response = response.content_type("text/plain");
        response.body(Body::from_bytes_stream(stalled))
    };
    let endpoint = poem::endpoint::make_sync(respond).with(guard().reshape());
    let response = run(async {
        let call = endpoint.call(Request::builder().uri_str("/pets/1").finish());
        tokio::time::timeout(std::time::Duration::from_secs(5), call).await
    });
    let response = response.expect("it waits").expect("a response");
    assert_eq!(response.content_type(), Some(PROBLEM));
}
