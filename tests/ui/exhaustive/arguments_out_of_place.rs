use statusbook::{ApiError, assert_exhaustive, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404)]
struct NotFound;

assert_exhaustive!(vpn, NotFound, 409);
assert_exhaustive!(vpn, except(409), NotFound);
assert_exhaustive!("vpn", NotFound);

fn main() {}
