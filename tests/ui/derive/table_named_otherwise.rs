use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn::TABLE)]
#[status(404)]
struct ByItsConstant;

#[derive(Debug, ApiError)]
#[api_error(table = vpn | dc)]
#[status(404)]
struct Union;

#[derive(Debug, ApiError)]
#[api_error(table = 404)]
#[status(404)]
struct Number;

#[derive(Debug, ApiError)]
#[api_error(table = statusbook::vpn::NOT_FOUND)]
#[status(404)]
struct ByItsStatus;

fn main() {}
