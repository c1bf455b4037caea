use statusbook::{Created, handles, status_table};

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

pub struct Pets;

impl Pets {
    #[handles(add_pet)]
    async fn add() -> Created {
        Created(())
    }

    #[handles(add_pet)]
    pub async fn create() -> Created {
        Created(())
    }
}

fn main() {}
