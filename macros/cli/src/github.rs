//! Workflow commands of GitHub Actions: annotations at lines of files.

use std::fmt::Write as _;

use statusbook_reader::Position;

use crate::screen::Screen;

/// The level of an annotation.
#[derive(Clone, Copy)]
pub(crate) enum Level {
    Error,
    Warning,
    Notice,
}

/// Writes an annotation. Text from a document is escaped, so that it cannot end the command or begin another one.
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

/// Escapes the text after the `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a text between two commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
