use statusbook::{ApiError, vpn};

const VPN: u32 = 12;

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(503, code = VPN)]
enum GatewayError {
    Down,
    Away(u32),
}

fn main() {}
