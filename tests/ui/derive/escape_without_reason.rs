use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(418, undocumented = "")]
    Teapot,
}

fn main() {}
