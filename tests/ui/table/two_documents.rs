statusbook::status_table! {
    mod api = "docs/status.md" "docs/errors.md";
}

fn main() {}
