use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(503, Public)]
    Down,
    #[status(503, "down", Public)]
    Away,
}

fn main() {}
