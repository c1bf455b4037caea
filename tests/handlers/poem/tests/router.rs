//! `router!`: the paths and methods of the document.

use poem::http::{Method, header};
use poem::{Endpoint, EndpointExt, Request, Response};
use statusbook_test_handlers_poem::{self as handlers, Store, add, pets};

async fn send(method: Method, path: &str, body: &'static str) -> Response {
    let routes = statusbook::router!(
        pets: handlers::list, add, handlers::get, handlers::give, framework = poem
    );
    let request = Request::builder()
        .method(method)
        .uri(path.parse().expect("a path"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(body);
    routes.data(Store).get_response(request).await
}

#[tokio::test]
async fn each_operation_is_routed_to_its_handler() {
    for (method, path, body, status) in [
        (Method::GET, "/pets?name=Nora", "", 200),
        (Method::GET, "/pets", "", 400),
        (Method::POST, "/pets", r#"{"name":"Nora"}"#, 201),
        (Method::POST, "/pets", "{", 400),
        (Method::GET, "/pets/1", "", 200),
        (Method::GET, "/pets/0", "", 404),
        (Method::GET, "/pets/x", "", 400),
        (Method::DELETE, "/pets/1", "", 204),
        (Method::DELETE, "/pets/0", "", 404),
        (Method::PUT, "/pets/1", "", 405),
        (Method::GET, "/dogs", "", 404),
    ] {
        let response = send(method.clone(), path, body).await;
        assert_eq!(response.status(), status, "{method} {path}");
    }
}

#[tokio::test]
async fn a_path_that_the_document_does_not_have_is_its_404() {
    for path in ["/", "/dogs", "/pets/1/2"] {
        let response = send(Method::GET, path, "").await;
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(
            response.content_type(),
            Some("application/problem+json"),
            "{path}"
        );
    }
}
