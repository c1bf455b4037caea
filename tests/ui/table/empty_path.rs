statusbook::status_table! {
    pub mod billing = "";
}

fn main() {}
