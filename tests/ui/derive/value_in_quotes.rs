//! Paths in quotes, as other derives take them.

use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, body = "CodeMessage", crate = "statusbook")]
enum GatewayError {
    #[status(404, fmt = "shows")]
    NotFound,
    #[status(409, fmt = 409)]
    InUse,
}

fn main() {}
