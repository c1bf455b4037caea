use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404)]
    #[status(410)]
    NotFound,
}

fn main() {}
