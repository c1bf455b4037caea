statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(table = petstore::get_pet)]
enum GetPet {
    #[status(404, "there is no such pet")]
    NotFound,
}

fn main() {
    let _ = statusbook::status!(petstore::get_pet, 404);
}
