use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no gateway {}", .)]
    NotFound(u8),

    #[status(409, "in use by {}", .user.)]
    InUse { user: String },

    #[status(400, "wrong: {}", .0.)]
    Invalid((u8, u8)),
}

fn main() {}
