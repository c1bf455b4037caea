//! Rewrites an error body in the format of the contract.

use http::header::{self, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::media_type::is;
use super::sent::Sent;
use crate::body::{BuiltIn, Details, Format};
use crate::status::Status;

/// The longest body that is read to keep the text of a 4xx. A longer one is not an error message.
pub(super) const LONGEST_TEXT: usize = 4096;

/// The fields that describe the body which was replaced. All others stay: `Allow`, `Retry-After`, `WWW-Authenticate`,
/// `Connection`, those of CORS, and what a middleware added.
static OF_THE_BODY: [HeaderName; 15] = [
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
    header::TRAILER,
    header::CONTENT_ENCODING,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LOCATION,
    header::CONTENT_RANGE,
    header::CONTENT_DISPOSITION,
    header::ETAG,
    header::LAST_MODIFIED,
    header::ACCEPT_RANGES,
    // RFC 9530, and what it replaces.
    HeaderName::from_static("content-digest"),
    HeaderName::from_static("repr-digest"),
    HeaderName::from_static("digest"),
    HeaderName::from_static("content-md5"),
];

/// What is written instead of a body.
#[derive(Debug)]
pub(super) struct Rewrite {
    /// What the client sees.
    pub(super) status: Status,
    pub(super) format: Format,
    /// What the service responded with.
    pub(super) original: u16,
    /// The body may be in the contract's form: its media type does not tell. Then [`keeps`](Self::keeps) does.
    pub(super) unclear: bool,
    pub(super) is_text: bool,
    pub(super) panicked: bool,
}

impl Rewrite {
    /// Whether to read the body, if it is not compressed: for its form, or for the text of a 4xx. The text of a 5xx is
    /// never shown.
    pub(super) fn reads(&self) -> bool {
        self.unclear || (self.is_text && self.keeps_text())
    }

    fn keeps_text(&self) -> bool {
        !self.panicked && self.original < 500 && self.status.code() < 500
    }

    /// Whether the body that was read is in the contract's form, so that it stays.
    pub(super) fn keeps(&self, body: &[u8]) -> bool {
        self.unclear && has_members(body, &["code", "message"])
    }

    /// The text of the body.
    pub(super) fn details<'a>(
        &self,
        text: Option<&'a [u8]>,
        sent: Option<&'a Sent>,
    ) -> Details<'a> {
        let ours = sent.map(Sent::details);
        let kept = match (ours, text) {
            (Some(ours), _) if ours.status == self.status => return ours,
            _ if !self.keeps_text() => None,
            // What was read is JSON of another form.
            (None, _) if self.unclear => None,
            (Some(ours), _) => ours.detail,
            (None, text) => text.and_then(readable),
        };
        Details::new(self.status, kept.unwrap_or_else(|| self.status.text()))
    }

    /// Gives the fields of the response their new values.
    pub(super) fn fields(&self, headers: &mut HeaderMap, media_type: HeaderValue) {
        for name in self.outdated() {
            headers.remove(name);
        }
        headers.insert(CONTENT_TYPE, media_type);
    }

    /// The fields that described the body before.
    pub(super) fn outdated(&self) -> impl Iterator<Item = &'static HeaderName> {
        // For a 416, it has the length of the resource (RFC 9110 §15.5.17).
        let keeps_range = self.status.code() == 416;
        let names = OF_THE_BODY.iter();
        names.filter(move |name| !keeps_range || **name != header::CONTENT_RANGE)
    }
}

/// Returns whether a foreign error body has the format of the contract. `None` if only its members tell.
pub(super) fn has_form(format: Format, code: u16, media_type: Option<&[u8]>) -> Option<bool> {
    let same = is(media_type, format.media_type());
    match format.built_in() {
        // The text of a 5xx may say anything.
        Some(BuiltIn::Text) if code >= 500 => Some(false),
        Some(BuiltIn::CodeMessage) if same => None,
        _ => Some(same),
    }
}

/// Returns text that may be shown to a client: UTF-8, and not empty.
fn readable(body: &[u8]) -> Option<&str> {
    let text = str::from_utf8(body).ok()?.trim();
    let shown = text
        .chars()
        .all(|character| !character.is_control() || matches!(character, '\n' | '\r' | '\t'));
    (shown && !text.is_empty()).then_some(text)
}

/// Returns whether a JSON object has these members. Looks only at the names of the outermost object, and reads each
/// byte once.
fn has_members(json: &[u8], names: &[&str]) -> bool {
    let mut found = 0;
    let mut depth = 0_usize;
    let mut rest = json.trim_ascii();
    if !(rest.starts_with(b"{") && rest.ends_with(b"}")) {
        return false;
    }
    // A name follows `{` or `,`; a value follows `:`.
    let mut name_next = false;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'{' | b'[' => {
                depth += 1;
                name_next = depth == 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => name_next = depth == 1,
            b':' => name_next = false,
            b'"' => {
                let length = string_length(rest);
                let Some((text, after)) = length.and_then(|length| rest.split_at_checked(length))
                else {
                    return false;
                };
                rest = after.get(1..).unwrap_or_default();
                let known = names.iter().any(|name| name.as_bytes() == text);
                found += usize::from(name_next && known);
            }
            _ => {}
        }
    }
    depth == 0 && found >= names.len()
}

/// Returns the length of a JSON string before its closing quote.
fn string_length(json: &[u8]) -> Option<usize> {
    let mut escaped = false;
    json.iter().position(|byte| {
        let end = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        end
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_those_of_the_outermost_object() {
        let names = ["code", "message"];
        assert!(has_members(
            br#"{"code":"VPN.0012","message":"in use"}"#,
            &names
        ));
        assert!(has_members(
            br#" {"a":[{"b":1},2],"message":"\"code\"","code":1} "#,
            &names
        ));
        for foreign in [
            &br#"{"error":{"code":404,"message":"no"}}"#[..],
            br#"{"code":"message"}"#,
            br#"["code","message"]"#,
            br#"{"code":1,"#,
            br#"{"code":1,"message":"cut}"#,
            b"",
            b"code message",
        ] {
            assert!(
                !has_members(foreign, &names),
                "{}",
                String::from_utf8_lossy(foreign)
            );
        }
    }

    #[test]
    fn text_is_kept_only_from_a_4xx_to_a_4xx() {
        let keeps = |original, code, panicked| {
            let rewrite = Rewrite {
                status: crate::vpn::TABLE.status(code).unwrap(),
                format: Format::PROBLEM,
                original,
                unclear: false,
                is_text: true,
                panicked,
            };
            rewrite.keeps_text()
        };
        assert!(keeps(499, 409, false));
        assert!(!keeps(500, 409, false));
        assert!(!keeps(409, 500, false));
        assert!(!keeps(409, 409, true));
    }

    #[test]
    fn only_text_is_readable() {
        assert_eq!(readable(b" too long \n"), Some("too long"));
        assert_eq!(readable("zu groß".as_bytes()), Some("zu groß"));
        assert_eq!(readable(b"\xff\xfe"), None);
        assert_eq!(readable(b"a\0b"), None);
        assert_eq!(readable(b"  "), None);
    }
}
