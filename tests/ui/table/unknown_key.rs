statusbook::status_table! {
    pub mod billing = "docs/billing.md", sektion = "Status codes";
}

fn main() {}
