//! How an answer is written: problem details, and the other bodies.

use std::borrow::Cow;

use crate::status::Status;

mod json;
mod problem;

pub use problem::Problem;

/// What the client may see of an error: everything that a body can be made of.
#[derive(Debug)]
#[non_exhaustive]
pub struct Answer<'a> {
    /// The status.
    pub status: Status,
    /// The service's own error code.
    pub code: Option<&'static str>,
    /// What the client is told.
    pub detail: Cow<'a, str>,
    /// The URI of the problem type (RFC 9457 §3.1.1).
    pub problem_type: Option<&'static str>,
    /// The URI of this occurrence (RFC 9457 §3.1.5).
    pub instance: Option<Cow<'a, str>>,
}

/// A kind of body. Implement it to answer in a form of your own.
pub trait Body {
    /// The media type, as the `Content-Type` field has it.
    const MEDIA_TYPE: &'static str;

    /// Writes the body.
    fn render(answer: &Answer<'_>) -> Vec<u8>;
}

/// A [`Body`] as a value.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    pub(crate) media_type: &'static str,
    pub(crate) render: fn(&Answer<'_>) -> Vec<u8>,
}

impl Format {
    /// Problem details.
    pub const PROBLEM: Self = Self::of::<Problem>();

    /// The format of a body.
    pub const fn of<B: Body>() -> Self {
        Format {
            media_type: B::MEDIA_TYPE,
            render: B::render,
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        self.media_type
    }
}

/// A body that was written while compiling.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    pub body: &'static [u8],
}
