statusbook::status_table! {
    pub mod all = "docs/billing.md" | statusbook::vpn;
    pub mod other = statusbook::vpn | "docs/billing.md";
}

fn main() {}
