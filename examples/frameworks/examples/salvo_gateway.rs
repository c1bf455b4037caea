//! The gateway service on Salvo: `cargo run -p statusbook-frameworks --example salvo_gateway`.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use gateway::{Gateway, GatewayError, Store, Tunnel};
use salvo::affix_state;
use salvo::conn::tcp::TcpAcceptor;
use salvo::prelude::*;
use statusbook::{Created, NoContent, handles, vpn};

fn main() -> io::Result<()> {
    serve(gateway::listen()?)
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    let router = Router::with_path("gateways")
        .hoop(affix_state::inject(Arc::new(Store::default())))
        .get(list)
        .post(create)
        .push(
            Router::with_path("{id}")
                .delete(remove)
                .push(Router::with_path("tunnel").get(tunnel)),
        );
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let acceptor = TcpAcceptor::try_from(tokio::net::TcpListener::from_std(listener)?)?;
        Server::new(acceptor).serve(router).await;
        Ok(())
    })
}

#[handles(vpn, framework = salvo)]
#[handler]
async fn list(depot: &Depot) -> Result<Json<Vec<Gateway>>, GatewayError> {
    store(depot).map(|store| Json(store.list()))
}

#[handles(vpn, framework = salvo)]
#[handler]
async fn create(
    request: &mut Request,
    depot: &Depot,
) -> Result<Created<Json<Gateway>>, GatewayError> {
    // A body that cannot be read is not a gateway either.
    let body = request.payload().await.cloned().unwrap_or_default();
    let gateway = store(depot)?.create(&body)?;
    Ok(Created(Json(gateway)))
}

#[handles(vpn, framework = salvo)]
#[handler]
async fn remove(request: &mut Request, depot: &Depot) -> Result<NoContent, GatewayError> {
    store(depot)?.delete(&id(request))?;
    Ok(NoContent)
}

#[handles(vpn, framework = salvo)]
#[handler]
async fn tunnel(request: &mut Request, depot: &Depot) -> Result<Json<Tunnel>, GatewayError> {
    store(depot)?.tunnel(&id(request)).map(Json)
}

fn store(depot: &Depot) -> Result<&Store, GatewayError> {
    let store = depot.get_typed::<Arc<Store>>();
    store
        .map(Arc::as_ref)
        .map_err(|_| GatewayError::Unconfigured)
}

fn id(request: &Request) -> String {
    request.param("id").unwrap_or_default()
}
