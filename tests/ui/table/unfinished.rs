statusbook::status_table! {
    pub mod edge { 404 "Not Found" }
    pub mod all = edge |
}

fn main() {}
