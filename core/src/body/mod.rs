//! Bodies of responses: problem details and others.

use http::HeaderValue;

use crate::message;
use crate::status::Status;

mod built_in;
mod code_message;
mod json;
mod members;
mod problem;
mod text;

#[doc(hidden)]
pub use built_in::BuiltIn;
pub use code_message::CodeMessage;
pub(crate) use json::Writer;
pub use members::Members;
pub use problem::Problem;
pub use text::Text;

/// What the client may see of an error. A body is made from this alone.
///
/// The message, the sources and the `Debug` text of an error are not here, unless the error type makes them public. So no
/// body can reveal them.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Details<'a> {
    /// The status.
    pub status: Status,
    /// The service error code, such as `VPN.0012`.
    pub code: Option<&'a str>,
    /// The text that explains this error to the client.
    pub detail: Option<&'a str>,
    /// The URI of the problem type (RFC 9457 §3.1.1).
    pub problem_type: Option<&'a str>,
    /// The URI of this occurrence (RFC 9457 §3.1.5).
    pub instance: Option<&'a str>,
    /// The extension members of the error type (RFC 9457 §3.2).
    pub extensions: &'a Members,
}

impl<'a> Details<'a> {
    /// Returns details with a status and a text only. An empty text counts as no text.
    pub const fn new(status: Status, detail: &'a str) -> Self {
        const NO_MEMBERS: &Members = &Members::new();
        Details {
            status,
            code: None,
            detail: if detail.is_empty() {
                None
            } else {
                Some(detail)
            },
            problem_type: None,
            instance: None,
            extensions: NO_MEMBERS,
        }
    }

    /// Returns the detail, or the reason phrase if there is no detail.
    ///
    /// ```
    /// use statusbook::{body::Details, status, vpn};
    ///
    /// assert_eq!(Details::new(status!(vpn, 404), "no such gateway").text(), "no such gateway");
    /// assert_eq!(Details::new(status!(vpn, 404), "").text(), "Not Found");
    /// ```
    pub const fn text(&self) -> &'a str {
        match self.detail {
            Some(detail) => detail,
            None => self.status.reason(),
        }
    }
}

/// A form of body. Implement it to respond in a form of your own.
///
/// An error type chooses it with `#[api_error(body = Markup)]`, a whole table with `body = Markup` in `status_table!`.
///
/// ```
/// use statusbook::body::{Body, Details, Format};
/// use statusbook::{status, vpn};
///
/// /// `<error status="404">no such gateway</error>`
/// struct Markup;
///
/// impl Body for Markup {
///     const MEDIA_TYPE: &'static str = "application/xml";
///
///     fn render(details: &Details<'_>) -> Vec<u8> {
///         let text = details.text().replace('&', "&amp;").replace('<', "&lt;");
///         format!("<error status=\"{}\">{text}</error>", details.status.code()).into_bytes()
///     }
/// }
///
/// let details = Details::new(status!(vpn, 404), "no gateway <7>");
/// assert_eq!(Markup::render(&details), b"<error status=\"404\">no gateway &lt;7></error>");
/// assert_eq!(Format::of::<Markup>().media_type(), "application/xml");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `Body`",
    label = "is not the body of a response",
    note = "write `impl statusbook::Body for {Self}`, or choose `Problem`, `CodeMessage` or `Text` of `statusbook::body`"
)]
pub trait Body {
    /// The media type, as in the `Content-Type` field (RFC 9110 §8.3).
    const MEDIA_TYPE: &'static str;

    /// How the body can be written at compile time; not for bodies of others.
    #[doc(hidden)]
    const __BUILT_IN: Option<BuiltIn> = None;

    /// Writes the body.
    fn render(details: &Details<'_>) -> Vec<u8>;
}

/// A [`Body`] as a value. Each table and each error type has one.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    media_type: &'static str,
    content_type: fn() -> HeaderValue,
    render: fn(&Details<'_>) -> Vec<u8>,
    built_in: Option<BuiltIn>,
}

impl Format {
    /// Problem details: the default of tables and error types.
    pub const PROBLEM: Self = Self::of::<Problem>();

    /// Returns the format of a body. A media type that is not a valid header value is a compile error.
    pub const fn of<B: Body>() -> Self {
        Format {
            media_type: B::MEDIA_TYPE,
            content_type: content_type::<B>,
            render: B::render,
            built_in: B::__BUILT_IN,
        }
    }

    /// Refuses a wrong media type in `cargo check` too. Called by the macros.
    #[doc(hidden)]
    #[track_caller]
    #[must_use]
    pub const fn __checked(self) -> Self {
        assert!(
            is_visible_ascii(self.media_type),
            "{}",
            message::BODY_MEDIA_TYPE
        );
        self
    }

    /// Returns the media type.
    pub const fn media_type(self) -> &'static str {
        self.media_type
    }

    /// Returns the media type as a header value.
    #[inline]
    pub fn content_type(self) -> HeaderValue {
        (self.content_type)()
    }

    /// Writes the body of a response.
    pub fn render(self, details: &Details<'_>) -> Vec<u8> {
        (self.render)(details)
    }

    #[inline]
    pub(crate) const fn built_in(self) -> Option<BuiltIn> {
        self.built_in
    }
}

/// [`Format::PROBLEM`], the default of tables and error types.
impl Default for Format {
    fn default() -> Self {
        Self::PROBLEM
    }
}

/// Checked once, at compile time, and not for each response.
fn content_type<B: Body>() -> HeaderValue {
    const { HeaderValue::from_static(B::MEDIA_TYPE) }
}

const fn is_visible_ascii(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        if !matches!(byte, b' '..=b'~') {
            return false;
        }
        rest = after;
    }
    !text.is_empty()
}
