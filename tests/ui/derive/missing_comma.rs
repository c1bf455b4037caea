use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404 "no such gateway")]
    NotFound,
    #[status(409, "gateway is in use" code = "VPN.0012")]
    InUse,
    #[status(503, header(RETRY_AFTER = "5") detail = "back soon")]
    Maintenance,
    #[status(500 => "broken")]
    Broken,
}

fn main() {}
