//! Tabs: tables are drawn in columns, so a tab counts as the spaces up to the next eighth, as docutils has it.

use crate::{
    error::{DocError, Position},
    page::Page,
    text,
};

/// Where tabs stop.
const STOP: usize = 8;

/// The text with spaces for its tabs.
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

/// Turns places in the expanded text into those of the text that the user sees.
pub(crate) fn restore(
    text: &str,
    read: Result<Page, Vec<DocError>>,
) -> Result<Page, Vec<DocError>> {
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

/// The column of a line that is at this column of the expanded line; both start at 1.
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
