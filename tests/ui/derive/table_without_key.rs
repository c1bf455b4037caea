use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(statusbook::vpn)]
#[status(404)]
struct NotFound;

#[derive(Debug, ApiError)]
#[api_error(strict, table = statusbook::vpn)]
#[status(404)]
struct BesideItsTable;

#[derive(Debug, ApiError)]
#[api_error(vpn)]
#[status(404)]
struct WhoseImportIsUsed;

fn main() {}
