statusbook::status_table! {
    mod fine { 200 "OK", 204 "No Content" }
}

fn main() {
    let _ = statusbook::guard!(fine);
}
