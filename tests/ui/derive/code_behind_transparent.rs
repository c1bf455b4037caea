use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(transparent, 503)]
    Io(#[from] std::io::Error),
}

fn main() {}
