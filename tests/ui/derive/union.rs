use statusbook::{ApiError, vpn};

#[derive(ApiError)]
#[api_error(table = vpn)]
#[status(404)]
union GatewayError {
    code: u32,
    text: i32,
}

fn main() {
    let _ = vpn::TABLE;
}
