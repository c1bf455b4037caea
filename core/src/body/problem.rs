//! Problem details for HTTP APIs (RFC 9457).

use super::json::{Writer, members};
use super::{Body, BuiltIn, Details};

/// `application/problem+json` (RFC 9457): `type`, `title` (the documented phrase), `status`, `detail`, `instance` and `code` where
/// the error has them, and the members that it adds.
///
/// ```
/// use statusbook::body::{Body, Details, Problem};
/// use statusbook::{status, vpn};
///
/// let details = Details::new(status!(vpn, 404), "no such gateway");
/// assert_eq!(
///     String::from_utf8(Problem::render(&details))?,
///     r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"no such gateway"}"#,
/// );
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Problem;

impl Body for Problem {
    const MEDIA_TYPE: &'static str = "application/problem+json";
    const __BUILT_IN: Option<BuiltIn> = Some(BuiltIn::Problem);

    fn render(details: &Details<'_>) -> Vec<u8> {
        BuiltIn::Problem.render(details)
    }
}

pub(super) const fn write(details: &Details<'_>, writer: &mut Writer<'_>) {
    if let Some(uri) = details.problem_type {
        writer.text("{\"type\":");
        writer.string(uri);
    } else {
        writer.text("{\"type\":\"about:blank\"");
    }
    if !details.status.reason().is_empty() {
        writer.text(",\"title\":");
        writer.string(details.status.reason());
    }
    writer.text(",\"status\":");
    writer.code(details.status.code());
    if let Some(detail) = details.detail {
        writer.text(",\"detail\":");
        writer.string(detail);
    }
    if let Some(instance) = details.instance {
        writer.text(",\"instance\":");
        writer.string(instance);
    }
    if let Some(code) = details.code {
        writer.text(",\"code\":");
        writer.string(code);
    }
    members(writer, details.extensions);
    writer.text("}");
}
