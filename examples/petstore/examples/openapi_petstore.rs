//! The pet store behind axum: `cargo run --example openapi_petstore`.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use pets::{AddPetError, GetPetError, GivePetError, Pet, Store, edge, petstore};
use statusbook::{Status, guard, status};

fn main() -> io::Result<()> {
    serve(pets::listen()?)
}

/// The routes, with pets of their own.
pub(crate) fn router() -> Router {
    Router::new()
        .route("/pets", get(list).post(add))
        .route("/pets/{id}", get(find).delete(give))
        .with_state(Arc::new(Store::default()))
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    // The router responds by itself too: 404, 405, and 413 where a body is too long.
    let router = router().layer(guard!(petstore | edge).enforce());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router).await
    })
}

async fn list(State(store): State<Arc<Store>>) -> impl IntoResponse {
    status!(petstore::list_pets, 200).with(Json(store.list()))
}

async fn add(
    State(store): State<Arc<Store>>,
    body: Bytes,
) -> Result<impl IntoResponse, AddPetError> {
    let pet = store.add(&body)?;
    Ok(status!(petstore::add_pet, 201).with(Json(pet)))
}

async fn find(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<Json<Pet>, GetPetError> {
    store.get(&id).map(Json)
}

async fn give(
    State(store): State<Arc<Store>>,
    Path(id): Path<String>,
) -> Result<Status, GivePetError> {
    store.give(&id)?;
    Ok(status!(petstore["DELETE /pets/{petId}"], 204))
}
