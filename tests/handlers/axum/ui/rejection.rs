use axum::Json;
use statusbook::{ApiError, Created, handles, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

#[derive(Debug, ApiError)]
#[api_error(table = petstore::add_pet)]
#[status(409)]
struct Taken;

#[handles(petstore::add_pet)]
async fn add(Json(pet): Json<String>) -> Result<Created<Json<String>>, Taken> {
    Ok(Created(Json(pet)))
}

fn main() {}
