//! Every extractor that poem ships is provoked into each of its rejections, which are compared with the
//! declared ones. If an update of poem changes one, this test fails.

use std::collections::BTreeMap;

use poem::http::{HeaderMap, Method, Uri, Version, header};
use poem::web::cookie::Cookie;
use poem::web::headers::ContentLength;
use poem::web::{
    Accept, Data, Form, Json, LocalAddr, Multipart, Path, Query, RealIp, RemoteAddr, TypedHeader,
};
use poem::{Body, FromRequest, Request};
use serde::Deserialize;
use statusbook::__private::handlers::poem::Poem;
use statusbook::__private::handlers::{Extracts, Part};
use statusbook::StatusSet;
use statusbook::bytes::Bytes;

#[derive(Deserialize)]
#[allow(dead_code, reason = "only its type is extracted")]
struct Pet {
    age: u8,
}

/// What the extractor is declared to reject requests with.
const fn declared<T, M>() -> Part
where
    T: Extracts<Poem, (), M>,
{
    T::REJECTIONS
}

/// Methods × paths × media types × bodies.
fn requests() -> Vec<(Request, poem::RequestBody)> {
    let bodies: [&[u8]; 6] = [
        b"",
        br#"{"age":1}"#,
        br#"{"age":"old"}"#,
        br#"{"age":"#,
        b"age=old",
        b"\xff\xfe",
    ];
    let types = [
        None,
        Some("application/json"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data"),
        Some("multipart/form-data; boundary=x"),
    ];
    let mut requests = Vec::new();
    for method in [Method::GET, Method::POST] {
        for path in ["/a?age=1", "/a?age=old"] {
            for media_type in types {
                for body in bodies.map(Some).into_iter().chain([None]) {
                    let mut request = Request::builder()
                        .method(method.clone())
                        .uri(path.parse().expect("a path"));
                    if let Some(media_type) = media_type {
                        request = request.header(header::CONTENT_TYPE, media_type);
                    }
                    if body.is_some_and(<[u8]>::is_empty) {
                        request = request
                            .header(header::CONTENT_LENGTH, "long")
                            .header(header::COOKIE, "=");
                    }
                    let body = match body {
                        Some(body) => Body::from(body.to_vec()),
                        // One that breaks off.
                        None => Body::from_bytes_stream(BrokenOff),
                    };
                    requests.push(request.body(body).split());
                }
            }
        }
    }
    requests
}

struct BrokenOff;

impl futures_core::Stream for BrokenOff {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(Some(Err(std::io::Error::other("broken off"))))
    }
}

macro_rules! provoke {
    ($($type:ty,)+) => {{
        let mut differences = BTreeMap::new();
        $(
            let part = declared::<$type, _>();
            let mut seen = StatusSet::EMPTY;
            for (request, mut body) in requests() {
                if let Err(error) = <$type as FromRequest<'_>>::from_request(&request, &mut body).await {
                    seen = seen.with(error.status().as_u16());
                }
            }
            let all = part.statuses.union(part.faults);
            if !seen.is_subset(all) || !part.statuses.is_subset(seen) {
                differences.insert(stringify!($type), format!("seen {seen}, declared {all}"));
            }
        )+
        differences
    }};
}

#[tokio::test]
async fn every_extractor_rejects_with_what_is_declared() {
    let differences = provoke! {
        Json<Pet>,
        Form<Pet>,
        Query<Pet>,
        Path<u32>,
        String,
        Bytes,
        Vec<u8>,
        Body,
        Multipart,
        Cookie,
        TypedHeader<ContentLength>,
        Data<&Pet>,
        &Request,
        &Uri,
        Method,
        Version,
        &HeaderMap,
        &RemoteAddr,
        &LocalAddr,
        Accept,
        RealIp,
        Option<Json<Pet>>,
        poem::Result<Json<Pet>>,
    };
    assert!(differences.is_empty(), "{differences:#?}");
}
