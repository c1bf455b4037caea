//! A body that is plain text.

use super::json::Writer;
use super::{Body, BuiltIn, Details};

/// `text/plain; charset=utf-8`: only the text that the client may see.
///
/// ```
/// use statusbook::body::{Body, Details, Text};
/// use statusbook::{status, vpn};
///
/// let details = Details::new(status!(vpn, 404), "no such gateway");
/// assert_eq!(Text::render(&details), b"no such gateway");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Text;

impl Body for Text {
    const MEDIA_TYPE: &'static str = "text/plain; charset=utf-8";
    const __BUILT_IN: Option<BuiltIn> = Some(BuiltIn::Text);

    fn render(details: &Details<'_>) -> Vec<u8> {
        BuiltIn::Text.render(details)
    }
}

pub(super) const fn write(details: &Details<'_>, writer: &mut Writer<'_>) {
    writer.text(details.text());
}
