use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(503, header(RETRY_AFTER = "{after:?}"))]
    Busy { after: Option<u32> },
}

fn main() {}
