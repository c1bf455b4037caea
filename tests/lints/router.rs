//! A router and a guard, for the matrix of lints.

use axum::Router;
use statusbook::{Created, NoContent, handles, status_table};

status_table! {
    /// Pets, with a table for each endpoint.
    pub mod pets = "docs/pets.md";
}

/// Adds a pet.
#[handles(pets::post_pets, exhaustive(except(500)))]
pub async fn add() -> Created<String> {
    Created(String::new())
}

/// Gives a pet away.
#[handles(pets["DELETE /pets/{id}"], exhaustive(except(500)))]
pub async fn give() -> NoContent {
    NoContent
}

/// Both handlers behind the guard.
pub fn service() -> Router {
    let router: Router = statusbook::router!(pets: add, give, except("GET /pets" = "another service has it"));
    router.layer(statusbook::guard!(pets))
}
