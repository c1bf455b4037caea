//! What is known of a variant while compiling, and how a value finds it.

use std::borrow::Cow;
use std::fmt::{Display, Write as _};

use http::HeaderMap;

use crate::body::{Fixed, Format, Members, Parts};
use crate::error::ApiError;
use crate::registry::reason_phrase;
use crate::status::Status;

/// What is known of a variant while compiling.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    status: Status,
    /// `None` if the message is made at run time.
    message: Option<&'static str>,
    detail: Option<&'static str>,
    public: bool,
    code: Option<&'static str>,
    problem_type: Option<&'static str>,
}

impl Case {
    /// A variant without a message of its own: the documented text speaks for it.
    #[inline]
    pub const fn documented(status: Status) -> Self {
        Self::fixed(status, text(status))
    }

    /// A variant with a message that is the same for every value.
    #[inline]
    pub const fn fixed(status: Status, message: &'static str) -> Self {
        Case {
            status,
            message: Some(message),
            detail: None,
            public: false,
            code: None,
            problem_type: None,
        }
    }

    /// A variant whose message is made at run time.
    #[inline]
    pub const fn formatted(status: Status) -> Self {
        Case {
            status,
            message: None,
            detail: None,
            public: false,
            code: None,
            problem_type: None,
        }
    }

    /// The message, if it is the same for every value.
    #[inline]
    pub const fn message(self) -> &'static str {
        match self.message {
            Some(message) => message,
            None => "",
        }
    }

    /// `detail = "…"`.
    #[inline]
    #[must_use]
    pub const fn detail(mut self, detail: &'static str) -> Self {
        self.detail = Some(detail);
        self
    }

    /// `public`: the client sees the message, whatever the status.
    #[inline]
    #[must_use]
    pub const fn public(mut self) -> Self {
        self.public = true;
        self
    }

    /// `code = "…"`.
    #[inline]
    #[must_use]
    pub const fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// `type = "…"`.
    #[inline]
    #[must_use]
    pub const fn problem_type(mut self, uri: &'static str) -> Self {
        self.problem_type = Some(uri);
        self
    }

    /// What the client is told, where that is the same for every value.
    #[inline]
    pub const fn fixed_detail(&self) -> Option<&'static str> {
        match self.detail {
            Some(detail) => Some(detail),
            // The message of a server's failure is for its log.
            None if self.status.code() >= 500 && !self.public => Some(text(self.status)),
            None => self.message,
        }
    }

    /// The answer, where it is the same for every value.
    pub(crate) const fn fixed_parts(&self) -> Option<Parts<'static>> {
        let Some(detail) = self.fixed_detail() else {
            return None;
        };
        Some(Parts {
            status: self.status,
            code: self.code,
            detail,
            problem_type: self.problem_type,
            instance: None,
            extensions: &[],
        })
    }
}

/// The documented description; where there is none the reason phrase, and for a code that nobody names the phrase of
/// its class (RFC 9110 §15).
pub(crate) const fn text(status: Status) -> &'static str {
    let description = status.description();
    if !description.is_empty() {
        return description;
    }
    let reason = status.reason();
    if reason.is_empty() {
        return reason_phrase(status.code() / 100 * 100);
    }
    reason
}

/// Where the answer to a value comes from: its own variant, or the error inside.
#[derive(Clone, Copy)]
pub enum Reply<'a> {
    Own(Case),
    Inner(&'a dyn ApiError),
}

impl<'a> Reply<'a> {
    /// An error inside that answers for itself.
    pub fn inner<E: ApiError + 'a>(error: &'a E) -> Self {
        Reply::Inner(error)
    }

    #[inline]
    pub fn status(self) -> Status {
        match self {
            Reply::Own(case) => case.status,
            Reply::Inner(error) => error.status(),
        }
    }

    #[inline]
    pub fn error_code(self) -> Option<&'static str> {
        match self {
            Reply::Own(case) => case.code,
            Reply::Inner(error) => error.error_code(),
        }
    }

    /// The message of a variant whose message is fixed.
    #[inline]
    pub fn message(self) -> &'static str {
        match self {
            Reply::Own(case) => case.message(),
            Reply::Inner(_) => "",
        }
    }

    #[inline]
    pub fn detail(self, error: &dyn Display) -> Cow<'a, str> {
        match self {
            Reply::Own(case) => match case.fixed_detail() {
                Some(detail) => Cow::Borrowed(detail),
                None => Cow::Owned(shown(error)),
            },
            Reply::Inner(error) => error.detail(),
        }
    }

    #[inline]
    pub fn headers(self) -> HeaderMap {
        match self {
            Reply::Own(_) => HeaderMap::new(),
            Reply::Inner(error) => error.headers(),
        }
    }

    #[inline]
    pub fn problem_type(self) -> Option<&'static str> {
        match self {
            Reply::Own(case) => case.problem_type,
            Reply::Inner(error) => error.problem_type(),
        }
    }

    #[inline]
    pub fn instance(self) -> Option<Cow<'a, str>> {
        match self {
            Reply::Own(_) => None,
            Reply::Inner(error) => error.instance(),
        }
    }

    #[inline]
    pub fn extensions(self) -> Members {
        match self {
            Reply::Own(_) => Members::new(),
            Reply::Inner(error) => error.extensions(),
        }
    }

    /// The format of a type that did not choose one: that of the error inside, which did.
    #[inline]
    pub fn format(self) -> Format {
        match self {
            Reply::Own(case) => case.status.table().format(),
            Reply::Inner(error) => error.format(),
        }
    }

    /// The body of the error inside, where it was written while compiling.
    #[inline]
    pub fn fixed(self) -> Option<Fixed> {
        match self {
            Reply::Own(_) => None,
            Reply::Inner(error) => error.__fixed(),
        }
    }
}

/// The message of an error, with room for a sentence from the start.
fn shown(error: &dyn Display) -> String {
    let mut text = String::with_capacity(64);
    // Fails only if the error's own `Display` does.
    let _ = write!(text, "{error}");
    text
}
