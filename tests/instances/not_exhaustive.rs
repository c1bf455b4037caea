use statusbook::{ApiError, status_table};

status_table! {
    mod small { 404 "Not Found" }
    mod kitchen { 418 "I'm a teapot" }
}

#[derive(Debug, ApiError)]
#[api_error(table = small, exhaustive)]
#[status(transparent)]
struct Everything<E>(E);

#[derive(Debug, ApiError)]
#[api_error(table = small)]
enum Nothing {}

fn main() {
    let status: fn(&Everything<Nothing>) -> statusbook::Status = ApiError::status;
    println!("{status:p}");
}
