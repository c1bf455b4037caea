use axum::Json;
use statusbook::{Created, handles, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

#[handles(petstore::add_pet)]
async fn add(#[into] Json(pet): Json<String>) -> Created<String> {
    Created(pet)
}

fn main() {}
