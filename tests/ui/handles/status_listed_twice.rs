use statusbook::http::Response;
use statusbook::{handles, status_table};

status_table! {
    mod find_gateway { 200 "OK", 404 "Not Found" }
}

#[handles(find_gateway, declares(200, 404, 200))]
fn find() -> Response<String> {
    Response::new(String::new())
}

fn main() {}
