use statusbook::status_table;

status_table! {
    mod headings = "docs/billing.md", columns = "Code";
    mod status = "docs/billing.md", columns(reason = "Meaning");
    mod twice = "docs/billing.md", columns(status = "Code", reason = "Code");
    mod word = "docs/billing.md", columns(state = "Code");
    mod three = "docs/billing.md", columns(status = "Code", description = ["A", "B", "C"]);
    mod again = "docs/billing.md", columns(status = "Code"), columns(status = "Code");
    mod comma = "docs/billing.md", columns(status = "Code" reason = "Type");
}

fn main() {}
