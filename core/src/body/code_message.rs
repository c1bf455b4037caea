//! The body that many cloud services document: a code and a message.

use super::json::{Writer, members};
use super::layout::Parts;
use super::{Answer, Body, Layout};

/// `{"code": "VPN.0012", "message": "…"}`, as `application/json`.
///
/// `code` is always a string. Where the error has no code of its own, it is the status code (`"404"`): a client that
/// reads the field finds something to compare. Members that the error adds follow.
///
/// ```
/// use statusbook::body::{Answer, Body, CodeMessage};
/// use statusbook::{status, vpn};
///
/// let mut answer = Answer::new(status!(vpn, 409), "the gateway is in use".into());
/// assert_eq!(CodeMessage::render(&answer), br#"{"code":"409","message":"the gateway is in use"}"#);
/// answer.code = Some("VPN.0012");
/// assert_eq!(CodeMessage::render(&answer), br#"{"code":"VPN.0012","message":"the gateway is in use"}"#);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CodeMessage;

impl Body for CodeMessage {
    const MEDIA_TYPE: &'static str = "application/json";
    const __LAYOUT: Layout = Layout::CodeMessage;

    fn render(answer: &Answer<'_>) -> Vec<u8> {
        Self::__LAYOUT.render(&answer.parts())
    }
}

pub(super) const fn write(parts: &Parts<'_>, writer: &mut Writer<'_>) {
    writer.text("{\"code\":");
    if let Some(code) = parts.code {
        writer.string(code);
    } else {
        writer.text("\"");
        writer.code(parts.status.code());
        writer.text("\"");
    }
    writer.text(",\"message\":");
    writer.string(parts.text());
    members(writer, parts.extensions);
    writer.text("}");
}
