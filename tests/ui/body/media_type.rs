//! A media type that cannot be sent is refused at compile time, where the body is chosen.

use statusbook::body::{Body, Details};
use statusbook::{ApiError, vpn};

struct Markup;

impl Body for Markup {
    const MEDIA_TYPE: &'static str = "application/xml\n";

    fn render(details: &Details<'_>) -> Vec<u8> {
        details.text().as_bytes().to_vec()
    }
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn, body = Markup)]
enum Error {
    #[status(409, "in use")]
    InUse,
}

fn main() {}
