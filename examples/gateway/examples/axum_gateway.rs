//! The gateways behind axum: `cargo run --example axum_gateway`.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::{delete, get};
use axum::{Json, Router};
use gateway::{Gateway, GatewayError, Store, Tunnel};
use statusbook::{Status, status, vpn};

fn main() -> io::Result<()> {
    serve(gateway::listen()?)
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    let router = Router::new()
        .route("/gateways", get(list).post(create))
        .route("/gateways/{id}", delete(remove))
        .route("/gateways/{id}/tunnel", get(tunnel))
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

async fn list(State(store): State<Arc<Store>>) -> Json<Vec<Gateway>> {
    Json(store.list())
}

async fn create(
    State(store): State<Arc<Store>>,
    body: Bytes,
) -> Result<impl IntoResponse, GatewayError> {
    let gateway = store.create(&body)?;
    Ok(status!(vpn, POST 201).with(Json(gateway)))
}

async fn remove(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<Status, GatewayError> {
    store.delete(&id)?;
    Ok(status!(vpn, DELETE 204))
}

async fn tunnel(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<Json<Tunnel>, GatewayError> {
    store.tunnel(&id).map(Json)
}
