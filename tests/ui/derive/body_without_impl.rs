use statusbook::{ApiError, vpn};

struct Envelope;

#[derive(Debug, ApiError)]
#[api_error(table = vpn, body = Envelope)]
enum GatewayError {
    #[status(404)]
    NotFound,
}

fn main() {}
