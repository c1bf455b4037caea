statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

fn main() {
    let _ = statusbook::status!(petstore["getPet"], 404);
    let _ = statusbook::status!(petstore["/pets"], 404);
}
