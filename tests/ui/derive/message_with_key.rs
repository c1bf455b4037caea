use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, message = "no such gateway")]
    NotFound,
    #[status(409, msg = "gateway is in use")]
    InUse,
}

fn main() {}
