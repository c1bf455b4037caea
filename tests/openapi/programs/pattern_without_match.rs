statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml", operations = ["listPets", "getPat*"];
}

fn main() {}
