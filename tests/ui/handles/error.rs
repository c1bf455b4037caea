use statusbook::{ApiError, Created, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

#[derive(Debug, ApiError)]
#[api_error(table = statusbook::vpn)]
enum AnyError {
    #[status(404)]
    NotFound,
    #[status(409)]
    InUse,
}

#[handles(add_pet)]
async fn add() -> Result<Created<String>, AnyError> {
    Err(AnyError::NotFound)
}

fn main() {
    let _ = AnyError::InUse;
}
