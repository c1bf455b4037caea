use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, skip)]
#[status(404)]
struct NotFound;

#[derive(Debug, ApiError)]
#[api_error(table = vpn, skip())]
#[status(409)]
struct InUse;

fn main() {}
