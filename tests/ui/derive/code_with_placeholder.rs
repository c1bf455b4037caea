use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no gateway", code = "{code}")]
    NotFound { code: &'static str },
}

fn main() {}
