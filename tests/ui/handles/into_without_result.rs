use statusbook::{handles, status_table};

status_table! {
    mod add_pet { 200 "OK", 400 "Bad Request", 409 "Conflict" }
}

#[handles(add_pet)]
async fn add(#[into] name: String) {
    drop(name);
}

fn main() {}
