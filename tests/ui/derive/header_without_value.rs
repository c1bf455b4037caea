use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(503, header(RETRY_AFTER))]
    Maintenance,
    #[status(408, header(RETRY_AFTER =))]
    Slow,
    #[status(404, header(LOCATION "/gateways"))]
    NotFound,
}

fn main() {}
