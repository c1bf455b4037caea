//! Problem details for HTTP APIs (RFC 9457).

use super::json::{Writer, members};
use super::{Body, BuiltIn, Details};

/// `application/problem+json` (RFC 9457): `type`, `title` (the reason phrase), `status`, `detail`, `instance` and `code` where
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
///
/// The other way round, a client reads a problem with the feature `serde`. Members that nobody knows are kept:
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use statusbook::Problem;
///
/// let body = r#"{"title":"Conflict","status":409,"detail":"gateway `gw-1` is in use","code":"VPN.0012","since":"2027"}"#;
/// let problem: Problem = serde_json::from_str(body)?;
/// assert_eq!(problem.code(), Some("VPN.0012"));
/// assert_eq!(problem.problem_type(), "about:blank");
/// assert_eq!(problem.member("since").and_then(|since| since.as_str()), Some("2027"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// Everything that a problem which was read says.
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

/// The service code, and the members that a problem has (RFC 9457 §3.1).
const MEMBERS: &[&str] = &["code", "type", "title", "status", "detail", "instance"];

/// Returns the members that a problem keeps for itself. `code` is free where the error has no service code.
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

/// What a client reads. A member whose value has another type than RFC 9457 §3.1 gives it counts as absent, as the RFC says; it can
/// still be asked for with [`member`](Problem::member).
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl Problem {
    /// Returns the URI of the problem type (RFC 9457 §3.1.1); `about:blank` where the problem gives none.
    pub fn problem_type(&self) -> &str {
        self.text("type").unwrap_or("about:blank")
    }

    /// Returns the summary of the problem type (RFC 9457 §3.1.3).
    pub fn title(&self) -> Option<&str> {
        self.text("title")
    }

    /// Returns the status code that the server wrote into the body (RFC 9457 §3.1.2). That of the response may be another one: a
    /// proxy can have changed it.
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

    /// Returns the service's own error code, such as `VPN.0012`.
    pub fn code(&self) -> Option<&str> {
        self.text("code")
    }

    /// Returns a member by its name, whether it has a meaning of its own or not.
    pub fn member(&self, name: &str) -> Option<&serde_json::Value> {
        self.members.get(name)
    }

    /// Returns the members that have no meaning of their own: those that the error type added (RFC 9457 §3.2).
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

/// Writes a problem as it was read: for a gateway that passes it on, and for logs.
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl serde_core::Serialize for Problem {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members.serialize(serializer)
    }
}
