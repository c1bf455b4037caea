//! A media type that cannot be sent is refused while compiling, where the body is chosen.

use statusbook::body::{Answer, Body};
use statusbook::{ApiError, vpn};

struct Markup;

impl Body for Markup {
    const MEDIA_TYPE: &'static str = "application/xml\n";

    fn render(answer: &Answer<'_>) -> Vec<u8> {
        answer.text().as_bytes().to_vec()
    }
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn, body = Markup)]
enum Error {
    #[status(409, "in use")]
    InUse,
}

fn main() {}
