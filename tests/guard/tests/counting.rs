//! What a guard counts, and what a test binary can say of it at its end.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Request, Response};
use pets::petstore;
use statusbook::guard::Guard;
use statusbook::{guard, status_table, vpn};
use tower::{Layer, Service, service_fn};

status_table! {
    mod edge { 429 "Too Many Requests", 500 "Internal Server Error" }
}

/// A response of this code to `line`, behind the guard.
fn exercise(guard: &Guard, line: &str, code: u16) {
    let (method, path) = line.split_once(' ').expect("a method and a path");
    let mut service = guard.layer(service_fn(move |_: Request<()>| async move {
        let mut response = Response::new(Full::new(Bytes::new()));
        *response.status_mut() = code.try_into().expect("a code");
        Ok::<_, Infallible>(response)
    }));
    let request = Request::builder().method(method).uri(path).body(());
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let future = service.call(request.expect("a request"));
    runtime
        .expect("a runtime")
        .block_on(future)
        .expect("infallible");
}

#[test]
fn a_guard_that_saw_everything_is_content() {
    let guard = || guard!(petstore | edge).enforce();
    let documented = [
        ("GET /pets", 200),
        ("POST /pets", 201),
        ("POST /pets", 400),
        ("POST /pets", 409),
        ("GET /pets/1", 200),
        ("GET /pets/1", 404),
        ("GET /pets/1", 503),
        ("DELETE /pets/1", 204),
        ("DELETE /pets/1", 404),
        ("DELETE /pets/1", 409),
        ("DELETE /pets/1", 503),
        // What the whole service documents may come from anywhere.
        ("GET /pets/1", 429),
    ];
    // A guard for each, as if each were a test: they share their counters.
    for (line, code) in documented {
        exercise(&guard(), line, code);
    }
    exercise(&guard(), "HEAD /pets/1", 200);
    exercise(&guard(), "OPTIONS /pets/1", 405);
    guard().except([500]).assert_exercised();

    let exercised = guard().exercised();
    let find = &exercised.operations()[2];
    assert_eq!(find.name(), "GET /pets/{petId}");
    assert_eq!(find.seen(), [(200, 2), (404, 1), (429, 1), (503, 1)]);
    assert_eq!(
        find.to_string(),
        "GET /pets/{petId}: 200 (2), 404 (1), 429 (1), 503 (1)"
    );
    assert!(!exercised.is_complete(), "nothing has failed yet");
}

#[test]
fn what_is_missing_and_what_is_too_much_is_one_list() {
    let guard = guard!(petstore | edge).enforce();
    for (line, code) in [
        ("GET /pets", 200),
        ("GET /pets", 418),
        ("POST /pets", 201),
        ("POST /pets", 409),
        ("GET /pets/1", 200),
        ("DELETE /pets/1", 204),
        ("GET /nothing", 405),
        ("GET /nothing", 999),
    ] {
        exercise(&guard, line, code);
    }
    let guard = guard
        .except([404, 503])
        .except_in("DELETE /pets/{petId}", [409]);
    let caught = std::panic::catch_unwind(|| guard.assert_exercised());
    let message = caught.expect_err("it panics");
    assert_eq!(
        message.downcast_ref::<String>().map(String::as_str),
        Some(
            "the tests do not exercise `petstore | edge` as documented
  documented and never exercised:
    POST /pets: 400
    petstore | edge: 429 500
  undocumented and seen:
    GET /pets: 418
    petstore | edge: 405
  help: test each, or excuse what no test can provoke: `.except([503])`, `.except_in(\"GET /pets\", [503])`"
        )
    );
}

#[test]
fn a_page_is_one_list_too() {
    let guard = guard!(vpn);
    exercise(&guard, "GET /a", 200);
    exercise(&guard, "GET /b", 404);
    let exercised = guard.exercised();
    assert!(exercised.operations().is_empty());
    assert_eq!(exercised.whole().seen(), [(200, 1), (404, 1)]);
    assert!(exercised.whole().missing().contains(409));
    assert!(!exercised.whole().missing().contains(404));
}

/// Each place in the source counts for itself: two services of one document do not exercise each other.
#[test]
fn two_guards_in_the_source_do_not_share() {
    let one = guard!(petstore | edge);
    let other = guard!(petstore | edge);
    exercise(&one, "GET /pets", 200);
    assert_eq!(one.exercised().operations()[0].seen(), [(200, 1)]);
    assert_eq!(other.exercised().operations()[0].seen(), []);
}

/// A thousand requests that are under way at once, on several threads, with statuses that the document knows and does
/// not. Often: a counter that is not atomic loses one in some thousands.
#[test]
fn a_thousand_concurrent_requests_lose_no_count() {
    const THREADS: u32 = 8;
    const REQUESTS: u32 = 125;
    const ROUNDS: u32 = 100;
    let observed = Arc::new(AtomicU32::new(0));
    let seen = Arc::clone(&observed);
    let guard = guard!(petstore | edge).enforce().observe(move |_| {
        seen.fetch_add(1, Ordering::Relaxed);
    });
    let start = Barrier::new(THREADS as usize);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().build();
                runtime.expect("a runtime").block_on(async {
                    let mut service = guard.layer(service_fn(|request: Request<u32>| async move {
                        // All of a thread are under way before the first one responds.
                        tokio::task::yield_now().await;
                        let codes = [200, 404, 418, 503, 600];
                        let code: u16 = codes[*request.body() as usize % codes.len()];
                        let mut response = Response::new(Full::new(Bytes::new()));
                        *response.status_mut() = code.try_into().expect("a code");
                        Ok::<_, Infallible>(response)
                    }));
                    for _ in 0..ROUNDS {
                        start.wait();
                        let requests: Vec<_> = (0..REQUESTS)
                            .map(|number| {
                                let request = Request::builder().uri("/pets/1").body(number);
                                service.call(request.expect("a request"))
                            })
                            .collect();
                        futures_util::future::join_all(requests).await;
                    }
                });
            });
        }
    });
    let each = u64::from(THREADS * REQUESTS * ROUNDS / 5);
    let exercised = guard.exercised();
    let all: Vec<_> = [200, 404, 418, 503, 600].map(|code| (code, each)).into();
    assert_eq!(exercised.operations()[2].seen(), all);
    assert_eq!(
        observed.load(Ordering::Relaxed),
        THREADS * REQUESTS * ROUNDS
    );
}
