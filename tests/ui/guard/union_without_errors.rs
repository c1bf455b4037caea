statusbook::status_table! {
    mod fine { 200 "OK" }
    mod other { 204 "No Content" }
}

fn main() {
    let _ = statusbook::guard!(fine | other);
}
