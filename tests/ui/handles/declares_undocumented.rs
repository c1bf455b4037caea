use statusbook::bytes::Bytes;
use statusbook::http::Response;
use statusbook::{handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

#[handles(add_pet, declares(201, 404))]
async fn add() -> Response<Bytes> {
    Response::default()
}

fn main() {}
