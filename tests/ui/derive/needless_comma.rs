use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn,, exhaustive)]
enum GatewayError {
    #[status(, 404)]
    NotFound,
    #[status(409, "gateway is in use",, code = "VPN.0012")]
    InUse,
    // One at the end is as usual.
    #[status(503, "maintenance",)]
    Maintenance,
}

fn main() {}
