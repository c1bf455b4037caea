//! The service on warp. Its filters are a tower service, and the guard is a layer around it.

use std::net::TcpListener;
use std::sync::Arc;

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use pets::{AddPetError, GivePetError, Store};
use statusbook::guard::Guard;
use tower::Layer;
use warp::http::StatusCode;
use warp::hyper::body::Bytes;
use warp::reply::{Reply, Response, json, with_status};
use warp::{Filter, path};

use super::SECRET;
use crate::{Behaviour, Bomb, behaviour};

/// Serves until the process ends.
pub fn serve(listener: TcpListener, guard: Guard) {
    let store = Arc::new(Store::default());
    let store = warp::any().map(move || Arc::clone(&store));
    let list = path!("pets")
        .and(warp::get())
        .and(store.clone())
        .map(|store: Arc<Store>| json(&store.list()));
    let add = path!("pets")
        .and(warp::post())
        .and(store.clone())
        .and(warp::body::bytes())
        .map(|store: Arc<Store>, body: Bytes| add(&store, &body));
    let find = path!("pets" / String)
        .and(warp::get().or(warp::head()).unify())
        .and(store.clone())
        .map(|id: String, store: Arc<Store>| find(&id, &store));
    let give = path!("pets" / String)
        .and(warp::delete())
        .and(store)
        .map(|id: String, store: Arc<Store>| give(&id, &store));
    let routes = list.or(add).or(find).or(give);
    super::run(async {
        listener.set_nonblocking(true).expect("a listener");
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            let service = guard.layer(warp::service(routes.clone()));
            let service = TowerToHyperService::new(service);
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    });
}

fn add(store: &Store, body: &[u8]) -> Result<Response, AddPetError> {
    let pet = store.add(body)?;
    Ok(with_status(json(&pet), StatusCode::CREATED).into_response())
}

fn find(id: &str, store: &Store) -> Response {
    match behaviour(id) {
        Behaviour::Store => store.get(id).map(|pet| json(&pet)).into_response(),
        Behaviour::Panic => panic!("{SECRET}"),
        Behaviour::Bomb => Bomb::throw(),
        Behaviour::Slow => StatusCode::REQUEST_TIMEOUT.into_response(),
        Behaviour::Foreign(foreign) => {
            let response = warp::http::Response::builder()
                .status(foreign.code)
                .header("content-type", foreign.media_type)
                .header(foreign.field.0, foreign.field.1)
                .body(foreign.body);
            response.expect("a response").into_response()
        }
    }
}

fn give(id: &str, store: &Store) -> Result<Response, GivePetError> {
    store.give(id)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
