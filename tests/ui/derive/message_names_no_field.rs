use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, "gateway `{idd}` does not exist")]
    NotFound { id: u32, name: String },
}

fn main() {}
