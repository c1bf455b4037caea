//! Lists of codes that are not tables: field lists (`:404: Not here`) and definition lists, read as tables of two
//! columns.

use super::inline;
use crate::{
    table::{Cell, Table},
    text::{self, begins_with_code, indent, trim_start_any},
};

/// Reads the list that begins with the first of the lines. Returns the number of its lines too. `line` is the index of the
/// first one in the document.
///
/// The list ends before two items in a row that are not codes.
pub(super) fn parse(lines: &[&str], line: usize) -> Option<(Table, usize)> {
    let first = lines.first()?;
    let column = indent(first);
    if !begins_with_code(trim_start_any(first, " :")) {
        return None;
    }
    let mut items: Vec<(Cell, Cell)> = Vec::new();
    let (mut at, mut end) = (0, 0);
    while let Some(found) = item(lines, at, column) {
        let is_other = |(term, _): &(Cell, Cell)| !begins_with_code(&term.text);
        if items.last().is_some_and(is_other) && !begins_with_code(found.term) {
            break;
        }
        let row = lines.get(at).copied().unwrap_or("");
        let position = text::position(line + at, row, found.start);
        let term = Cell::new(inline::reduce(found.term), position);
        let below = lines.get(at + 1..found.end).unwrap_or(&[]);
        let mut described = vec![found.beside];
        described.extend(below);
        items.push((term, Cell::new(inline::reduce_block(&described), position)));
        end = found.end;
        at = end;
        while lines.get(at).is_some_and(|line| line.trim().is_empty()) {
            at += 1;
        }
    }
    let table = Table::of_list(text::position(line, first, column), items)?;
    Some((table, end))
}

/// An item of a list of codes.
struct Item<'a> {
    /// The code, with its phrase if it has one, and where it begins.
    term: &'a str,
    start: usize,
    /// The text after the code on its line.
    beside: &'a str,
    /// The index of the first line after the item.
    end: usize,
}

/// The item that begins at a line with this indentation.
fn item<'a>(lines: &[&'a str], at: usize, column: usize) -> Option<Item<'a>> {
    let line = lines.get(at)?;
    if indent(line) != column {
        return None;
    }
    let content = line.get(column..)?.trim_end();
    let mut end = at + 1;
    let field = content
        .strip_prefix(':')
        .and_then(|field| field.split_once(':'));
    let (term, start, beside) = if let Some((name, beside)) = field {
        (name, column + 1, beside.trim())
    } else {
        // A definition follows its term directly, indented deeper.
        let next = lines.get(end)?;
        if next.trim().is_empty() || indent(next) <= column {
            return None;
        }
        (content, column, "")
    };
    // A term without a number is prose. A term with two spaces in it is the row of a simple table whose border is missing.
    if !text::contains(term, |c| c.is_ascii_digit()) || term.contains("  ") {
        return None;
    }
    while let Some(below) = lines.get(end) {
        if below.trim().is_empty() {
            let goes_on = lines
                .get(end + 1)
                .is_some_and(|next| !next.trim().is_empty() && indent(next) > column);
            if !goes_on {
                break;
            }
        } else if indent(below) <= column {
            break;
        }
        end += 1;
    }
    Some(Item {
        term,
        start,
        beside,
        end,
    })
}
