use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(503, header(RETRY_AFTER = 30, "x-queue" = 7))]
    Busy,
}

fn main() {}
