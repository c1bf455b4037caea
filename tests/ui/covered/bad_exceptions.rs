use statusbook::{ApiError, assert_covered, status_table};

status_table! {
    mod api { 404 "Not Found", 409 "Conflict" }
}

#[derive(Debug, ApiError)]
#[api_error(table = api)]
#[status(404)]
struct Missing;

assert_covered!(api, Missing, except(409, 409));
assert_covered!(api, Missing, except());
assert_covered!(api, Missing, expect(409));
assert_covered!(api, Missing, except(409 502));

fn main() {}
