use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(transparent)]
    Other(std::io::Error),
}

fn main() {}
