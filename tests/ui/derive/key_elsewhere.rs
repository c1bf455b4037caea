//! Keys that exist, and belong somewhere else.

use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, code = "VPN.0012")]
enum GatewayError {
    #[status(404, exhaustive)]
    NotFound,
    #[status(503, from)]
    Database(std::fmt::Error),
}

fn main() {}
