use axum::Json;
use axum::http::StatusCode;
use statusbook::{handles, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

#[handles(petstore::add_pet)]
async fn add() -> (StatusCode, Json<&'static str>) {
    (StatusCode::CREATED, Json("Nora"))
}

fn main() {}
