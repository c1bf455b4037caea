use statusbook::{ApiError, vpn};
use std::fmt;

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[status(404, fmt = by_name)]
    NotFound { id: u64 },
    #[status(409, fmt = text)]
    InUse(u64),
}

fn by_name(name: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    formatter.write_str(name)
}

fn text(_: &u64, _: &mut fmt::Formatter<'_>) -> &'static str {
    "in use"
}

fn main() {}
