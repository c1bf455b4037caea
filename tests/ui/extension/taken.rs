//! A member that the body has already: two of one name are another document to each reader.

use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(409, "in use")]
    InUse {
        #[extension]
        status: u16,
    },
}

fn main() {}
