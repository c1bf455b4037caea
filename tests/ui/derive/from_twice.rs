use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(500)]
    Io(#[from] std::io::Error),
    #[status(503)]
    Busy(#[from] std::io::Error),
}

fn main() {}
