use statusbook::status_table;

status_table! {
    pub mod section = "docs/billing.md", section "Errors";
    pub mod word = "docs/billing.md", section = Errors;
    pub mod body = "docs/billing.md", body = "CodeMessage";
    pub mod default = "docs/billing.yaml", default = ignore;
    pub mod operations = "docs/billing.yaml", operations = "getPet";
    pub mod list = "docs/billing.yaml", operations = [getPet];
    pub mod nothing = "docs/billing.md", "Errors";
    pub mod comma = "docs/billing.md",
    pub mod next = "docs/billing.md";
}

fn main() {}
