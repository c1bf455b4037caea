use std::error::Error;
use std::fmt;

use statusbook::{ApiError, vpn};

#[derive(Debug)]
struct Parsed<'a>(&'a str);

impl fmt::Display for Parsed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Parsed<'_> {}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum GatewayError<'a> {
    #[status(transparent)]
    Parsed(#[from] Parsed<'a>),
}

fn main() {}
