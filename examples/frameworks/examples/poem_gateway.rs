//! The gateway service on poem: `cargo run -p statusbook-frameworks --example poem_gateway`.

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
use poem::{EndpointExt, Route, Server, delete, get, handler};
use statusbook::bytes::Bytes;
use statusbook::{Created, NoContent, handles, vpn};

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

#[handles(vpn)]
#[handler]
fn list(store: Data<&Arc<Store>>) -> Json<Vec<Gateway>> {
    Json(store.list())
}

#[handles(vpn)]
#[handler]
fn create(store: Data<&Arc<Store>>, body: Bytes) -> Result<Created<Json<Gateway>>, GatewayError> {
    let gateway = store.create(&body)?;
    Ok(Created(Json(gateway)))
}

#[handles(vpn)]
#[handler]
fn remove(store: Data<&Arc<Store>>, id: Path<String>) -> Result<NoContent, GatewayError> {
    store.delete(&id)?;
    Ok(NoContent)
}

#[handles(vpn)]
#[handler]
fn tunnel(store: Data<&Arc<Store>>, id: Path<String>) -> Result<Json<Tunnel>, GatewayError> {
    store.tunnel(&id).map(Json)
}
