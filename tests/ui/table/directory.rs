statusbook::status_table! {
    pub mod billing = "tests/ui";
}

fn main() {}
