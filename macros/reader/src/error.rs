//! Why a document is refused, and the place in it.

use std::fmt;

/// A place in a document. Both numbers start at 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Why a document is refused: a message and, if there is one, a place.
///
/// The message is lower case, has no full stop, puts code in backticks, and tells what to do. It does not have the
/// path of the document. The caller knows the path, and prints `path:line:column: message`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocError {
    /// What is wrong, and what to do.
    pub message: String,
    /// The place, or `None` for an error about the whole document.
    pub position: Option<Position>,
}

impl DocError {
    /// Returns an error about one place.
    pub fn at(position: Position, message: impl Into<String>) -> Self {
        DocError {
            message: message.into(),
            position: Some(position),
        }
    }

    /// Returns an error about the whole document.
    pub fn whole(message: impl Into<String>) -> Self {
        DocError {
            message: message.into(),
            position: None,
        }
    }
}

impl fmt::Display for DocError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => write!(f, "{position}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for DocError {}
