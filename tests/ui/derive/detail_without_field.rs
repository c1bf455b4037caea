use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no such gateway", detail = "no gateway {}")]
    NotFound(String),
}

fn main() {}
