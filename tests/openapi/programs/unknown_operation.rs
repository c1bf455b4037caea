statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

fn main() {
    let _ = statusbook::status!(petstore["GET /pets/{id}"], 404);
}
