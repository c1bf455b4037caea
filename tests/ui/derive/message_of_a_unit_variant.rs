use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "gateway `{0}` does not exist")]
    NotFound,
}

fn main() {}
