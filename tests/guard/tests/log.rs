//! What a guard logs: one event for each response that the document does not know, and for each panic.

#[path = "../../../examples/frameworks/tests/support/mod.rs"]
mod support;

use std::convert::Infallible;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Request, Response};
use pets::petstore;
use statusbook::{guard, status_table};
use tower::{Layer, Service, service_fn};
use tracing::Level;

status_table! {
    mod edge { 401 "Unauthorized", 500 "Internal Server Error" => "It failed." }
}

/// One test: the log is that of the whole process.
#[test]
fn what_the_document_does_not_know_is_logged_with_what_it_does() {
    let log: &'static support::Log = Box::leak(Box::default());
    tracing::subscriber::set_global_default(log).expect("the only subscriber");
    let guard = guard!(petstore | edge);
    let exercise = |path: &str, code: u16| {
        let mut service =
            guard
                .clone()
                .enforce()
                .layer(service_fn(move |_: Request<()>| async move {
                    assert!(code != 0, "number {code}");
                    let mut response = Response::new(Full::new(Bytes::new()));
                    *response.status_mut() = code.try_into().expect("a code");
                    Ok::<_, Infallible>(response)
                }));
        let request = Request::builder().uri(path).body(()).expect("a request");
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let future = service.call(request);
        runtime
            .expect("a runtime")
            .block_on(future)
            .expect("infallible");
        log.take()
    };
    assert_eq!(exercise("/pets/1", 200), []);
    assert_eq!(exercise("/pets/1", 404), []);
    let fields = |text: &str| text.to_owned();
    assert_eq!(
        exercise("/pets/1", 409),
        [(
            Level::WARN,
            fields(
                "message=the document does not have this status, method=GET, route=/pets/{petId}, status=409, sent=404, nearest=404, document=\"openapi.yaml\", line=24"
            )
        )]
    );
    assert_eq!(
        exercise("/x%0ay", 202),
        [(
            Level::WARN,
            fields(
                "message=the document does not have this status, method=GET, route=/x%0ay, status=202, sent=202, document=\"tests/guard/tests/log.rs\""
            )
        )]
    );
    assert_eq!(
        exercise("/pets", 0),
        [(
            Level::ERROR,
            fields(
                "message=a handler panicked, method=GET, route=/pets, status=500, sent=500, panic=\"number 0\", document=\"openapi.yaml\", line=7"
            )
        )]
    );
}
