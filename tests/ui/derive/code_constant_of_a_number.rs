use statusbook::{ApiError, vpn};

const IN_USE: u32 = 12;

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no gateway")]
    NotFound,
    #[status(409, "in use", code = IN_USE)]
    InUse,
}

fn main() {}
