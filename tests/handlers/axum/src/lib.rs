//! Correct handlers, with each form of a signature that `#[handles]` reads.
#![allow(clippy::unused_async, reason = "handlers are asynchronous")]

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, Query, State};
use statusbook::{ApiError, ApiResponse, Created, NoContent, handles, status_table};
pub use statusbook_test_handlers_support::{Pet, Store, edge, pets};

status_table! {
    /// One operation, without a document.
    pub mod put_pet { 200 "OK", 201 "Created", 204 "No Content", 400 "Bad Request" }
}

/// `POST /pets`
#[derive(Debug, ApiError)]
#[api_error(table = pets::add_pet)]
pub enum AddPetError {
    /// Not a pet.
    #[status(400, "not a pet")]
    Body(#[from] JsonRejection),
    /// Taken.
    #[status(409, "taken")]
    Taken,
}

/// `GET /pets/{petId}`
#[derive(Debug, ApiError)]
#[api_error(table = pets::get_pet)]
pub enum GetPetError {
    /// Not a number.
    #[status(400, "not a number")]
    Number(#[from] PathRejection),
    /// None.
    #[status(404, "no such pet")]
    Missing,
}

/// Lists.
#[handles(pets::list_pets, exhaustive)]
pub async fn list(State(_store): State<Store>, Query(_pet): Query<Pet>) -> Json<Vec<Pet>> {
    Json(Vec::new())
}

/// Adds.
///
/// # Errors
/// If the name is taken.
#[handles(pets::add_pet, exhaustive)]
pub async fn add(
    State(_store): State<Store>,
    #[into] Json(pet): Json<Pet>,
) -> Result<Created<Json<Pet>>, AddPetError> {
    Ok(Created(Json(pet)))
}

/// Gets.
///
/// # Errors
/// If there is none.
#[handles(pets["GET /pets/{petId}"] | edge, exhaustive)]
pub async fn get(Path(_id): Path<u32>, Json(pet): Json<Pet>) -> Result<Json<Pet>, GetPetError> {
    Ok(Json(pet))
}

/// Gives away.
///
/// # Errors
/// If there is none.
#[handles(pets::give_pet, declares(204, 400))]
pub async fn give(#[declares(400)] Path(_id): Path<u32>) -> Result<NoContent, GetPetError> {
    Ok(NoContent)
}

/// `PUT /pets/{petId}`
#[derive(Debug, ApiResponse)]
pub enum PutPet {
    /// A new one.
    #[status(201)]
    Created(Json<Pet>),
    /// The old one has a new name.
    #[status(OK)]
    Renamed {
        /// The pet.
        pet: Json<Pet>,
    },
    /// It was like this.
    #[status(204)]
    Same,
}

/// Puts.
#[handles(put_pet, exhaustive)]
pub async fn put(Path(id): Path<String>) -> PutPet {
    let pet = Json(Pet { name: id });
    match &*pet.name {
        "new" => PutPet::Created(pet),
        "old" => PutPet::Renamed { pet },
        _ => PutPet::Same,
    }
}

/// Any body.
#[derive(Debug, ApiResponse)]
#[status(201)]
pub struct Made<T>(pub T)
where
    T: std::fmt::Debug;

/// Makes.
#[handles(put_pet, with(T = String))]
pub async fn make<T>(Path(_id): Path<T>) -> Made<Json<T>>
where
    T: std::fmt::Debug + Default + Send + 'static,
{
    Made(Json(T::default()))
}
