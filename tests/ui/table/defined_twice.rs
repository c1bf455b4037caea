statusbook::status_table! {
    pub mod edge { 404 "Not Found" }
    pub mod edge { 409 "Conflict" }
}

fn main() {}
