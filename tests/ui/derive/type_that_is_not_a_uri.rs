use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "no such gateway", type = "https://example.com/not found")]
    NotFound,
    #[status(409, "in use", instance = "/gateways/größte")]
    InUse,
    #[status(503, "away", type = "https://example.com/gateways/{id}")]
    Away { id: u8 },
}

fn main() {}
