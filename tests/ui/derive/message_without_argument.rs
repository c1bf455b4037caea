use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "gateway {} does not exist")]
    NotFound,
    #[status(409, "gateway \"{}\" is in use")]
    InUse,
}

fn main() {}
