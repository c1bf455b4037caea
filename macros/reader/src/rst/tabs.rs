//! Expands tabs, because tables are drawn in columns. As in docutils, a tab reaches to the next multiple of eight columns.

use crate::{
    error::{DocError, Position},
    page::Page,
    text,
};

/// Where tabs stop.
const STOP: usize = 8;

/// The text with its tabs replaced by spaces.
pub(crate) fn expand(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut column = 0;
    for character in text.chars() {
        match character {
            '\t' => {
                let spaces = STOP - column % STOP;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' => {
                out.push('\n');
                column = 0;
            }
            _ => {
                out.push(character);
                column += 1;
            }
        }
    }
    out
}

/// Turns the positions in the expanded text into positions in the original text.
pub(crate) fn restore(
    text: &str,
    read: Result<Page, Vec<DocError>>,
) -> Result<Page, Vec<DocError>> {
    if !text.contains('\t') {
        return read;
    }
    let lines = text::lines(text);
    let restore = |position: &mut Position| {
        let index = usize::try_from(position.line).unwrap_or(usize::MAX);
        let line = lines.get(index.saturating_sub(1)).copied().unwrap_or("");
        if line.contains('\t') {
            position.column = original(line, position.column);
        }
    };
    match read {
        Ok(mut page) => {
            for row in &mut page.statuses {
                restore(&mut row.position);
            }
            for row in &mut page.error_codes {
                restore(&mut row.position);
            }
            for endpoint in &mut page.endpoints {
                restore(&mut endpoint.position);
                for row in &mut endpoint.statuses {
                    restore(&mut row.position);
                }
            }
            for note in &mut page.notes {
                restore(&mut note.position);
            }
            Ok(page)
        }
        Err(mut mistakes) => {
            for mistake in &mut mistakes {
                if let Some(position) = &mut mistake.position {
                    restore(position);
                }
            }
            Err(mistakes)
        }
    }
}

/// The column in the original line for a column in the expanded line. Both start at 1.
fn original(line: &str, expanded: u32) -> u32 {
    let mut shown = 0;
    let mut column = 1;
    for character in line.chars() {
        shown = match character {
            '\t' => shown + STOP - shown % STOP,
            _ => shown + 1,
        };
        if u32::try_from(shown).is_ok_and(|shown| shown >= expanded) {
            break;
        }
        column += 1;
    }
    column
}
