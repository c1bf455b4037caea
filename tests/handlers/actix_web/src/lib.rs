//! Correct handlers, with each form of a signature that `#[handles]` reads.
#![allow(
    unreachable_pub,
    reason = "actix-web's attributes move a function into another"
)]
#![allow(clippy::unused_async, reason = "handlers are asynchronous")]

use actix_web::web::{Data, Json, Path, Query};
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

impl From<actix_web::Error> for AddPetError {
    fn from(error: actix_web::Error) -> Self {
        AddPetError::Body(error.to_string())
    }
}

/// Lists.
#[handles(pets::list_pets, exhaustive)]
pub async fn list(_store: Data<Store>, _pet: Query<Pet>) -> Json<Vec<Pet>> {
    Json(Vec::new())
}

/// Adds.
///
/// # Errors
/// If the name is taken.
#[handles(pets::add_pet, exhaustive)]
pub async fn add(
    _store: Data<Store>,
    #[into] Json(pet): Json<Pet>,
) -> Result<Created<Json<Pet>>, AddPetError> {
    Ok(Created(Json(pet)))
}

/// Gets.
///
/// # Errors
/// If there is none.
#[handles(pets["GET /pets/{petId}"], exhaustive)]
pub async fn get(id: Path<u32>) -> Result<Found, GetPetError> {
    match *id {
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

/// Gives away. `Ok(())` is a 204 in actix-web.
///
/// # Errors
/// If there is none.
#[handles(pets::give_pet, exhaustive)]
pub async fn give(_id: Path<u32>) -> Result<(), GetPetError> {
    Ok(())
}

/// States its statuses.
///
/// # Errors
/// If there is none.
#[handles(pets::give_pet, declares(204, 400))]
pub async fn declared(#[declares(404)] _id: Path<u32>) -> Result<NoContent, GetPetError> {
    Ok(NoContent)
}

/// With actix-web's own attribute, on either side of ours.
#[handles(pets::list_pets)]
#[actix_web::get("/above")]
pub async fn above() -> Json<Pet> {
    Json(Pet {
        name: String::new(),
    })
}

/// With actix-web's own attribute, on either side of ours.
#[actix_web::get("/below")]
#[handles(pets::list_pets)]
pub async fn below() -> Json<Pet> {
    Json(Pet {
        name: String::new(),
    })
}
