use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use statusbook::{Created, handles, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

struct Token;

impl<S: Sync> FromRequestParts<S> for Token {
    type Rejection = StatusCode;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        Err(StatusCode::UNAUTHORIZED)
    }
}

#[handles(petstore::add_pet)]
async fn add(_: Token) -> Created {
    Created(())
}

fn main() {}
