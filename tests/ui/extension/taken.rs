//! A member that the body has already: two of one name are another document to each reader.

use statusbook::{ApiError, CodeMessage, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(409, "in use")]
    InUse {
        #[extension]
        status: u16,
    },
    #[status(409, "taken", code = "VPN.0012")]
    Taken {
        #[extension(name = "code")]
        number: u16,
    },
    #[status(404, "missing", body = CodeMessage)]
    Missing {
        #[extension]
        message: u16,
    },
    #[status(404, "twice")]
    Twice {
        #[extension(name = "by")]
        one: u16,
        #[extension]
        by: u16,
    },
    #[status(404, "none")]
    Without {
        #[extension()]
        name: u16,
    },
}

fn main() {}
