//! Pipe tables: a header line, a line of dashes, and rows up to the first line that is not a row.

use super::inline::{self, Labels};
use crate::{
    message,
    table::{Cell, Table},
    text::{begins_with_code, consists_of, contains_any, place, position},
};

/// The lines that may belong to a table: those in the same quotes and list items as the first.
pub(super) struct Lines<'a, 'l> {
    /// The index of the first.
    pub(super) first: usize,
    /// The number of lines in the document.
    pub(super) count: usize,
    /// A line by its index, and where its content begins; `None` after the last.
    pub(super) row: &'l dyn Fn(usize) -> Option<(&'a str, usize)>,
    pub(super) labels: &'l Labels,
}

impl<'a> Lines<'a, '_> {
    /// A line by its number, counted from the first line of the table.
    fn get(&self, index: usize) -> Option<(&'a str, usize)> {
        (self.row)(self.first + index)
    }

    fn content(&self, index: usize) -> Option<&'a str> {
        let (line, start) = self.get(index)?;
        Some(line.get(start..).unwrap_or("").trim_end())
    }
}

/// Reads the table that begins with the first line. Returns the number of its lines too.
///
/// The dialect is that of GitHub, with one difference: a line without any `|` ends the table.
pub(super) fn parse(lines: &Lines<'_, '_>) -> Option<(Table, usize)> {
    let (first, column) = lines.get(0)?;
    let header = first.get(column..)?;
    let (ruler_line, ruler_start) = lines.get(1)?;
    let ruler = ruler_line.get(ruler_start..)?;
    if !is_head(header, ruler) {
        return None;
    }
    let line = lines.first;
    let columns = split(ruler, 0).len();
    let mut table = Table::new(position(line, first, column));
    table.header_rows = 1;
    let header_cells = add_row(&mut table, lines, line, (first, column));
    if header_cells != columns {
        table.flaws.push(message::pipe_ruler(
            position(line + 1, ruler_line, 0),
            header_cells,
            columns,
        ));
    }
    let mut count = 2;
    for index in 2.. {
        let Some((text, start)) = lines.get(index) else {
            break;
        };
        let content = text.get(start..).unwrap_or("").trim_end();
        if content.is_empty() || content == "|" {
            break;
        }
        if !has_bar(content) && header_cells > 1 {
            // GitHub reads it as a row with one cell. If it looks like a row, the author meant one.
            let goes_on = lines.content(index + 1).is_some_and(has_bar)
                && !lines.content(index + 2).is_some_and(is_ruler);
            if goes_on || begins_with_code(content) {
                table.flaws.push(message::pipe_no_bar(
                    position(line + index, text, start),
                    content,
                ));
            }
            break;
        }
        count = index + 1;
        let is_last = line + index + 1 == lines.count;
        if is_last && header.trim_end().ends_with('|') && !content.ends_with('|') {
            table.flaws.push(message::pipe_cut_off(
                position(line + index, text, start),
                content,
            ));
        }
        let row = table.row_count();
        let cells = add_row(&mut table, lines, line + index, (text, start));
        if (header_cells..cells).any(|extra| !table.text(row, extra).is_empty()) {
            let place = table
                .cell(row, header_cells)
                .map_or(table.position, |(cell, _)| cell.position);
            table
                .flaws
                .push(message::pipe_too_many(place, cells, header_cells));
        }
    }
    Some((table, count))
}

/// Whether two lines begin a table.
pub(super) fn is_head(header: &str, ruler: &str) -> bool {
    header.contains('|') && header.trim() != "|" && is_ruler(ruler)
}

/// Whether a line, with the next line below it, may begin a table or a broken table.
pub(super) fn may_begin(content: &str, next: &str) -> bool {
    is_head(content, next) || begins_fragment(content, Some(next))
}

/// Reads lines that look like a table, but have no header above a line of dashes, as a broken table.
pub(super) fn fragment(lines: &Lines<'_, '_>) -> Option<(Table, usize)> {
    let (first, column) = lines.get(0)?;
    if !begins_fragment(first.get(column..)?, lines.content(1)) {
        return None;
    }
    let mut table = Table::new(position(lines.first, first, column));
    table
        .flaws
        .push(message::pipe_no_ruler(table.position, first.trim()));
    let mut count = 0;
    while let Some(row) = lines.get(count) {
        let content = row.0.get(row.1..).unwrap_or("").trim_end();
        if !has_bar(content) && !is_nearly_ruler(content) {
            break;
        }
        add_row(&mut table, lines, lines.first + count, row);
        count += 1;
    }
    Some((table, count))
}

fn begins_fragment(content: &str, next: Option<&str>) -> bool {
    is_framed(content)
        || is_ruler(content)
        || (has_bar(content) && (next.is_some_and(is_nearly_ruler) || is_nearly_ruler(content)))
}

/// Whether a line begins and ends with a bar and has one in between.
fn is_framed(content: &str) -> bool {
    let content = content.trim_end();
    content.starts_with('|') && content.ends_with('|') && content.matches('|').count() >= 3
}

/// Whether a line is probably meant as the line of dashes: it has many dashes, a gap between them, and little else.
fn is_nearly_ruler(line: &str) -> bool {
    let content = line.trim();
    // Of most lines, this reads only the beginning.
    let others = content
        .bytes()
        .filter(|byte| !matches!(byte, b'-' | b':' | b'|' | b' '))
        .take(content.len() / 7 + 1)
        .count();
    if others * 7 > content.len() {
        return false;
    }
    let dashes = content.bytes().filter(|byte| *byte == b'-').count();
    dashes >= 6 && others * 6 <= dashes && contains_any(content, "| ")
}

/// Splits a line, whose content begins at an offset, into cells and adds them. Returns their number.
fn add_row(
    table: &mut Table,
    lines: &Lines<'_, '_>,
    line: usize,
    (text, start): (&str, usize),
) -> usize {
    table.begin_row();
    let cells = split(text, start);
    let mut column = 0;
    let mut counted = 0;
    for &(from, to) in cells.iter().take(crate::table::MAX_COLUMNS) {
        let raw = text.get(from..to).unwrap_or("");
        let blank = raw.len() - raw.trim_start().len();
        column += text
            .get(counted..from + blank)
            .map_or(0, |before| before.chars().count());
        counted = from + blank;
        let shown = if raw.contains('\\') {
            inline::reduce(&raw.trim().replace("\\|", "|"), lines.labels)
        } else {
            inline::reduce(raw.trim(), lines.labels)
        };
        table.push(Cell::shown(shown, place(line, column)));
    }
    cells.len()
}

/// The byte ranges of a line's cells: between the bars that are not escaped.
fn split(text: &str, start: usize) -> Vec<(usize, usize)> {
    let end = text.trim_end().len();
    let first = text
        .get(start..end)
        .map_or(start, |content| end - content.trim_start().len());
    let mut cells = Vec::new();
    let mut from = first;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().take(end).skip(first) {
        if byte == b'|' && !escaped {
            if at > first {
                cells.push((from, at));
            }
            from = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    if from < end || cells.is_empty() {
        cells.push((from.min(end), end));
    }
    cells
}

/// Whether a line is the line of dashes below a header: `|---|:--:|`.
fn is_ruler(line: &str) -> bool {
    let content = line.trim();
    content.contains('|')
        && consists_of(content, "-:| \t")
        && split(content, 0).iter().all(|&(from, to)| {
            let cell = content.get(from..to).unwrap_or("").trim();
            let dashes = cell.strip_prefix(':').unwrap_or(cell);
            let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
            !dashes.is_empty() && consists_of(dashes, "-")
        })
}

fn has_bar(content: &str) -> bool {
    content.match_indices('|').any(|(at, _)| {
        let before = content.get(..at).unwrap_or("");
        let escapes = before.len() - before.trim_end_matches('\\').len();
        escapes.is_multiple_of(2)
    })
}
