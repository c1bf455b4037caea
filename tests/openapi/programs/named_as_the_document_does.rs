statusbook::status_table! {
    pub mod petstore = "docs/petstore.yaml";
}

fn main() {
    let _ = statusbook::status!(petstore["DELETE /pets/{petId}"], 422);
}
