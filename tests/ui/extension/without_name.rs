//! A field without a name cannot name a member.

use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(409, "in use")]
    InUse(#[extension] u16),
}

fn main() {}
