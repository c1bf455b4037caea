use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(503, "maintenance", detail = "back in {second} s")]
    Maintenance { seconds: u32 },
}

fn main() {}
