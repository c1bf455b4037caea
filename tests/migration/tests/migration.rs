//! The same requests get the same responses before and after, and every request but two fails.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use statusbook_test_migration::{before, beside, instead};
use tower::ServiceExt;

/// Method, path, token, body.
const REQUESTS: [(&str, &str, &str, &str); 12] = [
    ("GET", "/gateways/7", "", ""),
    ("GET", "/gateways/8", "", ""),
    ("GET", "/gateways/%22%0A", "", ""),
    ("GET", "/gateways/broken", "", ""),
    ("DELETE", "/gateways/7", "", ""),
    ("DELETE", "/gateways/7", "old", ""),
    ("DELETE", "/gateways/busy", "good", ""),
    ("DELETE", "/gateways/7", "good", ""),
    ("POST", "/gateways", "good", "{"),
    (
        "POST",
        "/gateways",
        "good",
        r#"{"name": "x", "bandwidth": 0}"#,
    ),
    (
        "POST",
        "/gateways",
        "good",
        r#"{"name": "later", "bandwidth": 1}"#,
    ),
    ("GET", "/report", "", ""),
];

#[test]
fn both_ways_keep_every_response() {
    let mut statuses = Vec::new();
    for request in REQUESTS {
        let expected = sent(before::service::router(), request);
        assert_eq!(
            sent(beside::service::router(), request),
            expected,
            "{request:?}"
        );
        assert_eq!(
            sent(instead::service::router(), request),
            expected,
            "{request:?}"
        );
        assert!(!expected.2.contains("10.0.0.7"), "{expected:?}");
        statuses.push(expected.0);
    }
    assert_eq!(
        statuses,
        [200, 404, 404, 500, 401, 403, 409, 204, 400, 400, 503, 500]
    );
}

/// Status, header fields by name, body.
fn sent(router: Router, request: (&str, &str, &str, &str)) -> (u16, Vec<(String, String)>, String) {
    let (method, path, token, body) = request;
    let mut request = Request::builder().method(method).uri(path);
    if !token.is_empty() {
        request = request.header("authorization", token);
    }
    let request = request
        .body(Body::from(body.to_owned()))
        .expect("a request");
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(async {
        let response = router.oneshot(request).await.expect("a response");
        let (parts, body) = response.into_parts();
        let text = |value: &[u8]| String::from_utf8(value.to_vec()).expect("text");
        let mut headers: Vec<_> = parts
            .headers
            .iter()
            .filter(|(name, _)| *name != "content-length")
            .map(|(name, value)| (name.to_string(), text(value.as_bytes())))
            .collect();
        headers.sort();
        let body = body.collect().await.expect("a body").to_bytes();
        (parts.status.as_u16(), headers, text(&body))
    })
}
