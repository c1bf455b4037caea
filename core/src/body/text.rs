//! A body that is text alone.

use super::json::Writer;
use super::layout::Parts;
use super::{Answer, Body, Layout};

/// `text/plain; charset=utf-8`: what the client is told, and nothing else.
///
/// ```
/// use statusbook::body::{Answer, Body, Text};
/// use statusbook::{status, vpn};
///
/// let answer = Answer::new(status!(vpn, 404), "no such gateway".into());
/// assert_eq!(Text::render(&answer), b"no such gateway");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Text;

impl Body for Text {
    const MEDIA_TYPE: &'static str = "text/plain; charset=utf-8";
    const __LAYOUT: Layout = Layout::Text;

    fn render(answer: &Answer<'_>) -> Vec<u8> {
        Self::__LAYOUT.render(&answer.parts())
    }
}

pub(super) const fn write(parts: &Parts<'_>, writer: &mut Writer<'_>) {
    writer.text(parts.text());
}
