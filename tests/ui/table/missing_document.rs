use statusbook::{status, status_table};

status_table! {
    pub mod billing = "docs/no_such_file.md";
}

fn main() {
    // The document is to blame, not its users.
    let _ = status!(billing, 404);
    let _ = billing::NOT_FOUND;
}
