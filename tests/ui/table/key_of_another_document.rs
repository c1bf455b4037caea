use statusbook::status_table;

status_table! {
    pub mod page = "docs/billing.md", ranges = "ignore";
    pub mod petstore = "docs/petstore.yaml", columns(status = "Code");
}

fn main() {}
