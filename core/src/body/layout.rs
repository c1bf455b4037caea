//! How the bodies of this crate are laid out, in `const` functions: a fixed parts is written while compiling.

use super::json::Writer;
use super::{code_message, problem, text};
use crate::status::Status;

/// An parts whose parts are all borrowed: a constant cannot hold what has to be dropped.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'a> {
    pub(crate) status: Status,
    pub(crate) code: Option<&'a str>,
    pub(crate) detail: &'a str,
    pub(crate) problem_type: Option<&'a str>,
    pub(crate) instance: Option<&'a str>,
    /// Names, and values as JSON.
    pub(crate) extensions: &'a [(&'static str, String)],
}

impl Parts<'_> {
    /// What the client is told: the detail, or the reason phrase where there is none.
    pub(super) const fn text(&self) -> &str {
        if self.detail.is_empty() {
            self.status.reason()
        } else {
            self.detail
        }
    }
}

/// A body that this crate can write while compiling. Not public API.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// [`Problem`](super::Problem).
    Problem,
    /// [`CodeMessage`](super::CodeMessage).
    CodeMessage,
    /// [`Text`](super::Text).
    Text,
    /// A body of the user's own: written at run time.
    Custom,
}

impl Layout {
    /// The body, in one allocation if no text needs an escape, as few do. Of the right size, or `Bytes` allocates again.
    pub(crate) fn render(self, parts: &Parts<'_>) -> Vec<u8> {
        let mut guess = Writer::guessing();
        self.write(parts, &mut guess);
        let mut length = guess.length();
        loop {
            let mut body = vec![0; length];
            let mut writer = Writer::new(&mut body);
            self.write(parts, &mut writer);
            if writer.length() == length {
                return body;
            }
            length = writer.length();
        }
    }

    pub(crate) const fn write(self, parts: &Parts<'_>, writer: &mut Writer<'_>) {
        match self {
            Layout::Problem => problem::write(parts, writer),
            Layout::CodeMessage => code_message::write(parts, writer),
            Layout::Text => text::write(parts, writer),
            Layout::Custom => {}
        }
    }
}
