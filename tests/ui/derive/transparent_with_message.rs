use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(500, "broken", transparent)]
    Other(std::io::Error),
}

fn main() {}
