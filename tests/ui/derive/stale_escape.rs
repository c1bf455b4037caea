use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, undocumented = "the page forgot it")]
    NotFound,
}

fn main() {}
