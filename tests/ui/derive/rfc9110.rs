use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, rfc9110)]
enum GatewayError {
    #[status(401)]
    Unauthorized,
    #[status(405, header(ALLOW = "GET"))]
    ReadOnly,
    #[status(407)]
    Proxy,
}

fn main() {}
