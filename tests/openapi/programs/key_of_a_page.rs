statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml", section = "Errors";
}

fn main() {}
