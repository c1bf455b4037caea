use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(500)]
    Io {
        source: u32,
    },
}

fn main() {}
