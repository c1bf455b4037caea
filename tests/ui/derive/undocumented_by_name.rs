use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(IM_A_TEAPOT, "short and stout")]
    Teapot,
}

fn main() {}
