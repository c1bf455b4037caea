statusbook::status_table! {
    pub mod first = 5;
    pub mod second { 404 "Not Found" => "a" "b" }
    pub mod third = "docs/no_such_file.md", section = "a", section = "b";
    pub mod fourth { 409 "Conflict" }
}

fn main() {
    let _ = statusbook::status!(fourth, 409);
}
