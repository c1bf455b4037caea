use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(StatusCode::NOT_FOUND)]
    NotFound,
}

fn main() {}
