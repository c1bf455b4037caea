use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, fmt = |id, f| write!(f, "no gateway {id}"))]
    NotFound(u8),
}

fn main() {}
