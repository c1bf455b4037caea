use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, with(A = u8, B = u8, A = u16))]
enum GatewayError<A, B> {
    #[status(404, "no gateway {0} in {1}")]
    NotFound(A, B),
}

fn main() {}
