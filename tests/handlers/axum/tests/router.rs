//! `router!`: the paths and methods of the document, and the bodies of the contract.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, header};
use http_body_util::BodyExt;
use statusbook_test_handlers_axum::{self as handlers, Store, add, pets};
use tower::ServiceExt;

fn router() -> Router {
    let router: Router<Store> =
        statusbook::router!(pets: handlers::list, add, handlers::get, handlers::give);
    router.with_state(Store)
}

async fn send(router: Router, method: Method, path: &str, body: &str) -> Response<Body> {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_owned()))
        .expect("a request");
    router.oneshot(request).await.expect("a response")
}

async fn text(response: Response<Body>) -> String {
    let bytes = response.into_body().collect().await.expect("a body");
    String::from_utf8(bytes.to_bytes().into()).expect("text")
}

#[tokio::test]
async fn each_operation_is_routed_to_its_handler() {
    for (method, path, body, status) in [
        (Method::GET, "/pets?name=Nora", "", 200),
        (Method::GET, "/pets", "", 400),
        (Method::POST, "/pets", r#"{"name":"Nora"}"#, 201),
        (Method::POST, "/pets", "{", 400),
        (Method::GET, "/pets/1", r#"{"name":"Nora"}"#, 200),
        (Method::GET, "/pets/%FF", r#"{"name":"Nora"}"#, 400),
        (Method::DELETE, "/pets/1", "", 204),
    ] {
        let response = send(router(), method.clone(), path, body).await;
        assert_eq!(response.status(), status, "{method} {path}");
    }
}

#[tokio::test]
async fn a_path_that_the_document_does_not_have_is_its_404() {
    let response = send(router(), Method::GET, "/dogs", "").await;
    assert_eq!(response.status(), 404);
    let media_type = &response.headers()[header::CONTENT_TYPE];
    assert_eq!(media_type, "application/problem+json");
    assert!(text(response).await.contains("404"));
}

#[tokio::test]
async fn a_method_that_no_operation_documents_keeps_its_allow_field() {
    let response = send(router(), Method::PUT, "/pets", "").await;
    assert_eq!(response.status(), 405);
    assert_eq!(response.headers()[header::ALLOW], "GET,HEAD,POST");
}

#[tokio::test]
async fn the_router_is_axums_own() {
    let other = Router::new().route("/health", axum::routing::get(|| async { "up" }));
    let all = Router::new().nest("/v1", router().merge(other));
    let response = send(all, Method::GET, "/v1/health", "").await;
    assert_eq!(text(response).await, "up");
}

#[tokio::test]
async fn local_handlers_are_found_too() {
    #[statusbook::handles(pets::list_pets)]
    async fn mine() -> &'static str {
        "mine"
    }
    let router: Router = statusbook::router!(
        pets: mine,
        except(
            "POST /pets" = "elsewhere",
            "GET /pets/{petId}" = "elsewhere",
            "DELETE /pets/{petId}" = "elsewhere",
        )
    );
    assert_eq!(
        text(send(router, Method::GET, "/pets", "").await).await,
        "mine"
    );
}
