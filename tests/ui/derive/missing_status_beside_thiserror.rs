use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[error("no such gateway")]
    NotFound,
}

fn main() {}
