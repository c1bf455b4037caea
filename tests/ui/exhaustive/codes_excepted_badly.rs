use statusbook::{ApiError, assert_exhaustive, status_table};

status_table! {
    mod api { 404 "Not Found", 409 "Conflict" }
}

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(codes, except("API.0001", 409, "API.0001")))]
#[status(404)]
struct Twice;

#[derive(Debug, ApiError)]
#[api_error(table = api, exhaustive(except("API.0001", 409)))]
#[status(404)]
struct WithoutCodes;

#[derive(Debug, ApiError)]
#[api_error(table = api)]
#[status(404)]
struct Missing;

assert_exhaustive!(api, Missing, codes, except("API.0001", "API.0001"));
assert_exhaustive!(api, Missing, except("API.0001"));

fn main() {}
