use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(transparent)]
    Other(Box<dyn ApiError + Send + Sync>),
}

fn main() {}
