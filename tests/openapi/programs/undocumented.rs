statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

fn main() {
    let _ = statusbook::status!(petstore::get_pet_by_id, 409);
}
