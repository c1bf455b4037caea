use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(1404)]
    NotFound,
    #[status(404x)]
    Suffix,
}

fn main() {}
