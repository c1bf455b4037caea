use statusbook::status_table;

status_table! {
    mod add_pet { 201 "Created", 400 "Bad Request", 409 "Conflict" }
}

mod pets {
    use statusbook::{Accepted, handles};

    #[handles(super::add_pet)]
    pub async fn add() -> Accepted {
        Accepted(())
    }
}

fn main() {}
