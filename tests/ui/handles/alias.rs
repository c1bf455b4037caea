use statusbook::{ApiError, Created, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

#[derive(Debug, ApiError)]
#[api_error(table = statusbook::vpn)]
#[status(404)]
struct NotFound;

type Outcome<T> = Result<T, NotFound>;

#[handles(add_pet)]
async fn add() -> Outcome<Created<String>> {
    Err(NotFound)
}

fn main() {}
