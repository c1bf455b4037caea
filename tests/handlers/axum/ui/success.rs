use axum::Json;
use statusbook::{handles, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

#[handles(petstore::add_pet)]
async fn add() -> Json<&'static str> {
    Json("Nora")
}

fn main() {}
