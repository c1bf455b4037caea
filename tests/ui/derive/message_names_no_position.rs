use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "gateway `{1}` does not exist")]
    NotFound(u32),
    #[status(409, "{0} of {1}", LIMIT)]
    InUse { id: u32 },
}

fn main() {}
