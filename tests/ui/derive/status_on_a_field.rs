use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404)]
    NotFound {
        #[status(409)]
        id: u32,
    },
}

fn main() {}
