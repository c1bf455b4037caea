//! Every extractor that actix-web ships is provoked into each of its rejections, which are compared with the
//! declared ones. If an update of actix-web changes one, this test fails.

use std::collections::BTreeMap;

use actix_web::dev::{ConnectionInfo, PeerAddr};
use actix_web::http::{Method, Uri, header};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::{
    self, Bytes, Data, Either, Form, FormConfig, Header, Json, JsonConfig, Path, Payload,
    PayloadConfig, Query, ReqData, ThinData,
};
use actix_web::{App, FromRequest, HttpRequest, HttpResponse};
use serde::Deserialize;
use statusbook::__private::handlers::actix_web::ActixWeb;
use statusbook::__private::handlers::{Extracts, Part};
use statusbook::StatusSet;

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
    T: Extracts<ActixWeb, (), M>,
{
    T::REJECTIONS
}

/// What the extractor `T` responds with to each of the requests.
async fn responses<T: FromRequest + 'static>() -> StatusSet {
    let handler = |_: T| std::future::ready(HttpResponse::Accepted());
    let app = App::new()
        .app_data(JsonConfig::default().limit(64))
        .app_data(FormConfig::default().limit(64))
        .app_data(PayloadConfig::new(64))
        .route("/a/{id}", web::to(handler));
    let app = init_service(app).await;
    let mut seen = StatusSet::EMPTY;
    for request in requests() {
        let response = call_service(&app, request.to_request()).await;
        if response.status() != 202 {
            seen = seen.with(response.status().as_u16());
        }
    }
    seen
}

/// Paths × media types × bodies.
fn requests() -> Vec<TestRequest> {
    let long = "x".repeat(100);
    let bodies: [&[u8]; 6] = [
        br#"{"age":1}"#,
        br#"{"age":"old"}"#,
        br#"{"age":"#,
        b"age=old",
        b"\xff\xfe",
        long.as_bytes(),
    ];
    let types = [
        "",
        "application/json",
        "application/x-www-form-urlencoded",
        "text/plain",
    ];
    let mut requests = Vec::new();
    for path in ["/a/1?age=1", "/a/x?age=old"] {
        for media_type in types {
            for body in bodies {
                for length in [None, Some("100"), Some("long")] {
                    let mut request = TestRequest::with_uri(path).method(Method::POST);
                    request = request.set_payload(body.to_vec());
                    if !media_type.is_empty() {
                        request = request.insert_header((header::CONTENT_TYPE, media_type));
                    }
                    if let Some(length) = length {
                        request = request.insert_header((header::CONTENT_LENGTH, length));
                    }
                    requests.push(request.insert_header((header::IF_MODIFIED_SINCE, "never")));
                }
            }
        }
    }
    requests
}

macro_rules! provoke {
    ($($type:ty,)+) => {{
        let mut differences = BTreeMap::new();
        $(
            let part = declared::<$type, _>();
            let seen = responses::<$type>().await;
            let all = part.statuses.union(part.faults);
            if !seen.is_subset(all) || !part.statuses.is_subset(seen) {
                differences.insert(stringify!($type), format!("seen {seen}, declared {all}"));
            }
        )+
        differences
    }};
}

#[actix_web::test]
async fn every_extractor_rejects_with_what_is_declared() {
    let differences = provoke! {
        Json<Pet>,
        Form<Pet>,
        Query<Pet>,
        Path<u32>,
        Bytes,
        String,
        Payload,
        Header<header::IfModifiedSince>,
        Data<Missing>,
        ThinData<Missing>,
        ReqData<Missing>,
        PeerAddr,
        ConnectionInfo,
        HttpRequest,
        Method,
        Uri,
        (),
        (Method, Query<Pet>),
        (Path<u32>, Json<Pet>),
        Either<Json<Pet>, Form<Pet>>,
        Option<Json<Pet>>,
        Result<Json<Pet>, actix_web::Error>,
    };
    assert!(differences.is_empty(), "{differences:#?}");
}
