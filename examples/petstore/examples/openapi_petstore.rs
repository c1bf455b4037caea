//! The pet store on axum: `cargo run --example openapi_petstore`.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::{Json, Router};
use pets::{AddPetError, GetPetError, GivePetError, Pet, Store, StoreError, edge, petstore};
use statusbook::{Created, NoContent, guard, handles};

fn main() -> io::Result<()> {
    serve(pets::listen()?)
}

/// The routes, with pets of their own. Paths and methods come from the document, and an operation without a handler
/// does not compile.
pub(crate) fn router() -> Router {
    let router: Router<Arc<Store>> = statusbook::router!(petstore: list, add, find, give);
    router.with_state(Arc::new(Store::default()))
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

#[handles(petstore::list_pets, exhaustive)]
async fn list(State(store): State<Arc<Store>>) -> Json<Vec<Pet>> {
    Json(store.list())
}

/// A body may be too large. `edge` documents the 413 for all operations.
#[handles(petstore::add_pet | edge, exhaustive)]
async fn add(
    State(store): State<Arc<Store>>,
    body: Bytes,
) -> Result<Created<Json<Pet>>, AddPetError> {
    store.add(&body).map(|pet| Created(Json(pet)))
}

#[handles(petstore::get_pet_by_id, exhaustive)]
async fn find(State(store): State<Arc<Store>>, PetId(id): PetId) -> Result<Json<Pet>, GetPetError> {
    store.get(&id).map(Json)
}

#[handles(petstore["DELETE /pets/{petId}"], exhaustive)]
async fn give(
    State(store): State<Arc<Store>>,
    PetId(id): PetId,
) -> Result<NoContent, GivePetError> {
    store.give(&id)?;
    Ok(NoContent)
}

/// The number of a pet, as the path has it. `Path<String>` alone would respond with a 400 to `/pets/%FF`, which no
/// operation documents.
struct PetId(String);

impl<S: Send + Sync> FromRequestParts<S> for PetId {
    type Rejection = StoreError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, StoreError> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(id)) => Ok(PetId(id)),
            Err(_) => Err(StoreError::NoSuchPet(parts.uri.path().to_owned())),
        }
    }
}
