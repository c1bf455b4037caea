statusbook::status_table! {
    pub mod edge {
        404 "Not Found", "There is no such thing.",
    }
}

fn main() {}
