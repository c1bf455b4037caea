use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no gateway {}", .gatway)]
    NotFound { gateway: u32 },
    #[status(409, "in use by {}", .1)]
    InUse(u32),
    #[status(503, "down since {}", .since)]
    Down,
}

fn main() {}
