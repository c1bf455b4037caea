//! How the bodies of this crate are laid out, in `const` functions: a fixed answer is written while compiling.

use super::json::Writer;
use super::{Answer, code_message, problem, text};

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
    /// How long the body is.
    pub(crate) const fn length(self, answer: &Answer<'_>) -> usize {
        let mut writer = Writer::counting();
        self.write(answer, &mut writer);
        writer.length()
    }

    /// The body, in one allocation.
    pub(crate) fn render(self, answer: &Answer<'_>) -> Vec<u8> {
        let mut body = vec![0; self.length(answer)];
        self.write(answer, &mut Writer::new(&mut body));
        body
    }

    pub(crate) const fn write(self, answer: &Answer<'_>, writer: &mut Writer<'_>) {
        match self {
            Layout::Problem => problem::write(answer, writer),
            Layout::CodeMessage => code_message::write(answer, writer),
            Layout::Text => text::write(answer, writer),
            Layout::Custom => {}
        }
    }
}
