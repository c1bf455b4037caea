//! The body that many cloud services document: a code and a message.

use super::json::{Writer, members};
use super::{Body, BuiltIn, Details};

/// `{"code": "VPN.0012", "message": "…"}`, as `application/json`.
///
/// `code` is always a string. If the error has no service code, it is the status code (`"404"`), so that a client
/// that reads `code` finds a value. The extension members of the error follow.
///
/// ```
/// use statusbook::body::{Body, CodeMessage, Details};
/// use statusbook::{status, vpn};
///
/// let mut details = Details::new(status!(vpn, 409), "the gateway is in use");
/// let body = CodeMessage::render(&details);
/// assert_eq!(body, br#"{"code":"409","message":"the gateway is in use"}"#);
/// details.code = Some("VPN.0012");
/// let body = CodeMessage::render(&details);
/// assert_eq!(body, br#"{"code":"VPN.0012","message":"the gateway is in use"}"#);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CodeMessage;

impl Body for CodeMessage {
    const MEDIA_TYPE: &'static str = "application/json";
    const __BUILT_IN: Option<BuiltIn> = Some(BuiltIn::CodeMessage);

    fn render(details: &Details<'_>) -> Vec<u8> {
        BuiltIn::CodeMessage.render(details)
    }
}

pub(super) const MEMBERS: &[&str] = &["code", "message"];

pub(super) const fn write(details: &Details<'_>, writer: &mut Writer<'_>) {
    writer.text("{\"code\":");
    if let Some(code) = details.code {
        writer.string(code);
    } else {
        writer.text("\"");
        writer.code(details.status.code());
        writer.text("\"");
    }
    writer.text(",\"message\":");
    writer.string(details.text());
    members(writer, details.extensions, MEMBERS);
    writer.text("}");
}
