//! The service on poem.

use std::net::TcpListener;
use std::sync::Arc;

use pets::Store;
use poem::http::StatusCode;
use poem::http::header::AUTHORIZATION;
use poem::listener::TcpAcceptor;
use poem::middleware::{Cors, SizeLimit};
use poem::web::{Data, Json, Path};
use poem::{
    Endpoint, EndpointExt, Error, IntoResponse, Request, Response, Route, Server, get, handler,
};
use statusbook::guard::Guard;

use super::{LARGEST, LONGEST, SECRET, is_allowed};
use crate::{Behaviour, Bomb, behaviour};

/// Serves until the process ends.
pub fn serve(listener: TcpListener, guard: Guard) {
    let routes = Route::new()
        .at("/pets", get(list).post(add))
        .at("/pets/:id", get(find).delete(give))
        .data(Arc::new(Store::default()))
        .around(end)
        .with(SizeLimit::new(LARGEST))
        .around(authorize)
        .with(Cors::new())
        .with(guard);
    super::run(async {
        listener.set_nonblocking(true).expect("a listener");
        let acceptor = TcpAcceptor::from_std(listener).expect("a listener");
        let server = Server::new_with_acceptor(acceptor);
        server.run(routes).await.expect("the service runs");
    });
}

async fn end<E: Endpoint>(next: Arc<E>, request: Request) -> poem::Result<Response> {
    match tokio::time::timeout(LONGEST, next.call(request)).await {
        Ok(response) => response.map(IntoResponse::into_response),
        Err(_) => Err(Error::from_string("too slow", StatusCode::REQUEST_TIMEOUT)),
    }
}

async fn authorize<E: Endpoint>(next: Arc<E>, request: Request) -> poem::Result<Response> {
    let token = request
        .headers()
        .get(AUTHORIZATION)
        .map(|value| value.to_str().unwrap_or(""));
    if is_allowed(token) {
        return next.call(request).await.map(IntoResponse::into_response);
    }
    let response = "no token"
        .with_status(StatusCode::UNAUTHORIZED)
        .with_header("www-authenticate", "Bearer");
    Ok(response.into_response())
}

#[handler]
fn list(store: Data<&Arc<Store>>) -> impl IntoResponse {
    Json(store.list())
}

#[handler]
fn add(store: Data<&Arc<Store>>, pet: Json<serde_json::Value>) -> poem::Result<Response> {
    let pet = store.add(pet.to_string().as_bytes())?;
    Ok(Json(pet).with_status(StatusCode::CREATED).into_response())
}

#[handler]
async fn find(store: Data<&Arc<Store>>, id: Path<String>) -> poem::Result<Response> {
    match behaviour(&id) {
        Behaviour::Store => Ok(store.get(&id).map(Json)?.into_response()),
        Behaviour::Panic => panic!("{SECRET}"),
        Behaviour::Bomb => Bomb::throw(),
        Behaviour::Slow => {
            tokio::time::sleep(LONGEST * 4).await;
            Ok(Response::default())
        }
        Behaviour::Foreign(foreign) => Ok(Response::builder()
            .status(StatusCode::from_u16(foreign.code).expect("a code"))
            .header("content-type", foreign.media_type)
            .header(foreign.field.0, foreign.field.1)
            .body(foreign.body)),
    }
}

#[handler]
fn give(store: Data<&Arc<Store>>, id: Path<String>) -> poem::Result<StatusCode> {
    store.give(&id)?;
    Ok(StatusCode::NO_CONTENT)
}
