use statusbook::{Created, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

#[handles(exhaustive)]
async fn add() -> Created {
    Created(())
}

fn main() {
    let _ = add_pet::CREATED;
}
