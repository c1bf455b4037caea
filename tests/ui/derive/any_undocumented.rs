use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(any(400, 418), by = .0)]
    Decided(u16),
}

fn main() {}
