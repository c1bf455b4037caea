use statusbook::{ApiError, assert_exhaustive, status_table};

status_table! {
    mod api { 404 "Not Found", 409 "Conflict" }
}

#[derive(Debug, ApiError)]
#[api_error(table = api)]
#[status(404)]
struct Missing;

assert_exhaustive!(api, Missing, except(409, 409));
assert_exhaustive!(api, Missing, except());
assert_exhaustive!(api, Missing, expect(409));
assert_exhaustive!(api, Missing, except(409 502));

fn main() {}
