//! Problem details for HTTP APIs (RFC 9457).

use super::json::{Writer, members};
use super::layout::Parts;
use super::{Answer, Body, Layout};

/// `application/problem+json` (RFC 9457): `type`, `title` (the documented phrase), `status`, `detail`, `instance` and `code` where
/// the error has them, and the members that it adds.
///
/// ```
/// use statusbook::body::{Answer, Body, Problem};
/// use statusbook::{status, vpn};
///
/// let answer = Answer::new(status!(vpn, 404), "no such gateway".into());
/// assert_eq!(
///     String::from_utf8(Problem::render(&answer))?,
///     r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"no such gateway"}"#,
/// );
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Problem;

impl Body for Problem {
    const MEDIA_TYPE: &'static str = "application/problem+json";
    const __LAYOUT: Layout = Layout::Problem;

    fn render(answer: &Answer<'_>) -> Vec<u8> {
        Self::__LAYOUT.render(&answer.parts())
    }
}

pub(super) const fn write(parts: &Parts<'_>, writer: &mut Writer<'_>) {
    if let Some(uri) = parts.problem_type {
        writer.text("{\"type\":");
        writer.string(uri);
    } else {
        writer.text("{\"type\":\"about:blank\"");
    }
    if !parts.status.reason().is_empty() {
        writer.text(",\"title\":");
        writer.string(parts.status.reason());
    }
    writer.text(",\"status\":");
    writer.code(parts.status.code());
    if !parts.detail.is_empty() {
        writer.text(",\"detail\":");
        writer.string(parts.detail);
    }
    if let Some(instance) = parts.instance {
        writer.text(",\"instance\":");
        writer.string(instance);
    }
    if let Some(code) = parts.code {
        writer.text(",\"code\":");
        writer.string(code);
    }
    members(writer, parts.extensions);
    writer.text("}");
}
