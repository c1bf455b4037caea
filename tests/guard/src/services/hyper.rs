//! The service on plain hyper: a function, with the guard as a tower layer.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;

use http_body_util::{BodyExt, Collected, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use pets::{AddPetError, GetPetError, GivePetError, Store};
use statusbook::IntoResponse;
use statusbook::guard::Guard;
use tower::{Layer, service_fn};

use super::{LONGEST, SECRET};
use crate::{Behaviour, Bomb, behaviour};

/// Serves until the process ends.
pub fn serve(listener: TcpListener, guard: Guard) {
    let store = Arc::new(Store::default());
    super::run(async {
        listener.set_nonblocking(true).expect("a listener");
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            let store = Arc::clone(&store);
            let service = service_fn(move |request| respond(Arc::clone(&store), request));
            let service = TowerToHyperService::new(guard.layer(service));
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    });
}

async fn respond(
    store: Arc<Store>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let path: Vec<&str> = head.uri.path().split('/').skip(1).collect();
    let response = match (&head.method, path.as_slice()) {
        (&Method::GET, ["pets"]) => json(StatusCode::OK, &store.list()),
        (&Method::POST, ["pets"]) => {
            let body = body.collect().await.map(Collected::to_bytes);
            add(&store, &body.unwrap_or_default()).into_response()
        }
        (&Method::GET | &Method::HEAD, ["pets", id]) => match behaviour(id) {
            Behaviour::Store => find(&store, id).into_response(),
            Behaviour::Panic => panic!("{SECRET}"),
            Behaviour::Bomb => Bomb::throw(),
            Behaviour::Slow => {
                tokio::time::sleep(LONGEST * 4).await;
                plain(StatusCode::REQUEST_TIMEOUT, "")
            }
            Behaviour::Foreign(foreign) => Response::builder()
                .status(foreign.code)
                .header("content-type", foreign.media_type)
                .header(foreign.field.0, foreign.field.1)
                .body(Bytes::from(foreign.body))
                .expect("a response"),
        },
        (&Method::DELETE, ["pets", id]) => give(&store, id).into_response(),
        (_, ["pets"] | ["pets", _]) => plain(StatusCode::METHOD_NOT_ALLOWED, "not so"),
        _ => plain(StatusCode::NOT_FOUND, ""),
    };
    Ok(response.map(Full::new))
}

fn add(store: &Store, body: &[u8]) -> Result<Response<Bytes>, AddPetError> {
    Ok(json(StatusCode::CREATED, &store.add(body)?))
}

fn find(store: &Store, id: &str) -> Result<Response<Bytes>, GetPetError> {
    Ok(json(StatusCode::OK, &store.get(id)?))
}

fn give(store: &Store, id: &str) -> Result<Response<Bytes>, GivePetError> {
    store.give(id)?;
    Ok(plain(StatusCode::NO_CONTENT, ""))
}

fn json<T: serde::Serialize>(status: StatusCode, value: &T) -> Response<Bytes> {
    let body = serde_json::to_vec(value).expect("JSON");
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response
}

fn plain(status: StatusCode, text: &'static str) -> Response<Bytes> {
    let mut response = Response::new(text.into());
    *response.status_mut() = status;
    response
}
