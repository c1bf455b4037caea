statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(table = petstore)]
enum StoreError {
    #[status(404, "there is no such pet")]
    NoPet,
    #[status(409, "the pet is sold")]
    Sold,
}

#[derive(Debug, ApiError)]
#[api_error(table = petstore::get_pet_by_id, exhaustive)]
enum GetPet {
    #[status(transparent)]
    Store(#[from] StoreError),
}

fn main() {}
