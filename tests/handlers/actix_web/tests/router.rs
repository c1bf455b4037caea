//! `router!`: the paths and methods of the document, and the bodies of the contract.

use actix_web::App;
use actix_web::http::{Method, header};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::Data;
use statusbook_test_handlers_actix_web::{self as handlers, Store, add, pets};

/// The status, the media type and the body.
async fn send(method: Method, path: &str, body: &'static str) -> (u16, String, String) {
    let routes = statusbook::router!(
        pets: handlers::list, add, handlers::get, handlers::give, framework = actix_web
    );
    let app = init_service(App::new().app_data(Data::new(Store)).configure(routes)).await;
    let request = TestRequest::default()
        .method(method)
        .uri(path)
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .set_payload(body);
    let response = call_service(&app, request.to_request()).await;
    let status = response.status().as_u16();
    let media_type = response.headers().get(header::CONTENT_TYPE);
    let media_type = media_type
        .map_or("", |value| value.to_str().expect("text"))
        .to_owned();
    let body = read_body(response).await;
    (
        status,
        media_type,
        String::from_utf8_lossy(&body).into_owned(),
    )
}

#[actix_web::test]
async fn each_operation_is_routed_to_its_handler() {
    for (method, path, body, status) in [
        (Method::GET, "/pets?name=Nora", "", 200),
        (Method::GET, "/pets", "", 400),
        (Method::POST, "/pets", r#"{"name":"Nora"}"#, 201),
        (Method::POST, "/pets", "{", 400),
        (Method::GET, "/pets/1", "", 200),
        (Method::GET, "/pets/x", "", 404),
        (Method::DELETE, "/pets/1", "", 204),
        (Method::PUT, "/pets/1", "", 405),
    ] {
        let (sent, _, text) = send(method.clone(), path, body).await;
        assert_eq!(sent, status, "{method} {path}: {text}");
    }
}

#[actix_web::test]
async fn a_path_that_the_document_does_not_have_is_its_404() {
    let (status, media_type, body) = send(Method::GET, "/dogs", "").await;
    assert_eq!((status, &*media_type), (404, "application/problem+json"));
    assert!(body.contains("404"), "{body}");
}

#[actix_web::test]
async fn beside_actix_webs_own_attributes_handlers_are_services() {
    let app = init_service(App::new().service(handlers::above).service(handlers::below)).await;
    for path in ["/above", "/below"] {
        let response = call_service(&app, TestRequest::with_uri(path).to_request()).await;
        assert_eq!(response.status(), 200, "{path}");
    }
}
