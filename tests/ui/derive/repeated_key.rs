use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, code = "VPN.0001", code = "VPN.0002")]
    NotFound,
}

fn main() {}
