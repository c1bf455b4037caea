use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no gateway", code = .0)]
    NotFound(u8),
}

fn main() {}
