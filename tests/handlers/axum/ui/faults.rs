use axum::Extension;
use statusbook::{Created, handles, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

#[handles(petstore::add_pet, faults)]
async fn add(Extension(_): Extension<u32>) -> Created {
    Created(())
}

fn main() {}
