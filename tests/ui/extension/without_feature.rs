//! Members need something to write them.

use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(409, "in use")]
    InUse {
        #[extension]
        by: u16,
    },
}

fn main() {}
