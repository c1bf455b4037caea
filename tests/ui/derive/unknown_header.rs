use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(503, header(RETRY_AFER = "10"))]
    Maintenance,
}

fn main() {}
