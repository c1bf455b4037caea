//! The bodies of this crate, as `const` functions: a constant body is rendered at compile time.

use super::json::Writer;
use super::{Details, code_message, problem, text};

/// A body that this crate can write at compile time. Not public API.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// [`Problem`](super::Problem).
    Problem,
    /// [`CodeMessage`](super::CodeMessage).
    CodeMessage,
    /// [`Text`](super::Text).
    Text,
}

impl BuiltIn {
    /// Renders the body. Usually no text needs an escape, and then it takes one allocation. Its size is exact, because otherwise
    /// `Bytes` allocates again.
    pub(super) fn render(self, details: &Details<'_>) -> Vec<u8> {
        let mut guess = Writer::guessing();
        self.write(details, &mut guess);
        let mut length = guess.length();
        loop {
            let mut body = vec![0; length];
            let mut writer = Writer::new(&mut body);
            self.write(details, &mut writer);
            if writer.length() == length {
                return body;
            }
            length = writer.length();
        }
    }

    /// Returns the members that the body keeps for itself.
    pub(crate) const fn own_members(self, details: &Details<'_>) -> &'static [&'static str] {
        match self {
            BuiltIn::Problem => problem::own_members(details),
            BuiltIn::CodeMessage => code_message::MEMBERS,
            BuiltIn::Text => &[],
        }
    }

    pub(crate) const fn write(self, details: &Details<'_>, writer: &mut Writer<'_>) {
        match self {
            BuiltIn::Problem => problem::write(details, writer),
            BuiltIn::CodeMessage => code_message::write(details, writer),
            BuiltIn::Text => text::write(details, writer),
        }
    }
}
