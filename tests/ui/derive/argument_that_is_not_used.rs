use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no such gateway", .id)]
    NotFound { id: u32 },
    #[status(409, "the gateway is in use", id)]
    InUse { id: u32 },
}

fn main() {}
