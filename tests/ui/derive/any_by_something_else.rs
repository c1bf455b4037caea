use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(any(400, 404), by = .0.len())]
    Decided(String),
}

fn main() {}
