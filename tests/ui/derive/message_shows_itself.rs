use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(404, "not found: {self}")]
    Captured,
    #[status(400, "{:>8}", self)]
    Given,
}

fn main() {}
