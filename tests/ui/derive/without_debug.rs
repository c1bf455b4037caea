use statusbook::{ApiError, vpn};

#[derive(ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404)]
    NotFound,
}

fn main() {}
