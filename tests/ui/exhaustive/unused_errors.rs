use statusbook::{ApiError, assert_exhaustive, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404)]
    NotFound,
    #[status(409)]
    InUse,
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(503)]
struct ConnectionError;

assert_exhaustive!(vpn, GatewayError, ConnectionError, except(405, 406, 407, 408, 500, 501, 502));

fn main() {}
