statusbook::status_table! {
    pub mod billing = concat!("docs/", "billing.md");
}

fn main() {}
