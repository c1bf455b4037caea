use statusbook::{ApiError, assert_covered, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404)]
struct NotFound;

assert_covered!(vpn, NotFound, 409);
assert_covered!(vpn, except(409), NotFound);
assert_covered!("vpn", NotFound);

fn main() {}
