use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "gateway `{id` does not exist")]
    NotFound { id: u32 },
    #[status(409, "gateway {id}} is in use")]
    InUse { id: u32 },
    #[status(503, "gateway {id.name} is away")]
    Away { id: u32 },
}

fn main() {}
