//! A type that is no body.

use statusbook::{ApiError, vpn};

struct Markup;

#[derive(Debug, ApiError)]
#[api_error(table = vpn, body = Markup)]
enum Error {
    #[status(409, "in use")]
    InUse,
    #[status(404, "no gateway `{0}`")]
    Missing(u32),
}

fn main() {}
