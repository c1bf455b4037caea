//! The gateway service on warp: `cargo run -p statusbook-frameworks --example warp_gateway`.

#![allow(
    clippy::needless_pass_by_value,
    reason = "warp's filters hand over what they extract"
)]

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use gateway::{GatewayError, Store};
use statusbook::{Created, NoContent, handles, vpn};
use warp::hyper::body::Bytes;
use warp::reply::{Json, json};
use warp::{Filter, path};

fn main() -> io::Result<()> {
    serve(gateway::listen()?)
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    let store = Arc::new(Store::default());
    let store = warp::any().map(move || Arc::clone(&store));
    let list = warp::path!("gateways")
        .and(warp::get())
        .and(store.clone())
        .map(|store: Arc<Store>| json(&store.list()));
    let create = warp::path!("gateways")
        .and(warp::post())
        .and(store.clone())
        .and(warp::body::bytes())
        .map(create);
    let remove = path!("gateways" / String)
        .and(warp::delete())
        .and(store.clone())
        .map(remove);
    let tunnel = path!("gateways" / String / "tunnel")
        .and(warp::get())
        .and(store)
        .map(tunnel);
    let routes = list.or(create).or(remove).or(tunnel);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        warp::serve(routes).incoming(listener).run().await;
        Ok(())
    })
}

#[handles(vpn, framework = warp)]
fn create(store: Arc<Store>, body: Bytes) -> Result<Created<Json>, GatewayError> {
    let gateway = store.create(&body)?;
    Ok(Created(json(&gateway)))
}

#[handles(vpn, framework = warp)]
fn remove(id: String, store: Arc<Store>) -> Result<NoContent, GatewayError> {
    store.delete(&id)?;
    Ok(NoContent)
}

#[handles(vpn, framework = warp)]
fn tunnel(id: String, store: Arc<Store>) -> Result<Json, GatewayError> {
    store.tunnel(&id).map(|tunnel| json(&tunnel))
}
