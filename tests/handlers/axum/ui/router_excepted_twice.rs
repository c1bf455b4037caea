use axum::Router;
use statusbook::{Created, NoContent, handles, router, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

#[handles(petstore::list_pets)]
async fn list() -> &'static str {
    "none"
}

#[handles(petstore::add_pet)]
async fn add() -> Created {
    Created(())
}

#[handles(petstore::get_pet)]
async fn find() -> &'static str {
    "none"
}

#[handles(petstore::give_pet)]
async fn give() -> NoContent {
    NoContent
}

fn main() {
    let _: Router = router!(petstore: list, add, find, give, except("GET /health" = "a sidecar", "GET /health" = "a probe"));
}
