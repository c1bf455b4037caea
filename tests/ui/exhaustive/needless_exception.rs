use statusbook::{ApiError, assert_exhaustive, status_table};

status_table! {
    mod api { 404 "Not Found", 409 "Conflict" }
}

#[derive(Debug, ApiError)]
#[api_error(table = api)]
enum GatewayError {
    #[status(404)]
    NotFound,
    #[status(409)]
    InUse,
}

assert_exhaustive!(api, GatewayError, except(409));
assert_exhaustive!(api, GatewayError, except(503));

fn main() {}
