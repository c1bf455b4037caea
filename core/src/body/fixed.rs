//! A body that is written while compiling. Not public API.

use std::borrow::Cow;

use super::json::Writer;
use super::{Answer, Format, Layout, Members};
use crate::status::Status;

/// A body that was written while compiling, and how it is laid out.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    layout: Layout,
    body: &'static [u8],
}

impl Fixed {
    /// `None` for a body that only run time can write.
    pub const fn new(format: Format, body: &'static [u8]) -> Option<Self> {
        match format.__layout() {
            Layout::Custom => None,
            layout => Some(Fixed { layout, body }),
        }
    }

    /// The body, if the answer is to be written in `format`. An error that wraps another may have chosen its own.
    pub(crate) fn body(self, format: Format) -> Option<&'static [u8]> {
        (self.layout == format.__layout()).then_some(self.body)
    }
}

/// An answer that is known while compiling.
pub const fn answer(
    status: Status,
    code: Option<&'static str>,
    detail: &'static str,
    problem_type: Option<&'static str>,
) -> Answer<'static> {
    Answer {
        status,
        code,
        detail: Cow::Borrowed(detail),
        problem_type,
        instance: None,
        extensions: Members::new(),
    }
}

/// How long the body of `answer` is; 0 for a body that only run time can write.
pub const fn length(format: Format, answer: &Answer<'_>) -> usize {
    format.__layout().length(answer)
}

/// The body of `answer`, of the length that [`length`] gives.
pub const fn render<const LENGTH: usize>(format: Format, answer: &Answer<'_>) -> [u8; LENGTH] {
    let mut body = [0; LENGTH];
    format.__layout().write(answer, &mut Writer::new(&mut body));
    body
}

/// The body of an answer whose parts are all constants: `fixed!(FORMAT, STATUS, CODE, DETAIL, PROBLEM_TYPE)`, of the types
/// `Format`, `Status`, `Option<&str>`, `&str` and `Option<&str>`. An `Option<Fixed>`.
///
/// The length is an item, evaluated by `cargo check` too: it is cheap. The body is an inline `const`, evaluated only
/// where code is generated.
#[doc(hidden)]
#[macro_export]
macro_rules! __fixed {
    ($format:expr, $status:expr, $code:expr, $detail:expr, $problem_type:expr $(,)?) => {{
        const __STATUSBOOK_FORMAT: $crate::__private::Format = $format;
        const __STATUSBOOK_ANSWER: $crate::__private::Answer<'static> =
            $crate::__private::fixed::answer($status, $code, $detail, $problem_type);
        const __STATUSBOOK_LENGTH: usize =
            $crate::__private::fixed::length(__STATUSBOOK_FORMAT, &__STATUSBOOK_ANSWER);
        $crate::__private::Fixed::new(
            __STATUSBOOK_FORMAT,
            &const {
                $crate::__private::fixed::render::<__STATUSBOOK_LENGTH>(
                    __STATUSBOOK_FORMAT,
                    &__STATUSBOOK_ANSWER,
                )
            },
        )
    }};
}
