statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(table = petstore["GET /pets/{petId}"])]
enum GetPet {
    #[status(CONFLICT, "the pet is being washed")]
    Busy,
    #[status(200, "fine")]
    Fine,
}

fn main() {}
