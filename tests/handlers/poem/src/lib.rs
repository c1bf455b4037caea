//! Correct handlers, with each form of a signature that `#[handles]` reads.
#![allow(
    unreachable_pub,
    reason = "poem's attribute moves a function into a type"
)]
#![allow(clippy::unused_async, reason = "handlers are asynchronous")]

use poem::handler;
use poem::web::{Data, Json, Path, Query};
use statusbook::{ApiError, ApiResponse, Created, NoContent, handles};
pub use statusbook_test_handlers_support::{GetPetError, Pet, Store, edge, pets};

/// `POST /pets`
#[derive(Debug, ApiError)]
#[api_error(table = pets::add_pet)]
pub enum AddPetError {
    /// Not a pet.
    #[status(400, "not a pet: {0}")]
    Body(String),
    /// Taken.
    #[status(409, "taken")]
    Taken,
}

impl From<poem::Error> for AddPetError {
    fn from(error: poem::Error) -> Self {
        AddPetError::Body(error.to_string())
    }
}

/// Lists.
#[handles(pets::list_pets, exhaustive)]
#[handler]
pub async fn list(_store: Data<&Store>, _pet: Query<Pet>) -> Json<Vec<Pet>> {
    Json(Vec::new())
}

/// Adds.
///
/// # Errors
/// If the name is taken.
#[handles(pets::add_pet, exhaustive)]
#[handler]
pub async fn add(
    Data(_store): Data<&Store>,
    #[into] Json(pet): Json<Pet>,
) -> Result<Created<Json<Pet>>, AddPetError> {
    Ok(Created(Json(pet)))
}

/// Gets.
///
/// # Errors
/// If there is none.
#[handles(pets["GET /pets/{petId}"], exhaustive)]
#[handler]
pub fn get(Path(id): Path<u32>) -> Result<Found, GetPetError> {
    match id {
        0 => Err(GetPetError::Missing),
        _ => Ok(Found::Pet(Json(Pet {
            name: "Nora".to_owned(),
        }))),
    }
}

/// What is found.
#[derive(Debug, ApiResponse)]
pub enum Found {
    /// A pet.
    #[status(200)]
    Pet(Json<Pet>),
}

/// Gives away, and states with what.
///
/// # Errors
/// If there is none.
#[handles(pets::give_pet, declares(204, 404))]
#[handler]
pub async fn give(#[declares(400)] Path(id): Path<u32>) -> Result<NoContent, GetPetError> {
    match id {
        0 => Err(GetPetError::Missing),
        _ => Ok(NoContent),
    }
}

/// Ours may be below poem's too.
#[handler]
#[handles(pets::list_pets)]
pub async fn below(_request: &poem::Request) -> Json<Pet> {
    Json(Pet {
        name: String::new(),
    })
}
