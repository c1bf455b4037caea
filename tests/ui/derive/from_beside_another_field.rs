use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(500)]
    Io(#[from] std::io::Error, u32),
}

fn main() {}
