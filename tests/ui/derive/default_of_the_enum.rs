use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(418, "something is wrong")]
enum GatewayError {
    First,
    Second,
}

fn main() {}
