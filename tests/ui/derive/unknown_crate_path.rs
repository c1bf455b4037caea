//! One path leads nowhere, and one error says so.

use statusbook::{ApiError, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, crate = reexports::statusbook)]
#[status(404, "no such gateway")]
struct NotFound;

fn main() {}
