//! The gateways behind poem: `cargo run -p statusbook-frameworks --example poem_gateway`.

#![allow(
    clippy::needless_pass_by_value,
    reason = "poem's handlers take what they extract"
)]

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use gateway::{Gateway, GatewayError, Store, Tunnel};
use poem::listener::TcpAcceptor;
use poem::web::{Data, Json, Path};
use poem::{Body, EndpointExt, IntoResponse, Route, Server, delete, get, handler};
use statusbook::{Status, status, vpn};

fn main() -> io::Result<()> {
    serve(gateway::listen()?)
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    let routes = Route::new()
        .at("/gateways", get(list).post(create))
        .at("/gateways/:id", delete(remove))
        .at("/gateways/:id/tunnel", get(tunnel))
        .data(Arc::new(Store::default()));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let acceptor = TcpAcceptor::from_std(listener)?;
        Server::new_with_acceptor(acceptor).run(routes).await
    })
}

#[handler]
fn list(store: Data<&Arc<Store>>) -> Json<Vec<Gateway>> {
    Json(store.list())
}

#[handler]
async fn create(store: Data<&Arc<Store>>, body: Body) -> poem::Result<impl IntoResponse> {
    let body = body.into_bytes().await?;
    let gateway = store.create(&body)?;
    Ok(status!(vpn, POST 201).with(Json(gateway)))
}

#[handler]
fn remove(store: Data<&Arc<Store>>, id: Path<String>) -> Result<Status, GatewayError> {
    store.delete(&id)?;
    Ok(status!(vpn, DELETE 204))
}

#[handler]
fn tunnel(store: Data<&Arc<Store>>, id: Path<String>) -> Result<Json<Tunnel>, GatewayError> {
    store.tunnel(&id).map(Json)
}
