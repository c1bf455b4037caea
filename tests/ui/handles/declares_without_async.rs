use std::future::Future;

use statusbook::{Created, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

#[handles(add_pet, declares(201))]
fn add() -> impl Future<Output = Created> + Send {
    async { Created(()) }
}

fn main() {}
