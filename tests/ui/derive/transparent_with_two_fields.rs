use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(500, transparent)]
    Other(std::io::Error, u32),
}

fn main() {}
