//! Every extractor that axum ships is provoked into each of its rejections, which are compared with the
//! declared ones. If an update of axum changes one, this test fails.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{
    ConnectInfo, DefaultBodyLimit, FromRequest, MatchedPath, Multipart, NestedPath, OriginalUri,
    Path, Query, RawForm, RawPathParams, RawQuery, Request, State,
};
use axum::handler::Handler;
use axum::http::{HeaderMap, Method, Uri, Version, header};
use axum::routing::any;
use axum::{Extension, Form, Json, Router};
use serde::Deserialize;
use statusbook::__private::handlers::axum::Axum;
use statusbook::__private::handlers::{Extracts, Part};
use statusbook::StatusSet;
use tower::ServiceExt;

#[derive(Deserialize)]
#[allow(dead_code, reason = "only its type is extracted")]
struct Pet {
    age: u8,
}

#[derive(Clone)]
struct Missing;

/// What the extractor is declared to reject requests with.
const fn declared<T, M>() -> Part
where
    T: Extracts<Axum, (), M>,
{
    T::REJECTIONS
}

/// What the extractor `T` responds with to each of the requests.
async fn responses<T, M>() -> StatusSet
where
    T: FromRequest<(), M> + Send + 'static,
    M: Send + 'static,
    Provoked<T>: Handler<(M, T), ()>,
{
    let mut seen = StatusSet::EMPTY;
    for request in requests() {
        let router = Router::new()
            .route("/a/{id}", any(Provoked::<T>(std::marker::PhantomData)))
            .layer(DefaultBodyLimit::max(64));
        let response = router.oneshot(request).await.expect("a response");
        if response.status() != 299 {
            seen = seen.with(response.status().as_u16());
        }
    }
    seen
}

/// A handler that runs only where the extractor does not reject.
struct Provoked<T>(std::marker::PhantomData<fn() -> T>);

impl<T> Clone for Provoked<T> {
    fn clone(&self) -> Self {
        Provoked(std::marker::PhantomData)
    }
}

impl<T, M> Handler<(M, T), ()> for Provoked<T>
where
    T: FromRequest<(), M> + Send + 'static,
    M: Send + 'static,
{
    type Future = std::pin::Pin<Box<dyn Future<Output = axum::response::Response> + Send>>;

    fn call(self, request: Request, (): ()) -> Self::Future {
        use axum::response::IntoResponse;
        Box::pin(async move {
            match T::from_request(request, &()).await {
                Ok(_) => axum::http::StatusCode::from_u16(299)
                    .expect("a status")
                    .into_response(),
                Err(rejection) => rejection.into_response(),
            }
        })
    }
}

/// Methods × paths × media types × bodies, and upgrades.
fn requests() -> Vec<Request> {
    let long = "x".repeat(100);
    let bodies: [(&str, &[u8]); 8] = [
        ("empty", b""),
        ("pet", br#"{"age":1}"#),
        ("no pet", br#"{"age":"old"}"#),
        ("half", br#"{"age":"#),
        ("form", b"age=1"),
        ("no form", b"age=old"),
        ("no text", b"\xff\xfe"),
        ("long", long.as_bytes()),
    ];
    let types = [
        None,
        Some("application/json"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data; boundary=x"),
        Some("multipart/form-data"),
        Some("text/plain"),
    ];
    let mut requests = Vec::new();
    for method in [Method::GET, Method::POST] {
        for path in ["/a/1?age=1", "/a/x?age=old", "/a/%FF", "/a/1"] {
            for media_type in types {
                for (_, body) in bodies {
                    let mut request = Request::builder().method(method.clone()).uri(path);
                    if let Some(media_type) = media_type {
                        request = request.header(header::CONTENT_TYPE, media_type);
                    }
                    requests.push(request.body(Body::from(body.to_vec())).expect("a request"));
                }
                let mut request = Request::builder().method(method.clone()).uri(path);
                if let Some(media_type) = media_type {
                    request = request.header(header::CONTENT_TYPE, media_type);
                }
                requests.push(request.body(broken()).expect("a request"));
            }
        }
        let upgrade = [
            (header::CONNECTION, "upgrade"),
            (header::UPGRADE, "websocket"),
            (header::SEC_WEBSOCKET_VERSION, "13"),
            (header::SEC_WEBSOCKET_KEY, "dGhlIHNhbXBsZSBub25jZQ=="),
        ];
        for fields in 0..=upgrade.len() {
            let mut request = Request::builder().method(method.clone()).uri("/a/1");
            for (name, value) in &upgrade[..fields] {
                request = request.header(name, *value);
            }
            requests.push(request.body(Body::empty()).expect("a request"));
        }
    }
    requests
}

/// A body that breaks off.
fn broken() -> Body {
    struct Broken;
    impl http_body::Body for Broken {
        type Data = axum::body::Bytes;
        type Error = std::io::Error;
        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<Self::Data>, Self::Error>>> {
            std::task::Poll::Ready(Some(Err(std::io::Error::other("broken off"))))
        }
    }
    Body::new(Broken)
}

macro_rules! provoke {
    ($($type:ty,)+) => {{
        let mut differences = BTreeMap::new();
        $(
            let part = declared::<$type, _>();
            let seen = responses::<$type, _>().await;
            let all = part.statuses.union(part.faults);
            if seen.difference(all) != StatusSet::EMPTY {
                differences.insert(stringify!($type), format!("seen {seen}, declared {all}"));
            }
            // What a client can cause has been caused.
            if !part.statuses.is_subset(seen) {
                differences.insert(stringify!($type), format!("seen {seen}, declared {}", part.statuses));
            }
        )+
        differences
    }};
}

#[tokio::test]
async fn every_extractor_rejects_with_what_is_declared() {
    let differences = provoke! {
        Json<Pet>,
        Option<Json<Pet>>,
        Form<Pet>,
        Query<Pet>,
        Path<u32>,
        Path<Pet>,
        Path<(u32, u32)>,
        Option<Path<u32>>,
        RawPathParams,
        axum::body::Bytes,
        String,
        Multipart,
        Option<Multipart>,
        RawForm,
        RawQuery,
        OriginalUri,
        Extension<Missing>,
        Option<Extension<Missing>>,
        ConnectInfo<Missing>,
        MatchedPath,
        NestedPath,
        State<()>,
        WebSocketUpgrade,
        Method,
        Uri,
        Version,
        HeaderMap,
        Request,
        Body,
        (),
        (Method, Query<Pet>),
        (Path<u32>, Json<Pet>),
        Result<Json<Pet>, axum::extract::rejection::JsonRejection>,
    };
    assert!(differences.is_empty(), "{differences:#?}");
}

/// The faults: mistakes in the program, each made here.
#[tokio::test]
async fn faults_are_faults() {
    for (seen, declared) in [
        (
            responses::<Extension<Missing>, _>().await,
            declared::<Extension<Missing>, _>(),
        ),
        (
            responses::<Path<(u32, u32)>, _>().await,
            declared::<Path<(u32, u32)>, _>(),
        ),
        (
            responses::<NestedPath, _>().await,
            declared::<NestedPath, _>(),
        ),
        (
            responses::<ConnectInfo<Missing>, _>().await,
            declared::<ConnectInfo<Missing>, _>(),
        ),
    ] {
        assert!(
            seen.contains(500) && declared.faults.contains(500) && !declared.statuses.contains(500)
        );
    }
}
