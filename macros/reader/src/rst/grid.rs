//! Grid tables: `+---+` boxes, whose cells may span rows and columns.
//!
//! The reader goes through the table from top to bottom, with a list of the cells that are open at each line. A cell ends
//! where a line of dashes is below it. Every character is read a fixed number of times.

use super::canvas::{Canvas, Count};
use crate::{
    message, order,
    rst::inline,
    table::{Cell, MAX_COLUMNS, Table},
    text::{consists_of, fold, place},
    width::width,
};

/// Whether a line is the top of a grid table: `+--+--+`.
pub(super) fn is_border(line: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 4 && line.starts_with("+-") && line.ends_with("-+") && consists_of(line, "-+")
}

/// Whether a line looks like part of a grid table, although it cannot begin one.
pub(super) fn is_fragment(line: &str) -> bool {
    let line = line.trim_end();
    let row = line.starts_with('|') && line.ends_with('|') && line.matches('|').count() >= 3;
    row || ((line.starts_with("+-") || line.starts_with("+="))
        && line.ends_with('+')
        && line.len() >= 4)
}

/// Reads lines without a top border as a broken table, with its cells between bars.
pub(super) fn fragment(lines: &[&str], line: usize, indent: usize) -> Table {
    let mut table = Table::new(place(line, indent));
    let first = lines.first().map_or("", |line| line.trim());
    table.flaw(message::grid_broken(table.position, first));
    for (index, text) in lines
        .iter()
        .enumerate()
        .filter(|(_, text)| text.trim_start().starts_with('|'))
    {
        table.begin_row();
        for part in text.trim().trim_matches('|').split('|').take(MAX_COLUMNS) {
            table.push(Cell::new(fold(part), place(line + index, indent)));
        }
    }
    table
}

/// Reads a table from its lines. `line` is the index of the first one in the document.
pub(super) fn parse(lines: &[&str], line: usize, indent: usize) -> Table {
    let shown = sweep(lines, line, indent, Count::Shown);
    let counts_differ = || {
        let differs = |line: &&str| line.chars().any(|character| width(character) != 1);
        lines.iter().any(|line| !line.is_ascii() && differs(line))
    };
    if shown.flaws.is_empty() || !counts_differ() {
        return shown;
    }
    // Some editors align by characters. Their count is used only if it gives a table without a flaw.
    let counted = sweep(lines, line, indent, Count::Characters);
    if counted.flaws.is_empty() {
        counted
    } else {
        shown
    }
}

/// A cell whose bottom border has not come yet.
#[derive(Clone, Copy)]
struct Open {
    left: usize,
    right: usize,
    top: usize,
}

/// A cell with all four borders.
struct Closed {
    open: Open,
    bottom: usize,
}

fn sweep(lines: &[&str], line: usize, indent: usize, count: Count) -> Table {
    let canvas = Canvas::new(lines, line, indent, count);
    let mut table = Table::new(canvas.position(0, 0));
    let right_edge = canvas.row(0).len().saturating_sub(1);
    let mut open = Vec::new();
    divide(&canvas, 0, (0, right_edge), &mut open);
    let mut closed: Vec<Closed> = Vec::new();
    let mut separators = vec![0];
    let mut header_line = None;

    for y in 1..canvas.height() {
        if canvas.row(y).len() != right_edge + 1 {
            table.flaw(message::grid_ragged(
                canvas.position(y, canvas.row(y).len()),
                &canvas.shown(y),
            ));
        }
        let ends = |cell: &Open| is_rule(canvas.slice(y, cell.left + 1, cell.right));
        if !open.iter().any(ends) {
            if canvas.at(y, 0) == '+' && has_dashes(canvas.row(y)) {
                table.flaw(message::grid_broken(
                    canvas.position(y, 0),
                    &canvas.shown(y),
                ));
            }
            keep_borders(&canvas, y, &mut open, &mut table);
            continue;
        }
        let all_end = open.iter().all(ends);
        if separators.last() == Some(&(y - 1)) && all_end {
            table.flaw(message::empty_row(canvas.position(y, 0), &canvas.shown(y)));
        }
        separators.push(y);
        if canvas.slice(y, 0, right_edge).contains(&'=') && header_line.is_none() && all_end {
            header_line = Some(y);
        }
        let mut next = Vec::with_capacity(open.len());
        let mut region: Option<(usize, usize)> = None;
        for cell in &open {
            if ends(cell) {
                closed.push(Closed {
                    open: *cell,
                    bottom: y,
                });
                region = Some((region.map_or(cell.left, |(left, _)| left), cell.right));
                continue;
            }
            if let Some(region) = region.take() {
                divide(&canvas, y, region, &mut next);
            }
            if has_dashes(canvas.slice(y, cell.left + 1, cell.right)) {
                table.flaw(message::grid_broken(
                    canvas.position(y, cell.left),
                    &canvas.shown(y),
                ));
            }
            next.push(*cell);
        }
        if let Some(region) = region {
            divide(&canvas, y, region, &mut next);
        }
        open = next;
    }

    let last = canvas.height();
    if separators.last() != Some(&last.saturating_sub(1))
        || open.iter().any(|cell| cell.top + 1 < last)
    {
        // The table ends too early, so the error is at the last line.
        let position = canvas.position(last.saturating_sub(1), 0);
        table
            .flaws
            .retain(|flaw| flaw.position.is_none_or(|at| at.line < position.line));
        table.flaw(message::grid_cut_off(position));
        closed.extend(open.into_iter().map(|open| Closed { open, bottom: last }));
        separators.push(last);
    } else if header_line == Some(last.saturating_sub(1)) {
        // A header without a row below it.
        table.flaw(message::grid_cut_off(
            canvas.position(last.saturating_sub(1), 0),
        ));
    }
    fill(&canvas, &closed, &separators, header_line, &mut table);
    table
}

/// Adds the cells that begin below a rule between two borders: one for each corner with a border below it.
fn divide(canvas: &Canvas, y: usize, (left, right): (usize, usize), cells: &mut Vec<Open>) {
    let (row, below) = (canvas.row(y), canvas.row(y + 1));
    let mut start = left;
    for x in left + 1..=right {
        let corner = row.get(x) == Some(&'+') && matches!(below.get(x), Some('|' | '+'));
        if corner || x == right {
            cells.push(Open {
                left: start,
                right: x,
                top: y,
            });
            start = x;
        }
    }
}

/// Checks that the borders between open cells continue. Two cells without a border between them are one cell.
fn keep_borders(canvas: &Canvas, y: usize, open: &mut Vec<Open>, table: &mut Table) {
    let mut kept: Vec<Open> = Vec::with_capacity(open.len());
    for cell in std::mem::take(open) {
        let border = matches!(canvas.at(y, cell.left), '|' | '+');
        match kept.last_mut() {
            Some(before) if !border && before.top == cell.top && before.right == cell.left => {
                before.right = cell.right;
            }
            _ => {
                if !border {
                    table.flaw(message::grid_broken(
                        canvas.position(y, cell.left),
                        &canvas.shown(y),
                    ));
                }
                kept.push(cell);
            }
        }
    }
    if kept
        .last()
        .is_some_and(|cell| !matches!(canvas.at(y, cell.right), '|' | '+'))
    {
        table.flaw(message::grid_ragged(
            canvas.position(y, 0),
            &canvas.shown(y),
        ));
    }
    *open = kept;
}

/// Whether this part of a line, below a cell, is its bottom border.
fn is_rule(part: &[char]) -> bool {
    !part.is_empty()
        && part
            .iter()
            .all(|character| matches!(character, '-' | '=' | '+'))
}

/// Whether this part of a line looks as if it should have been a border.
fn has_dashes(part: &[char]) -> bool {
    part.windows(3)
        .any(|three| three.iter().all(|c| *c == '-') || three.iter().all(|c| *c == '='))
}

/// Puts the closed cells into rows and columns.
fn fill(
    canvas: &Canvas,
    closed: &[Closed],
    separators: &[usize],
    header: Option<usize>,
    table: &mut Table,
) {
    let mut borders = Vec::new();
    for cell in closed {
        order::add(&mut borders, cell.open.left);
        order::add(&mut borders, cell.open.right);
        if borders.len() > MAX_COLUMNS + 1 {
            table.flaw(message::too_wide(table.position));
            return;
        }
    }
    let mut cells: Vec<&Closed> = closed.iter().collect();
    order::sort(&mut cells, |one, other| {
        (one.open.top, one.open.left).cmp(&(other.open.top, other.open.left))
    });
    let index = |list: &[usize], value: usize| list.binary_search(&value).unwrap_or_else(|at| at);
    for _ in 1..separators.len() {
        table.begin_row();
    }
    table.header_rows = header.map_or(0, |y| index(separators, y));
    for cell in cells {
        let Open { left, right, top } = cell.open;
        let (lines, position) = canvas.block(top + 1, cell.bottom, left + 1, right);
        let column = index(&borders, left);
        let columns = index(&borders, right).saturating_sub(column).max(1);
        if columns > 1
            && let Some(y) =
                (top + 1..cell.bottom).find(|&y| hides_border(canvas, y, left, right, &borders))
        {
            table.flaw(message::grid_broken(
                canvas.position(y, left),
                &canvas.shown(y),
            ));
        }
        let row = index(separators, top);
        if columns == 1 && run_together(&lines) {
            table.flaw(message::grid_merged(position, &lines.join(" ")));
        }
        let text = inline::reduce_block(&lines);
        if !table.place(row, column, columns, Cell::new(text, position)) {
            table.flaw(message::too_wide(position));
            return;
        }
        for below in row + 1..index(separators, cell.bottom) {
            table.extend_down(below, column, columns);
        }
    }
}

/// Whether two lines of a cell begin with a status code. Then the border between two rows is probably missing.
fn run_together(lines: &[String]) -> bool {
    let begins = |line: &&String| {
        let bytes = line.as_bytes();
        matches!(bytes, [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9', rest @ ..] if rest.first().is_none_or(|byte| *byte == b' '))
    };
    let mut filled = lines.iter().filter(|line| !line.is_empty());
    filled.next().as_ref().is_some_and(begins) && filled.any(|line| begins(&line))
}

/// Whether a cell over several columns has a `|` so near to the border of a column that it may be that border,
/// misplaced.
fn hides_border(canvas: &Canvas, y: usize, left: usize, right: usize, borders: &[usize]) -> bool {
    borders
        .iter()
        .filter(|&&border| left < border && border < right)
        .any(|&border| {
            let near = canvas.slice(
                y,
                (border.saturating_sub(2)).max(left + 1),
                (border + 3).min(right),
            );
            near.contains(&'|')
        })
}
