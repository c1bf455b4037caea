statusbook::status_table! {
    pub mod billing = "docs/billing.md" section = "Errors";
}

fn main() {}
