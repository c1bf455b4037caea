use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(tabel = vpn)]
enum GatewayError {
    #[status(404)]
    NotFound,
}

fn main() {
    let _ = vpn::TABLE;
}
