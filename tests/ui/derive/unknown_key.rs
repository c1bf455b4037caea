use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no such gateway", detial = "gone")]
    NotFound,
    #[status(409, "the gateway is in use", limit = 3)]
    InUse,
}

fn main() {}
