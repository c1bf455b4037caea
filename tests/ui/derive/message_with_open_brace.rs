use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "gateway `{id` does not exist")]
    NotFound { id: u32 },
}

fn main() {}
