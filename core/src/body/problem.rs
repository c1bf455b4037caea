//! Problem details for HTTP APIs (RFC 9457).

use super::json::{Writer, members};
use super::{Body, BuiltIn, Details};

/// `application/problem+json` (RFC 9457): `title` and `status`, then `type`, `detail`, `instance`, `code` and the
/// extension members if the error has them.
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
///
/// A client can deserialize a problem with the feature `serde`. Unknown members are kept:
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use statusbook::Problem;
///
/// let body = r#"{"title":"Conflict","status":409,"code":"VPN.0012","since":"2027"}"#;
/// let problem: Problem = serde_json::from_str(body)?;
/// assert_eq!(problem.code(), Some("VPN.0012"));
/// assert_eq!(problem.problem_type(), "about:blank");
/// assert_eq!(problem.member("since").and_then(|since| since.as_str()), Some("2027"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// All members of a deserialized problem.
    #[cfg(feature = "serde")]
    members: serde_json::Map<String, serde_json::Value>,
}

impl Body for Problem {
    const MEDIA_TYPE: &'static str = "application/problem+json";
    const __BUILT_IN: Option<BuiltIn> = Some(BuiltIn::Problem);

    fn render(details: &Details<'_>) -> Vec<u8> {
        BuiltIn::Problem.render(details)
    }
}

/// The service error code, and the members that RFC 9457 §3.1 defines.
const MEMBERS: &[&str] = &["code", "type", "title", "status", "detail", "instance"];

/// Returns the reserved members of a problem. `code` is not reserved if the error has no service error code.
pub(super) const fn own_members(details: &Details<'_>) -> &'static [&'static str] {
    match (details.code, MEMBERS.split_first()) {
        (None, Some((_, members))) => members,
        _ => MEMBERS,
    }
}

pub(super) const fn write(details: &Details<'_>, writer: &mut Writer<'_>) {
    if let Some(uri) = details.problem_type {
        writer.text("{\"type\":");
        writer.string(uri);
    } else {
        writer.text("{\"type\":\"about:blank\"");
    }
    if let Some(title) = details.status.title() {
        writer.text(",\"title\":");
        writer.string(title);
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
    members(writer, details.extensions, own_members(details));
    writer.text("}");
}

/// For clients. As RFC 9457 §3.1 says, a member whose value has the wrong type counts as absent.
/// [`member`](Problem::member) still returns it.
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl Problem {
    /// Returns the URI of the problem type (RFC 9457 §3.1.1), or `about:blank` without one.
    pub fn problem_type(&self) -> &str {
        self.text("type").unwrap_or("about:blank")
    }

    /// Returns the summary of the problem type (RFC 9457 §3.1.3).
    pub fn title(&self) -> Option<&str> {
        self.text("title")
    }

    /// Returns the status code in the body (RFC 9457 §3.1.2). The response may have another one, because a proxy can
    /// change it.
    pub fn status(&self) -> Option<u16> {
        let code = u16::try_from(self.members.get("status")?.as_u64()?).ok()?;
        (crate::set::FIRST..=crate::set::LAST)
            .contains(&code)
            .then_some(code)
    }

    /// Returns the explanation of this occurrence (RFC 9457 §3.1.4).
    pub fn detail(&self) -> Option<&str> {
        self.text("detail")
    }

    /// Returns the URI of this occurrence (RFC 9457 §3.1.5).
    pub fn instance(&self) -> Option<&str> {
        self.text("instance")
    }

    /// Returns the service error code, such as `VPN.0012`.
    pub fn code(&self) -> Option<&str> {
        self.text("code")
    }

    /// Returns the member with this name, standard or not.
    pub fn member(&self, name: &str) -> Option<&serde_json::Value> {
        self.members.get(name)
    }

    /// Returns the extension members (RFC 9457 §3.2): all that are not standard.
    pub fn members(&self) -> impl Iterator<Item = (&str, &serde_json::Value)> {
        let members = self
            .members
            .iter()
            .map(|(name, value)| (name.as_str(), value));
        members.filter(|(name, _)| !MEMBERS.contains(name))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.members.get(name)?.as_str()
    }
}

#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl<'de> serde_core::Deserialize<'de> for Problem {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = serde_core::Deserialize::deserialize(deserializer)?;
        Ok(Problem { members })
    }
}

/// Writes the problem as it was read, for gateways that pass it on and for logs.
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl serde_core::Serialize for Problem {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members.serialize(serializer)
    }
}
