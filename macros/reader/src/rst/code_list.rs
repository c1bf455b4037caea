//! Lists of codes that are not tables: field lists (`:404: Not here`) and definition lists, read as tables of two
//! columns.

use super::inline;
use crate::{
    table::{Cell, Table},
    text::{self, digits, indent},
};

/// How many items make a list of codes: a single line that begins with a number is prose.
const LEAST_ITEMS: usize = 2;

/// What the columns of such a list would be called.
const HEADINGS: [&str; 2] = ["Code", "Description"];

/// Reads the list that begins with the first of the lines, and says how many lines it has; `line` is the first one's
/// index in the document.
pub(super) fn parse(lines: &[&str], line: usize) -> Option<(Table, usize)> {
    let first = lines.first()?;
    let column = indent(first);
    item(lines, 0, column)?;
    let mut table = Table::new(text::position(line, first, column));
    table.header_rows = 1;
    table.begin_row();
    for heading in HEADINGS {
        table.push(Cell::new(heading.to_owned(), table.position));
    }
    let (mut at, mut end) = (0, 0);
    while let Some(found) = item(lines, at, column) {
        table.begin_row();
        let row = lines.get(at).copied().unwrap_or("");
        let position = text::position(line + at, row, found.start);
        table.push(Cell::new(inline::reduce(found.term), position));
        let below = lines.get(at + 1..found.end).unwrap_or(&[]);
        let mut described = vec![found.beside];
        described.extend(below);
        table.push(Cell::new(inline::reduce_block(&described), position));
        end = found.end;
        at = end;
        while lines.get(at).is_some_and(|line| line.trim().is_empty()) {
            at += 1;
        }
    }
    (table.row_count() > LEAST_ITEMS).then_some((table, end))
}

/// An item of a list of codes.
struct Item<'a> {
    /// The code, with its phrase if it has one, and where it begins.
    term: &'a str,
    start: usize,
    /// What follows it on its line.
    beside: &'a str,
    /// The index of the first line behind the item.
    end: usize,
}

/// The item at a line, indented so far.
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
    // Two spaces part the columns of a simple table whose border is missing.
    let is_code = digits(term) == 3 && matches!(term.as_bytes().first(), Some(b'1'..=b'5'));
    if !is_code || term.contains("  ") {
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
