use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(code = 404)]
    NotFound,
    #[status(status = 409, "gateway is in use")]
    InUse,
}

fn main() {}
