use statusbook::{Accepted, ApiError, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

#[derive(Debug, ApiError)]
#[api_error(table = statusbook::vpn)]
#[status(404)]
struct NotFound;

#[handles(add_pet, exhaustive, never(500 = "we never fail"))]
async fn add() -> Result<Accepted, NotFound> {
    Err(NotFound)
}

fn main() {}
