use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "gateway `{idd}` does not exist")]
    NotFound { id: u32, name: String },
    #[status(409, "gateway `{name}` is in use")]
    InUse { id: u32 },
    #[status(503, "gateway `{user}` is away")]
    Away { id: u32, name: String },
}

fn main() {}
