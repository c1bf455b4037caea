use std::convert::Infallible;

use statusbook::{Accepted, Created, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

type Result<T, E> = std::result::Result<Accepted<T>, E>;

#[handles(add_pet)]
async fn add() -> Result<Created, Infallible> {
    Ok(Accepted(Created(())))
}

fn main() {}
