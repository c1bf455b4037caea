use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, rfc9110 = true)]
enum GatewayError {
    #[status(503, "down for maintenance", public = true)]
    Maintenance,
    #[status(500, "the disk failed")]
    Disk(#[from(std::fmt::Error)] std::fmt::Error),
}

fn main() {}
