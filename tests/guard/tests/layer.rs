//! What the layer does to responses, one property at a time.

use std::convert::Infallible;
use std::error::Error;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, Response, StatusCode, Uri};
use axum::response::IntoResponse;
use axum::routing::{any, get};
use axum::{Json, Router};
use http_body_util::{BodyExt, Full};
use pets::petstore;
use statusbook::guard::{Finding, Guard};
use statusbook::{CodeMessage, StatusSet, guard, handles, status, status_table, vpn};
use tower::{Layer, ServiceExt, service_fn};

status_table! {
    mod edge { 401 "Unauthorized", 429 "Too Many Requests", 500 "Internal Server Error" => "It failed." }
    mod coded = "tests/coded.md", body = CodeMessage;
    mod plain = "tests/coded.md", body = statusbook::Text;
    mod public = pets::petstore | edge, body = CodeMessage;
    mod chosen = pets::petstore & { 200, 404 };
}

/// Runs a future that needs no runtime, or only one of this thread.
fn run<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(future)
}

fn request(line: &str) -> Request<Body> {
    let (method, path) = line.split_once(' ').expect("a method and a path");
    let request = Request::builder().method(method).uri(path);
    request.body(Body::empty()).expect("a request")
}

struct Seen {
    status: u16,
    headers: HeaderMap,
    body: String,
}

/// What comes out of a service that responds with this, behind the guard.
fn through(guard: &Guard, line: &str, respond: impl Fn() -> Response<Body>) -> Seen {
    let service = service_fn(|_: Request<Body>| {
        let response = respond();
        async { Ok::<_, Infallible>(response) }
    });
    run(async {
        let response = guard.layer(service).oneshot(request(line)).await;
        let (parts, body) = response.expect("infallible").into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        Seen {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    })
}

fn plain(status: u16, text: &'static str) -> Response<Body> {
    (StatusCode::from_u16(status).expect("a code"), text).into_response()
}

fn edged() -> Guard {
    guard!(petstore | edge)
}

#[test]
fn what_is_documented_passes_untouched() {
    let error = || {
        let error = status!(petstore::get_pet_by_id, 404);
        ([("x-request-id", "7")], error).into_response()
    };
    let untouched = through(&edged(), "GET /pets/1", error);
    for guard in [edged().reshape(), edged().enforce(), edged().panic()] {
        let seen = through(&guard, "GET /pets/1", error);
        assert_eq!(seen.body, untouched.body);
        assert_eq!(seen.headers, untouched.headers);
        let seen = through(&guard, "GET /pets/1", || plain(200, "Ada"));
        assert_eq!((seen.status, &*seen.body), (200, "Ada"));
    }
}

#[test]
fn an_informational_response_and_an_upgrade_pass() {
    for status in [100, 101, 103] {
        let seen = through(&edged().panic(), "GET /pets", || {
            let mut response = plain(status, "");
            response
                .headers_mut()
                .insert("upgrade", "websocket".parse().expect("a value"));
            response
        });
        assert_eq!(seen.status, status);
        assert_eq!(seen.headers["upgrade"], "websocket");
    }
}

#[test]
fn a_route_of_axum_is_matched_where_its_path_is_not() {
    // The parameter takes a slash, which that of the document does not.
    let router = Router::new().route("/pets/{*id}", get(async || StatusCode::CONFLICT));
    let events = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&events);
    let guard = edged().observe(move |event| {
        let operation = event
            .operation()
            .map(|operation| operation.id().unwrap_or_default());
        seen.lock()
            .expect("a lock")
            .push((operation, event.route().to_owned()));
    });
    let router = router.layer(guard);
    run(async {
        let _ = router.clone().oneshot(request("GET /pets/a/b")).await;
        let _ = router.oneshot(request("GET /other")).await;
    });
    assert_eq!(
        *events.lock().expect("a lock"),
        [
            (Some("getPetById"), "/pets/{petId}".to_owned()),
            (None, "/other".to_owned()),
        ]
    );
}

#[test]
fn the_base_path_is_left_out_and_what_is_outside_passes() {
    let guard = edged().under("v1/").enforce();
    let of = |line| through(&guard, line, || plain(418, "tea")).status;
    assert_eq!(of("GET /v1/pets/1"), 429);
    assert_eq!(of("GET /v1/other"), 400);
    assert_eq!(of("GET /v1"), 400);
    // Not of this document.
    assert_eq!(of("GET /v10/pets/1"), 418);
    assert_eq!(of("GET /metrics"), 418);
    // One segment may be anything.
    let guard = edged().under("/{tenant}/v1").enforce();
    let of = |line| through(&guard, line, || plain(418, "tea")).status;
    assert_eq!(of("GET /ada/v1/pets/1"), 429);
    assert_eq!(of("GET /ada/v2/pets/1"), 418);
}

#[test]
#[should_panic(
    expected = "`.under(\"https://a.example/v1\")` takes the path of a URL, such as `/v1`"
)]
fn a_url_is_not_a_base_path() {
    let _ = edged().under("https://a.example/v1");
}

#[test]
fn a_page_holds_every_route_to_its_table() {
    let guard = guard!(vpn).enforce();
    let of = |line, status| through(&guard, line, || plain(status, "")).status;
    assert_eq!(of("GET /whatever", 422), 400);
    assert_eq!(of("GET /whatever", 410), 404);
    // Its success is documented for some methods; it is reported, and sent.
    assert_eq!(of("GET /whatever", 201), 201);
    let seen = guard.exercised();
    assert_eq!(seen.whole().undocumented(), StatusSet::of(&[410, 422]));
}

#[test]
fn a_success_of_another_method_is_not_documented() {
    let finding = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&finding);
    let guard =
        guard!(vpn).observe(move |event| seen.lock().expect("a lock").push(event.finding()));
    for line in ["POST /a", "GET /a"] {
        through(&guard, line, || plain(201, ""));
    }
    assert_eq!(
        *finding.lock().expect("a lock"),
        [Finding::Documented, Finding::Undocumented]
    );
}

#[test]
fn fields_survive_but_for_those_of_the_body() {
    let seen = through(&edged().enforce(), "GET /pets/1", || {
        let kept = [
            ("allow", "GET"),
            ("retry-after", "7"),
            ("connection", "close"),
            ("access-control-allow-origin", "*"),
            ("vary", "origin"),
        ];
        let mut response = (StatusCode::METHOD_NOT_ALLOWED, kept, "no").into_response();
        let headers = response.headers_mut();
        for challenge in ["Basic", "Bearer"] {
            headers.append("www-authenticate", challenge.parse().expect("a value"));
        }
        for name in [
            "content-encoding",
            "etag",
            "content-length",
            "content-disposition",
            "content-range",
        ] {
            headers.insert(name, "1".parse().expect("a value"));
        }
        response
    });
    let names: Vec<_> = seen
        .headers
        .keys()
        .map(axum::http::HeaderName::as_str)
        .collect();
    for name in [
        "allow",
        "retry-after",
        "connection",
        "access-control-allow-origin",
        "vary",
    ] {
        assert!(names.contains(&name), "{name} is gone: {names:?}");
    }
    assert!(
        seen.headers
            .get_all("www-authenticate")
            .iter()
            .eq(["Basic", "Bearer"])
    );
    assert_eq!(seen.headers["content-type"], "application/problem+json");
    for name in [
        "content-encoding",
        "etag",
        "content-length",
        "content-disposition",
        "content-range",
    ] {
        assert!(!names.contains(&name), "{name} described the other body");
    }
}

/// A body that never ends, and counts how often it was asked.
struct Endless(Arc<Mutex<usize>>, Option<&'static str>);

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        *self.0.lock().expect("a lock") += 1;
        match self.1 {
            Some(text) => Poll::Ready(Some(Ok(http_body::Frame::data(Bytes::from(text))))),
            None => Poll::Pending,
        }
    }
}

#[test]
fn a_stream_is_read_no_further_than_an_error_message_is_long() {
    for (text, most) in [(Some("0123456789abcdef"), 300), (None, 1)] {
        let asked = Arc::new(Mutex::new(0));
        let seen = through(&edged().reshape(), "GET /pets/1", || {
            let body = Body::new(Endless(Arc::clone(&asked), text));
            let mut response = Response::new(body);
            *response.status_mut() = StatusCode::IM_A_TEAPOT;
            response
                .headers_mut()
                .insert("content-type", "text/plain".parse().expect("a value"));
            response
        });
        assert_eq!(seen.status, 418);
        assert!(!seen.body.contains("0123"), "{}", seen.body);
        let asked = *asked.lock().expect("a lock");
        assert!(asked <= most, "it was asked {asked} times");
    }
}

#[test]
fn a_text_in_parts_is_kept_and_a_stream_of_a_success_is_not_touched() {
    let parts = || {
        let parts = ["too ", "hot"]
            .map(|part| Ok::<_, Infallible>(http_body::Frame::data(Bytes::from(part))));
        Body::new(http_body_util::StreamBody::new(futures_util::stream::iter(
            parts,
        )))
    };
    let seen = through(&edged().reshape(), "GET /pets/1", || {
        let mut response =
            (StatusCode::IM_A_TEAPOT, [("content-type", "text/plain")]).into_response();
        *response.body_mut() = parts();
        response
    });
    assert!(seen.body.contains(r#""detail":"too hot""#), "{}", seen.body);
    let seen = through(&edged().enforce(), "GET /pets/1", || Response::new(parts()));
    assert_eq!(seen.body, "too hot");
}

#[test]
fn a_json_body_is_looked_into_where_the_contract_is_json_too() {
    let guard = guard!(coded).reshape();
    let of = |status: u16, json: &'static str| {
        let status = StatusCode::from_u16(status).expect("a code");
        through(&guard, "GET /", || {
            (status, [("content-type", "application/json")], json).into_response()
        })
        .body
    };
    // Somebody wrote the contract's form by hand.
    assert_eq!(
        of(404, r#"{ "message": "x", "code": "7" }"#),
        r#"{ "message": "x", "code": "7" }"#
    );
    assert_eq!(
        of(404, r#"{"error":{"code":404,"message":"x"}}"#),
        r#"{"code":"404","message":"There is none."}"#
    );
    assert_eq!(of(418, "{"), r#"{"code":"418","message":"I'm a teapot"}"#);
    let text = guard!(plain).reshape();
    assert_eq!(
        through(&text, "GET /", || plain(404, "by hand")).body,
        "by hand"
    );
    assert_eq!(
        through(&text, "GET /", || plain(500, "secret")).body,
        "Internal Server Error"
    );
}

/// The body is read, to see whether it has the contract's form, and its trailers are not kept.
#[test]
fn a_body_that_was_looked_into_announces_no_trailers() {
    let seen = through(&guard!(coded).reshape(), "GET /", || {
        let frames = [
            http_body::Frame::data(Bytes::from(r#"{"message":"x","code":"7"}"#)),
            http_body::Frame::trailers(HeaderMap::new()),
        ];
        let frames = futures_util::stream::iter(frames.map(Ok::<_, Infallible>));
        let fields = [("content-type", "application/json"), ("trailer", "x-sum")];
        let mut response = (StatusCode::NOT_FOUND, fields).into_response();
        *response.body_mut() = Body::new(http_body_util::StreamBody::new(frames));
        response
    });
    assert_eq!(seen.body, r#"{"message":"x","code":"7"}"#);
    assert!(!seen.headers.contains_key("trailer"));
}

/// A panic of a handler, of a service before its future, and one whose value is not text.
#[test]
fn a_panic_becomes_the_documented_500() {
    async fn handler() -> &'static str {
        panic!("number {}", 7)
    }
    let told = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&told);
    let guard = edged().observe(move |event| {
        let told = (event.status().as_u16(), event.panic().map(str::to_owned));
        seen.lock().expect("a lock").push(told);
    });
    let router = Router::new()
        .route("/pets/{id}", get(handler))
        .layer(guard.clone());
    let response = run(router.oneshot(request("GET /pets/1"))).expect("infallible");
    assert_eq!(response.status(), 500);
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let body = run(response.into_body().collect())
        .expect("a body")
        .to_bytes();
    assert!(body.ends_with(br#""detail":"It failed."}"#), "{body:?}");

    let early = service_fn(
        |_: Request<Body>| -> std::future::Ready<Result<Response<Body>, Infallible>> {
            std::panic::panic_any(7)
        },
    );
    let response = run(guard.layer(early).oneshot(request("GET /pets/1"))).expect("infallible");
    assert_eq!(response.status(), 500);
    assert_eq!(
        *told.lock().expect("a lock"),
        [
            (500, Some("number 7".to_owned())),
            (500, Some("a value that is not text".to_owned())),
        ]
    );
}

/// A future that panics, and panics again when it is dropped.
#[test]
fn a_future_that_panics_twice_is_one_500() {
    struct Twice;
    impl Future for Twice {
        type Output = Result<Response<Body>, Infallible>;
        fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
            panic!("once")
        }
    }
    impl Drop for Twice {
        fn drop(&mut self) {
            panic!("again")
        }
    }
    let service = edged().layer(service_fn(|_: Request<Body>| Twice));
    let response = run(service.oneshot(request("GET /pets/1"))).expect("infallible");
    assert_eq!(response.status(), 500);
}

/// What our error left on its way out is not ours any more.
#[test]
fn an_error_of_this_crate_that_a_middleware_changed_is_foreign() {
    let page = || {
        let mut response = status!(petstore::get_pet_by_id, 404).into_response();
        *response.body_mut() = Body::from("<h1>Oh no</h1>");
        let html = "text/html".parse().expect("a value");
        response.headers_mut().insert("content-type", html);
        response
    };
    assert_eq!(
        through(&edged(), "GET /pets/1", page).body,
        "<h1>Oh no</h1>"
    );
    let seen = through(&edged().reshape(), "GET /pets/1", page);
    assert!(
        seen.body.contains("There is no pet with this number"),
        "{}",
        seen.body
    );
    // The status in the body is the status of the response.
    let other = || {
        let mut response = status!(petstore::get_pet_by_id, 404).into_response();
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        response
    };
    let seen = through(&edged().enforce(), "GET /pets/1", other);
    assert_eq!(seen.status, 503);
    assert!(!seen.body.contains("404"), "{}", seen.body);
}

/// One recipient takes the first, another the last.
#[test]
fn a_body_of_two_media_types_is_foreign() {
    let seen = through(&edged().reshape(), "GET /pets/1", || {
        let mut response = (StatusCode::NOT_FOUND, "<script>").into_response();
        let headers = response.headers_mut();
        headers.remove("content-type");
        for media_type in ["application/problem+json", "text/html"] {
            headers.append("content-type", media_type.parse().expect("a value"));
        }
        response
    });
    let types: Vec<_> = seen.headers.get_all("content-type").iter().collect();
    assert_eq!(types, ["application/problem+json"]);
    assert!(!seen.body.contains("script"), "{}", seen.body);
}

#[test]
#[should_panic(expected = "number 7")]
fn in_a_test_a_panic_is_not_caught() {
    through(&edged().panic(), "GET /pets/1", || panic!("number 7"));
}

#[test]
fn in_a_test_an_undocumented_status_panics_with_a_sentence() {
    let caught = std::panic::catch_unwind(|| {
        through(&edged().panic(), "HEAD /pets/1", || plain(418, "tea"));
    });
    let message = caught.expect_err("it panics");
    assert_eq!(
        message.downcast_ref::<String>().map(String::as_str),
        Some(
            "status `418` is not a documented response of `HEAD /pets/{petId}`, which is `GET` in the document
  documented: 200 401 404 429 500 503
  nearest: 429 Too Many Requests
  document: openapi.yaml:24"
        )
    );
}

#[test]
fn an_observer_sees_the_error_and_what_became_of_it() {
    #[derive(Debug, statusbook::ApiError)]
    #[api_error(table = vpn)]
    enum Failed {
        #[status(409, "gateway `{0}` is in use", code = "VPN.0012")]
        InUse(u32),
        #[status(503, "the database does not respond")]
        Database(#[from] std::io::Error),
    }
    let told = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&told);
    let guard = edged().enforce().observe(move |event| {
        let mut errors = Vec::new();
        let mut next = event.error();
        while let Some(error) = next {
            errors.push(error.to_string());
            next = error.source();
        }
        let code = event.error_code().unwrap_or("none");
        seen.lock().expect("a lock").push(format!(
            "{} {} -> {} {code} {errors:?} {:?}",
            event.method(),
            event.original_status().as_u16(),
            event.status().as_u16(),
            event.finding(),
        ));
    });
    through(&guard, "GET /pets/1", || Failed::InUse(7).into_response());
    through(&guard, "GET /pets/1", || {
        Failed::from(std::io::Error::other("refused")).into_response()
    });
    through(&guard, "GET /pets/1", || {
        status!(petstore, 404).into_response()
    });
    through(&guard, "GET /pets/1", || plain(200, ""));
    assert_eq!(
        *told.lock().expect("a lock"),
        [
            r#"GET 409 -> 404 VPN.0012 ["gateway `7` is in use"] Undocumented"#,
            r#"GET 503 -> 503 none ["the database does not respond", "refused"] Documented"#,
            "GET 404 -> 404 none [] Documented",
            "GET 200 -> 200 none [] Documented",
        ]
    );
}

/// Of an error whose type allows it, the observer has the error itself; of any other what it said.
#[test]
fn an_observer_can_downcast_an_error() {
    #[derive(Debug, statusbook::ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no `{id}`")]
    struct Missing {
        id: u32,
    }
    #[derive(Debug, statusbook::ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no `{0}`")]
    struct Borrowed<'a>(&'a str);
    #[derive(Debug, statusbook::ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no `{0}`")]
    struct Local(std::rc::Rc<u32>);
    #[derive(Debug, statusbook::ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no `{0}`")]
    struct Generic<T: std::fmt::Debug + std::fmt::Display>(T);

    let told = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&told);
    let guard = edged().observe(move |event| {
        let error = event.error().expect("an error of ours");
        let id = error.downcast_ref().map(|error: &Missing| error.id);
        seen.lock().expect("a lock").push((error.to_string(), id));
    });
    through(&guard, "GET /pets/1", || Missing { id: 7 }.into_response());
    through(&guard, "GET /pets/1", || {
        Borrowed(&String::from("eu")).into_response()
    });
    through(&guard, "GET /pets/1", || Local(8.into()).into_response());
    through(&guard, "GET /pets/1", || Generic(9).into_response());
    assert_eq!(
        *told.lock().expect("a lock"),
        [
            ("no `7`".to_owned(), Some(7)),
            ("no `eu`".to_owned(), None),
            ("no `8`".to_owned(), None),
            ("no `9`".to_owned(), None),
        ]
    );
}

#[test]
fn a_handler_is_checked_against_what_it_declares() {
    use statusbook::__private::Declared;

    let declared = |status| {
        let mut response = plain(status, "text");
        response
            .extensions_mut()
            .insert(Declared(StatusSet::of(&[200, 404])));
        response
    };
    let guard = edged().enforce();
    assert_eq!(through(&guard, "GET /pets/1", || declared(404)).status, 404);
    // Documented for the operation, but not declared by the handler.
    assert_eq!(through(&guard, "GET /pets/1", || declared(503)).status, 404);
    assert_eq!(
        through(&edged().reshape(), "GET /pets/1", || declared(503)).status,
        503
    );
}

#[test]
fn a_handler_of_the_attribute_is_checked_against_its_statement() {
    #[handles(petstore::get_pet_by_id, declares(200, 404))]
    async fn find(path: Uri) -> Response<Body> {
        plain(if path == "/pets/1" { 503 } else { 200 }, "")
    }
    let router = Router::new()
        .route("/pets/{id}", get(find))
        .layer(edged().enforce());
    let of = |line| {
        run(router.clone().oneshot(request(line)))
            .expect("infallible")
            .status()
    };
    assert_eq!(
        of("GET /pets/1"),
        404,
        "503 is documented, but not declared"
    );
    assert_eq!(of("GET /pets/2"), 200);
}

#[test]
fn a_union_and_an_intersection_with_a_name_keep_their_operations() {
    let public = guard!(public).enforce();
    let seen = through(&public, "GET /pets/1", || plain(418, "tea"));
    assert_eq!(
        (seen.status, &*seen.body),
        (429, r#"{"code":"429","message":"tea"}"#)
    );
    assert_eq!(
        through(&public, "GET /pets/1", || plain(409, "")).status,
        404
    );
    let chosen = guard!(chosen | edge).enforce();
    assert_eq!(
        through(&chosen, "GET /pets/1", || plain(503, "")).status,
        429
    );
    assert_eq!(chosen.exercised().operations().len(), 4);
}

#[test]
fn an_error_that_is_sent_as_a_success_is_found() {
    let findings = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&findings);
    let guard = edged().observe(move |event| seen.lock().expect("a lock").push(event.finding()));
    let seen = through(&guard, "GET /pets/1", || {
        let mut response = status!(petstore, 404).into_response();
        *response.status_mut() = StatusCode::OK;
        response
    });
    assert_eq!(seen.status, 200, "a success is never rewritten");
    assert_eq!(*findings.lock().expect("a lock"), [Finding::ErrorAsSuccess]);
}

#[test]
fn an_excuse_is_an_excuse_here_too() {
    let excused = || status!(petstore, 418, undocumented = "the legacy gateway").into_response();
    let seen = through(&edged().enforce(), "GET /pets/1", excused);
    assert_eq!(seen.status, 418);
    through(&edged().panic(), "GET /pets/1", excused);
}

#[test]
fn a_body_of_the_users_takes_what_a_middleware_left_in_the_request() {
    #[derive(Clone)]
    struct RequestId(u32);

    let guard = edged().reshape().body(|request, details| {
        let id = request.get::<RequestId>().map_or(0, |id| id.0);
        format!("{} {id}", details.text())
    });
    let service = service_fn(|_: Request<Body>| async { Ok::<_, Infallible>(plain(418, "tea")) });
    let mut request = request("GET /pets/1");
    request.extensions_mut().insert(RequestId(42));
    let response = run(guard.layer(service).oneshot(request)).expect("infallible");
    let body = run(response.into_body().collect())
        .expect("a body")
        .to_bytes();
    assert_eq!(body, "tea 42");
}

/// Any service of tower whose body can be made from bytes, and any error of it.
#[test]
fn a_service_that_fails_keeps_its_error() {
    let service = service_fn(|_: Request<()>| async {
        Err::<Response<Full<Bytes>>, Box<dyn Error>>("connection lost".into())
    });
    let request = Request::builder().uri("/pets").body(()).expect("a request");
    let error = run(edged().enforce().layer(service).oneshot(request)).expect_err("it fails");
    assert_eq!(error.to_string(), "connection lost");
}

#[test]
fn a_guard_is_ready_when_its_service_is() {
    struct Busy;
    impl tower::Service<Request<Body>> for Busy {
        type Response = Response<Body>;
        type Error = Infallible;
        type Future = std::future::Ready<Result<Response<Body>, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Pending
        }

        fn call(&mut self, _: Request<Body>) -> Self::Future {
            std::future::ready(Ok(Response::default()))
        }
    }
    let mut context = Context::from_waker(std::task::Waker::noop());
    let mut service = edged().layer(Busy);
    assert!(tower::Service::poll_ready(&mut service, &mut context).is_pending());
}

#[test]
fn a_future_that_is_polled_after_its_end_does_not_panic() {
    let early = service_fn(
        |_: Request<Body>| -> std::future::Ready<Result<Response<Body>, Infallible>> {
            panic!("early")
        },
    );
    let mut service = edged().layer(early);
    let mut future = pin!(tower::Service::call(&mut service, request("GET /pets")));
    let mut context = Context::from_waker(std::task::Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_ready());
    assert!(future.as_mut().poll(&mut context).is_pending());
}

#[test]
fn a_whole_router_passes_its_tests_inside_a_guard_that_panics() {
    let router = Router::new()
        .route(
            "/pets",
            get(async || Json([1, 2])).post(async || StatusCode::CREATED),
        )
        .route("/{*rest}", any(async || status!(petstore, 404)))
        .layer(edged().panic());
    for (line, status) in [
        ("GET /pets", 200),
        ("POST /pets", 201),
        ("HEAD /pets", 200),
        ("GET /x/y", 404),
        ("OPTIONS /pets", 405),
    ] {
        let response = run(router.clone().oneshot(request(line))).expect("infallible");
        assert_eq!(response.status(), status, "{line}");
    }
}
