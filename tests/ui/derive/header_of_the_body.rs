use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(503, header(CONTENT_TYPE = "text/plain"))]
    Maintenance,
    #[status(404, header("content-length" = "0"))]
    NotFound,
}

fn main() {}
