statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(table = petstore["GET /pet/{petId}"])]
enum GetPet {
    #[status(404, "there is no such pet")]
    NotFound,
    #[status(418, "it is a teapot")]
    Teapot,
}

fn main() {}
