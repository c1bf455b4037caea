//! Pipe tables: a header line, a line of dashes, and rows until the first line that is none.

use super::{atx_heading, fence, inline, is_html_block};
use crate::{
    message,
    table::{Cell, Table},
    text::{consists_of, contains_any, position, trim_start_any},
};

/// Reads the table that begins with the first line, and says how many lines it has.
///
/// A table of GitHub's dialect, but for one thing: a line without any `|` ends the table.
pub(super) fn parse(lines: &[&str], line: usize, column: usize) -> Option<(Table, usize)> {
    let header = lines.first()?.get(column..)?;
    let ruler = lines.get(1)?;
    if !header.contains('|') || !is_ruler(ruler) {
        return None;
    }
    let columns = split(ruler, super::content_start(ruler)).len();
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
            let goes_on = lines.get(index + 1).is_some_and(|next| has_bar(next))
                && !lines.get(index + 2).is_some_and(|after| is_ruler(after));
            if goes_on || begins_with_code(content) {
                table.flaws.push(message::pipe_no_bar(
                    position(line + index, text, start),
                    content.trim(),
                ));
            }
            break;
        }
        count = index + 1;
        let is_last = index + 1 == lines.len();
        if is_last && header.trim_end().ends_with('|') && !content.trim_end().ends_with('|') {
            table.flaws.push(message::pipe_cut_off(
                position(line + index, text, start),
                content.trim(),
            ));
        }
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

/// Takes lines that look like a table, but have no header above a line of dashes, for one that is broken.
pub(super) fn fragment(lines: &[&str], line: usize, column: usize) -> Option<(Table, usize)> {
    let first = lines.first()?;
    let content = first.get(column..)?;
    let above_ruler = lines.get(1).is_some_and(|next| is_nearly_ruler(next));
    let begins = is_framed(content)
        || is_ruler(content)
        || (has_bar(content) && (above_ruler || is_nearly_ruler(content)));
    if !begins {
        return None;
    }
    let mut table = Table::new(position(line, first, column));
    table
        .flaws
        .push(message::pipe_no_ruler(table.position, first.trim()));
    let mut count = 0;
    for text in lines {
        let start = super::content_start(text);
        let content = text.get(start..).unwrap_or("");
        if !has_bar(content) && !is_nearly_ruler(content) {
            break;
        }
        add_row(&mut table, text, line + count, start);
        count += 1;
    }
    Some((table, count))
}

/// Whether a line begins and ends with a bar and has one in between.
fn is_framed(content: &str) -> bool {
    let content = content.trim_end();
    content.starts_with('|') && content.ends_with('|') && content.matches('|').count() >= 3
}

/// Whether a line was meant for the one of dashes: it has many, a gap between them, and little else.
fn is_nearly_ruler(line: &str) -> bool {
    let content = line.trim();
    let dashes = content.matches('-').count();
    let others = content
        .bytes()
        .filter(|byte| !matches!(byte, b'-' | b':' | b'|' | b' '))
        .count();
    dashes >= 6 && others * 6 <= dashes && contains_any(content, "| ")
}

/// Whether a text begins with something like a status code: `404`, `5xx`.
fn begins_with_code(content: &str) -> bool {
    let text = trim_start_any(content, "`*_ ").as_bytes();
    matches!(text, [b'1'..=b'5', b'0'..=b'9' | b'x' | b'X', b'0'..=b'9' | b'x' | b'X', rest @ ..]
        if rest.first().is_none_or(|byte| !byte.is_ascii_alphanumeric()))
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
        table.push(Cell::new(text, crate::text::place(line, column)));
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
        && consists_of(content, "-:| \t")
        && split(content, 0).iter().all(|&(from, to)| {
            let cell = content.get(from..to).unwrap_or("").trim();
            let dashes = cell.strip_prefix(':').unwrap_or(cell);
            let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
            !dashes.is_empty() && consists_of(dashes, "-")
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
