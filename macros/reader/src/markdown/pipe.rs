//! Pipe tables: a header line, a line of dashes, and rows until the first line that is none.

use super::{atx_heading, fence, inline, is_html_block};
use crate::{
    message,
    table::{Cell, Table},
    text::position,
};

/// Reads the table that begins with the first line, and says how many lines it has.
///
/// A table of GitHub's dialect, with two liberties: the line of dashes may have a cell more or less than
/// the header where the rows agree with one of them, and a line without any `|` ends the table.
pub(super) fn parse(lines: &[&str], line: usize, column: usize) -> Option<(Table, usize)> {
    let header = lines.first()?.get(column..)?;
    let ruler = lines.get(1)?;
    if !header.contains('|') || !is_ruler(ruler) {
        return None;
    }
    let columns = split(ruler, 0).len();
    let mut table = Table::new(position(line, lines.first()?, column));
    table.header_rows = 1;
    let header_cells = add_row(&mut table, lines.first()?, line, column);
    if header_cells != columns {
        table.flaws.push(message::pipe_ruler(
            position(line + 1, ruler, 0),
            header_cells,
            columns,
        ));
    }
    let mut count = 2;
    for (index, text) in lines.iter().enumerate().skip(2) {
        let start = super::content_start(text);
        let content = text.get(start..).unwrap_or("");
        if content.trim().is_empty() || ends_table(content) {
            break;
        }
        if !has_bar(content) && header_cells > 1 {
            // GitHub takes it for a row of one cell; where it looks like one, somebody meant it so.
            if content
                .trim_start_matches(['`', '*'])
                .bytes()
                .take_while(u8::is_ascii_digit)
                .count()
                == 3
            {
                table.flaws.push(message::pipe_no_bar(
                    position(line + index, text, start),
                    content.trim(),
                ));
            }
            break;
        }
        count = index + 1;
        let row = table.row_count();
        let cells = add_row(&mut table, text, line + index, start);
        if cells > header_cells
            && (header_cells..cells).any(|extra| !table.text(row, extra).is_empty())
        {
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

/// Splits a line into cells and adds them; says how many they are.
fn add_row(table: &mut Table, text: &str, line: usize, start: usize) -> usize {
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
        let text = inline::reduce(&raw.trim().replace("\\|", "|"));
        table.push(Cell {
            text,
            position: crate::text::place(line, column),
        });
    }
    cells.len()
}

/// The byte ranges of a line's cells: between the bars that are not escaped.
fn split(text: &str, start: usize) -> Vec<(usize, usize)> {
    let end = text.trim_end().len();
    let mut bars = Vec::new();
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().take(end).skip(start) {
        if byte == b'|' && !escaped {
            bars.push(at);
        }
        escaped = byte == b'\\' && !escaped;
    }
    let mut from = text
        .get(start..end)
        .map_or(start, |content| end - content.trim_start().len());
    if bars.first() == Some(&from) {
        bars.remove(0);
        from += 1;
    }
    let mut cells = Vec::with_capacity(bars.len() + 1);
    for bar in bars {
        cells.push((from, bar));
        from = bar + 1;
    }
    if from < end || cells.is_empty() {
        cells.push((from.min(end), end));
    }
    cells
}

/// Whether a line is the one of dashes: `|---|:--:|`.
fn is_ruler(line: &str) -> bool {
    let content = line
        .get(super::content_start(line)..)
        .unwrap_or("")
        .trim_end();
    content.contains('-')
        && content.contains('|')
        && content
            .bytes()
            .all(|byte| matches!(byte, b'-' | b':' | b'|' | b' ' | b'\t'))
        && split(content, 0).iter().all(|&(from, to)| {
            let cell = content.get(from..to).unwrap_or("").trim();
            let dashes = cell.strip_prefix(':').unwrap_or(cell);
            let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
            !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
        })
}

fn has_bar(content: &str) -> bool {
    let mut escaped = false;
    content.bytes().any(|byte| {
        let bar = byte == b'|' && !escaped;
        escaped = byte == b'\\' && !escaped;
        bar
    })
}

/// Whether a line begins another block.
fn ends_table(content: &str) -> bool {
    atx_heading(content).is_some()
        || fence(content).is_some()
        || content.starts_with("<!--")
        || is_html_block(content)
}
