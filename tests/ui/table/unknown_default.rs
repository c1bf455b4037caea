use statusbook::status_table;

status_table! {
    pub mod petstore = "docs/petstore.yaml", default = "ignored";
    pub mod pets = "docs/petstore.yaml", ranges = "expand";
}

fn main() {}
