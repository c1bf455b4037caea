//! How an answer is written: problem details, and the other bodies.

use std::borrow::Cow;

use http::HeaderValue;

use crate::message;
use crate::status::Status;

mod code_message;
#[doc(hidden)]
pub mod fixed;
mod json;
mod layout;
mod members;
mod problem;
mod text;

pub use code_message::CodeMessage;
#[doc(hidden)]
pub use fixed::Fixed;
#[doc(hidden)]
pub use layout::Layout;
pub(crate) use layout::Parts;
pub use members::Members;
pub use problem::Problem;
pub use text::Text;

/// What the client may see of an error: everything that a body can be made of.
///
/// An error's message, its sources and its `Debug` are not here unless the error type chose them, so that no body can
/// give them away.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer<'a> {
    /// The status.
    pub status: Status,
    /// The service's own error code, such as `VPN.0012`.
    pub code: Option<&'static str>,
    /// What the client is told; empty where there is nothing to tell.
    pub detail: Cow<'a, str>,
    /// The URI of the problem type (RFC 9457 §3.1.1).
    pub problem_type: Option<&'static str>,
    /// The URI of this occurrence (RFC 9457 §3.1.5).
    pub instance: Option<Cow<'a, str>>,
    /// Members that the error type adds (RFC 9457 §3.2).
    pub extensions: Members,
}

impl<'a> Answer<'a> {
    /// An answer that tells the client `detail`, for the tests of a body of your own.
    pub fn new(status: Status, detail: Cow<'a, str>) -> Self {
        Answer {
            status,
            code: None,
            detail,
            problem_type: None,
            instance: None,
            extensions: Members::new(),
        }
    }

    /// What the client is told: the detail, or the reason phrase where there is none.
    ///
    /// ```
    /// use statusbook::{body::Answer, status, vpn};
    ///
    /// assert_eq!(Answer::new(status!(vpn, 404), "no such gateway".into()).text(), "no such gateway");
    /// assert_eq!(Answer::new(status!(vpn, 404), "".into()).text(), "Not Found");
    /// ```
    pub fn text(&self) -> &str {
        if self.detail.is_empty() {
            self.status.reason()
        } else {
            &self.detail
        }
    }

    fn parts(&self) -> Parts<'_> {
        Parts {
            status: self.status,
            code: self.code,
            detail: &self.detail,
            problem_type: self.problem_type,
            instance: self.instance.as_deref(),
            extensions: self.extensions.as_slice(),
        }
    }
}

/// A kind of body. Implement it to answer in a form of your own.
///
/// An error type chooses it with `#[api_error(body = Markup)]`, a whole table with `body = Markup` in `status_table!`.
///
/// ```
/// use statusbook::body::{Answer, Body, Format};
/// use statusbook::{status, vpn};
///
/// /// `<error status="404">no such gateway</error>`
/// struct Markup;
///
/// impl Body for Markup {
///     const MEDIA_TYPE: &'static str = "application/xml";
///
///     fn render(answer: &Answer<'_>) -> Vec<u8> {
///         let text = answer.text().replace('&', "&amp;").replace('<', "&lt;");
///         format!("<error status=\"{}\">{text}</error>", answer.status.code()).into_bytes()
///     }
/// }
///
/// let answer = Answer::new(status!(vpn, 404), "no gateway <7>".into());
/// assert_eq!(Markup::render(&answer), b"<error status=\"404\">no gateway &lt;7></error>");
/// assert_eq!(Format::of::<Markup>().media_type(), "application/xml");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no body of an answer",
    label = "does not implement `Body`",
    note = "write `impl statusbook::Body for {Self}`, or choose `Problem`, `CodeMessage` or `Text` of `statusbook::body`"
)]
pub trait Body {
    /// The media type, as the `Content-Type` field has it (RFC 9110 §8.3).
    const MEDIA_TYPE: &'static str;

    /// How the body can be written while compiling; not for bodies of others.
    #[doc(hidden)]
    const __LAYOUT: Layout = Layout::Custom;

    /// Writes the body.
    fn render(answer: &Answer<'_>) -> Vec<u8>;
}

/// A [`Body`] as a value: what a table and an error type carry.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    media_type: &'static str,
    content_type: fn() -> HeaderValue,
    render: fn(&Answer<'_>) -> Vec<u8>,
    layout: Layout,
}

impl Format {
    /// Problem details: what tables and error types answer with unless they say otherwise.
    pub const PROBLEM: Self = Self::of::<Problem>();

    /// The format of a body. One whose media type is no valid header value does not compile.
    pub const fn of<B: Body>() -> Self {
        Format {
            media_type: B::MEDIA_TYPE,
            content_type: content_type::<B>,
            render: B::render,
            layout: B::__LAYOUT,
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

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        self.media_type
    }

    /// The media type as a header value.
    #[inline]
    pub fn content_type(self) -> HeaderValue {
        (self.content_type)()
    }

    /// Writes the body of an answer.
    pub fn render(self, answer: &Answer<'_>) -> Vec<u8> {
        (self.render)(answer)
    }

    #[doc(hidden)]
    #[inline]
    pub const fn __layout(self) -> Layout {
        self.layout
    }
}

/// Checked once, while compiling, not for each answer.
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
