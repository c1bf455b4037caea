use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(any(400, 404))]
    Undecided(u16),
    #[status(404, by = .0)]
    Decided(u16),
    #[status(any(), by = .0)]
    Empty(u16),
    #[status(any(400, 404, 400), by = .0)]
    Twice(u16),
    #[status(any(400, 422), by = .0, undocumented(429 = "until 1.3"))]
    Excused(u16),
}

fn main() {}
