use statusbook::{Created, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
    mod edge { 429 "Too Many Requests" }
}

#[handles(add_pet)]
#[handles(edge)]
async fn add() -> Created {
    Created(())
}

fn main() {}
