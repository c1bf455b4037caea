statusbook::status_table! {
    pub mod billing = docs/billing.md;
}

fn main() {}
