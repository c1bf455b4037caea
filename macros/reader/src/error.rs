//! Where something stands in a document, and why a document is refused.

use std::fmt;

/// A place in a document. Both numbers start at 1; the column counts characters.
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

/// Why a document is refused: one sentence, the place where there is one, and the cell it speaks of.
///
/// The sentence is lower case, has no full stop, puts code in backticks and says what to do. It does
/// not name the document: whoever opened it knows its path, and writes `path:line:column: sentence`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocError {
    /// What is wrong, and what to do.
    pub message: String,
    /// Where in the document; `None` where the whole document is meant.
    pub position: Option<Position>,
}

impl DocError {
    /// An error about one place.
    pub fn at(position: Position, message: impl Into<String>) -> Self {
        DocError {
            message: message.into(),
            position: Some(position),
        }
    }

    /// An error about the whole document.
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
