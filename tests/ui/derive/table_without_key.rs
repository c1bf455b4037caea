use statusbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(statusbook::vpn)]
#[status(404)]
struct NotFound;

#[derive(Debug, ApiError)]
#[api_error(strict, table = statusbook::vpn)]
#[status(404)]
struct BesideItsTable;

fn main() {}
