statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(table = petstore::get_pet_by_id)]
enum GetPet {
    #[status(404, "there is no pet `{0}`")]
    NotFound(u32),
    #[status(409, "the pet is being washed")]
    Busy,
}

fn main() {}
