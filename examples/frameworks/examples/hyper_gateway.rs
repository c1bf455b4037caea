//! The gateway service on plain hyper, which needs no feature: `cargo run -p statusbook-frameworks --example
//! hyper_gateway`.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use gateway::{GatewayError, Store};
use http_body_util::{BodyExt, Collected, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use statusbook::{IntoResponse, Status, status, vpn};

fn main() -> io::Result<()> {
    serve(gateway::listen()?)
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    let store = Arc::new(Store::default());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            let (stream, _) = listener.accept().await?;
            let store = Arc::clone(&store);
            let service = service_fn(move |request| respond(Arc::clone(&store), request));
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    })
}

async fn respond(
    store: Arc<Store>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let response = route(&store, request).await.into_response();
    Ok(response.map(Full::new))
}

async fn route(store: &Store, request: Request<Incoming>) -> Result<Response<Bytes>, GatewayError> {
    let (head, body) = request.into_parts();
    let path: Vec<&str> = head.uri.path().split('/').skip(1).collect();
    match (&head.method, path.as_slice()) {
        (&Method::GET, ["gateways"]) => json(status!(vpn, GET 200), &store.list()),
        (&Method::POST, ["gateways"]) => {
            // A body that cannot be read is not a gateway either.
            let body = body.collect().await.map(Collected::to_bytes);
            let gateway = store.create(&body.unwrap_or_default())?;
            json(status!(vpn, POST 201), &gateway)
        }
        (&Method::DELETE, ["gateways", id]) => {
            store.delete(id)?;
            Ok(status!(vpn, DELETE 204).into_response())
        }
        (&Method::GET, ["gateways", id, "tunnel"]) => {
            json(status!(vpn, GET 200), &store.tunnel(id)?)
        }
        _ => Ok(status!(vpn, 404).into_response()),
    }
}

fn json<T: serde::Serialize>(status: Status, value: &T) -> Result<Response<Bytes>, GatewayError> {
    let mut response = Response::new(serde_json::to_vec(value)?.into());
    *response.status_mut() = status.into();
    let media_type = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, media_type);
    Ok(response)
}
