use axum::extract::State;
use statusbook::{Created, handles, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

#[handles(petstore::add_pet)]
async fn add(State(_): State<u32>, State(_): State<String>) -> Created {
    Created(())
}

fn main() {}
