use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no gateway {0}", .0 + 1)]
    NotFound(u32),
}

fn main() {}
