use statusbook::{status, status_table};

status_table! {
    mod strict = statusbook::vpn & { 404, 418 };
}

// No second error: the table has what was refused.
const TEAPOT: statusbook::Status = status!(strict, 418);

fn main() {
    let _ = TEAPOT;
}
