//! The gateway service on axum: `cargo run --example axum_gateway`.
//!
//! The compiler checks the responses of the handlers. The guard checks everything else: the layers for
//! tokens, sizes and time, unknown routes, and handlers that panic.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get};
use axum::{Json, Router};
use gateway::{Gateway, GatewayError, Store, Tunnel};
use statusbook::{Created, NoContent, guard, handles, vpn};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

fn main() -> io::Result<()> {
    serve(gateway::listen()?)
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    let router = Router::new()
        .route("/gateways", get(list).post(create))
        .route("/gateways/{id}", delete(remove))
        .route("/gateways/{id}/tunnel", get(tunnel))
        .route("/gateways/{id}/statistics", get(statistics))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_millis(200),
        ))
        .layer(RequestBodyLimitLayer::new(64 * 1024))
        .layer(from_fn(authorize))
        // The last layer is the first to see a request, and the last to see its response.
        .layer(guard!(vpn).enforce())
        .with_state(Arc::new(Store::default()));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router).await
    })
}

#[handles(vpn)]
async fn list(State(store): State<Arc<Store>>) -> Json<Vec<Gateway>> {
    Json(store.list())
}

#[handles(vpn, never(413 = "the guard makes a 400 of it"))]
async fn create(
    State(store): State<Arc<Store>>,
    body: Bytes,
) -> Result<Created<Json<Gateway>>, GatewayError> {
    let gateway = store.create(&body)?;
    Ok(Created(Json(gateway)))
}

#[handles(vpn)]
async fn remove(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<NoContent, GatewayError> {
    store.delete(&id)?;
    Ok(NoContent)
}

#[handles(vpn)]
async fn tunnel(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<Json<Tunnel>, GatewayError> {
    store.tunnel(&id).map(Json)
}

/// Measures traffic. Nobody has seen what it does with these two.
#[handles(vpn)]
async fn statistics(Path(id): Path<String>) -> Json<usize> {
    match id.as_str() {
        "gw-1" => panic!("no statistics of 10.20.30.40"),
        "gw-2" => tokio::time::sleep(Duration::from_secs(90)).await,
        _ => {}
    }
    Json(id.len())
}

/// Lets everybody in who brings no token, so that the service can be tried; a token has to be right.
async fn authorize(request: Request, next: Next) -> Response {
    match request.headers().get(AUTHORIZATION) {
        Some(token) if token != "Bearer office" => {
            let challenge = [(WWW_AUTHENTICATE, "Bearer")];
            (StatusCode::UNAUTHORIZED, challenge, "the token has expired").into_response()
        }
        _ => next.run(request).await,
    }
}
