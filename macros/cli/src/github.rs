//! Workflow commands of GitHub Actions: annotations at lines of files.

use std::fmt::Write as _;

use statusbook_reader::Position;

use crate::screen::Screen;

/// How loud an annotation is.
#[derive(Clone, Copy)]
pub(crate) enum Level {
    Error,
    Warning,
    Notice,
}

/// Writes an annotation. Nothing in a text of a document can end the command or begin another one.
pub(crate) fn annotate(
    level: Level,
    file: &str,
    place: Option<Position>,
    title: &str,
    message: &str,
    screen: &mut Screen,
) {
    let level = match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Notice => "notice",
    };
    let _ = write!(screen, "::{level} file={}", property(file));
    if let Some(place) = place {
        let _ = write!(screen, ",line={},col={}", place.line, place.column);
    }
    let _ = writeln!(screen, ",title={}::{}", property(title), data(message));
}

/// What follows the `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What is between two commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
