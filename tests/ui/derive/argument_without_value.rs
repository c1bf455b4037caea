//! The message shows it all the same: what is missing is said once.

use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404, "no gateway {name}", name = )]
struct NotFound {
    id: u32,
}

fn main() {}
