use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use statusbook::{ApiError, Created, handles, status_table};

status_table! {
    pub mod petstore = "documents/pets.yaml";
}

#[derive(Debug, ApiError)]
#[api_error(table = petstore::add_pet)]
#[status(400)]
struct NoToken;

struct Token;

impl<S: Sync> FromRequestParts<S> for Token
where
    u32: FromRef<S>,
{
    type Rejection = NoToken;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, NoToken> {
        Err(NoToken)
    }
}

#[handles(petstore::add_pet)]
async fn add(_: Token) -> Created {
    Created(())
}

fn main() {}
