statusbook::status_table! {
    "docs/billing.md"
}

fn main() {}
