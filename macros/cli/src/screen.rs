//! Text for a terminal. Text from a document is made inert, because a document may come from a stranger.

use std::fmt::{self, Write as _};

use anstyle::{AnsiColor, Style};
use statusbook_reader::Visible;

/// How wide a text may get before it is cut, in characters.
pub(crate) const WIDEST: usize = 72;

/// For errors.
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// For warnings.
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// For success.
pub(crate) const FINE: Style = AnsiColor::Green.on_default().bold();
/// For names and positions.
pub(crate) const STRONG: Style = Style::new().bold();
/// For less important text.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// Text for a terminal. Only [`Screen::styled`] adds escape sequences. Those in written text are made inert.
#[derive(Default)]
pub(crate) struct Screen(String);

impl Screen {
    /// Writes a text in a style.
    pub(crate) fn styled(&mut self, style: Style, text: &str) {
        self.0.push_str(&style.render().to_string());
        self.push(text);
        self.0.push_str(&style.render_reset().to_string());
    }

    /// Writes a text, and keeps its line ends.
    pub(crate) fn push(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.0.push('\n');
            }
            self.0.push_str(&inert(line));
        }
    }

    /// Writes a text unchanged. It must not contain text from a document.
    pub(crate) fn own(&mut self, text: &str) {
        self.0.push_str(text);
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Writing to a screen never fails.
impl fmt::Write for Screen {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text);
        Ok(())
    }
}

/// The text on one line, without commands to a terminal. A tab becomes a space.
pub(crate) fn inert(text: &str) -> String {
    Visible(&text.replace('\t', " ")).to_string()
}

/// Prints rows as aligned columns. The first row is the header.
pub(crate) fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]], screen: &mut Screen) {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| row.each_ref().map(|text| cut(text)))
        .collect();
    let mut widths = [0_usize; COLUMNS];
    let mut filled = [false; COLUMNS];
    for (number, row) in rows.iter().enumerate() {
        for ((width, filled), text) in widths.iter_mut().zip(&mut filled).zip(row) {
            *width = (*width).max(text.chars().count());
            *filled |= number > 0 && !text.is_empty();
        }
    }
    screen.push("\n");
    for (number, row) in rows.iter().enumerate() {
        let mut line = String::new();
        for ((text, width), filled) in row.iter().zip(widths).zip(filled) {
            // A column that is empty in every row is not shown.
            if filled {
                let _ = write!(line, "  {text:<width$}");
            }
        }
        let style = if number == 0 { FAINT } else { Style::new() };
        screen.styled(style, line.trim_end());
        screen.push("\n");
    }
}

/// The text, cut to the width of a cell, and inert.
fn cut(text: &str) -> String {
    let text = inert(text);
    if text.chars().count() <= WIDEST {
        return text;
    }
    let mut cut: String = text.chars().take(WIDEST - 1).collect();
    cut.push('…');
    cut
}

/// `1 row`, `2 rows`, `2 statuses`.
pub(crate) fn count(count: usize, what: &str) -> String {
    match (count, what.ends_with('s')) {
        (1, _) => format!("1 {what}"),
        (_, true) => format!("{count} {what}es"),
        (_, false) => format!("{count} {what}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Screen, inert};

    #[test]
    fn nothing_of_a_text_is_a_command() {
        let hostile = "a\u{1b}[31mred\u{1b}]8;;http://x\u{7}link\u{9b}2J\u{202e}txt\u{2066}\r\tend";
        let shown = inert(hostile);
        assert!(
            shown
                .chars()
                .all(|character| character == ' ' || character.is_ascii_graphic()),
            "{shown}"
        );
        let mut screen = Screen::default();
        screen.push(hostile);
        screen.push("\nnext line: žluťoučký 日本 👩‍🚀");
        assert_eq!(screen.as_str().matches('\u{1b}').count(), 0);
        assert!(screen.as_str().ends_with("\nnext line: žluťoučký 日本 👩‍🚀"));
    }
}
