//! Simple tables: columns under `=====  =====`. A row begins on each line with text in the first column.

use super::canvas::{Canvas, Count};
use crate::{
    message,
    rst::inline,
    table::{Cell, Table},
    text::consists_of,
    width::width,
};

/// Whether a line is the border of a simple table with at least two columns: `===  ===`.
pub(crate) fn is_border(line: &str) -> bool {
    let line = line.trim_end();
    line.starts_with('=') && line.contains(" =") && consists_of(line, "= ")
}

/// The number of lines in the table that begins with the first line, and whether its bottom border was found.
pub(super) fn extent(lines: &[&str], indent: usize) -> (usize, bool) {
    let mut borders = 0;
    for (index, line) in lines.iter().enumerate().skip(1) {
        let text = line.trim();
        if !text.is_empty() && crate::text::indent(line) < indent {
            return (index, false);
        }
        if is_border(text) {
            borders += 1;
            let next = lines
                .get(index + 1)
                .is_none_or(|next| next.trim().is_empty());
            // A border between a blank line and a text is the top of the next table.
            let above = lines
                .get(index - 1)
                .is_none_or(|above| above.trim().is_empty());
            if above && !next {
                return (index, false);
            }
            if borders == 2 || next {
                return (index + 1, true);
            }
        }
    }
    (lines.len(), false)
}

/// Reads a table from its lines. `line` is the index of the first one in the document.
pub(super) fn parse(lines: &[&str], line: usize, indent: usize, complete: bool) -> Table {
    let mut table = read(lines, line, indent, Count::Shown);
    if !table.flaws.is_empty()
        && lines
            .iter()
            .any(|line| line.chars().any(|character| width(character) != 1))
    {
        let counted = read(lines, line, indent, Count::Characters);
        if counted.flaws.is_empty() {
            table = counted;
        }
    }
    if !complete {
        table.flaw(message::simple_cut_off(table.position));
    }
    table
}

fn read(lines: &[&str], line: usize, indent: usize, count: Count) -> Table {
    let canvas = Canvas::new(lines, line, indent, count);
    let mut table = Table::new(canvas.position(0, 0));
    let columns = spans(canvas.row(0), '=');
    let first = columns.first().copied().unwrap_or((0, 0));
    let mut rows = Rows {
        canvas: &canvas,
        columns: &columns,
        table: &mut table,
    };
    let mut start = None;
    for y in 1..canvas.height() {
        let row = canvas.row(y);
        if is_line_of(row, '=') {
            if y == 1 {
                let position = canvas.position(y, 0);
                rows.table
                    .flaw(message::empty_row(position, &canvas.shown(y)));
            }
            rows.border(y, &spans(row, '='));
            rows.add(start.take(), y, &columns);
            if y + 1 < canvas.height() {
                rows.table.header_rows = rows.table.row_count();
            }
        } else if is_line_of(row, '-') && start.is_some() {
            let parts = spans(row, '-');
            rows.border(y, &parts);
            rows.add(start.take(), y, &parts);
        } else if canvas
            .slice(y, first.0, first.1)
            .iter()
            .any(|c| !c.is_whitespace())
        {
            // A line that begins as a border is a broken border, not a row.
            let is_border = |c: &char| *c == '=';
            let begin = canvas.slice(y, first.0, first.1);
            if begin.len() > 2 && begin.iter().all(is_border) {
                rows.border(y, &[]);
            }
            rows.add(start.replace(y), y, &columns);
        } else if start.is_none() && !row.is_empty() {
            // docutils ignores such a line. It may be a row whose first column was forgotten.
            let position = canvas.position(y, 0);
            rows.table
                .flaw(message::simple_orphan(position, &canvas.shown(y)));
        }
    }
    rows.add(start, canvas.height(), &columns);
    table
}

struct Rows<'a> {
    canvas: &'a Canvas,
    columns: &'a [(usize, usize)],
    table: &'a mut Table,
}

impl Rows<'_> {
    /// Refuses a border whose parts do not begin and end where columns do. The last part may be longer.
    fn border(&mut self, y: usize, parts: &[(usize, usize)]) {
        let begins = |left: usize| self.columns.iter().any(|column| column.0 == left);
        let ends = |right: usize| self.columns.iter().any(|column| column.1 == right);
        let last = parts.len().saturating_sub(1);
        let edge = self.columns.last().map_or(0, |column| column.1);
        let fits = |(index, &(left, right)): (usize, &(usize, usize))| {
            begins(left) && (ends(right) || (index == last && right >= edge))
        };
        // The border of a row covers every column. A gap would drop the column in it.
        let starts =
            parts.first().map(|part| part.0) == self.columns.first().map(|column| column.0);
        if !starts || !parts.iter().enumerate().all(fits) {
            let position = self.canvas.position(y, 0);
            self.table
                .flaw(message::simple_border(position, &self.canvas.shown(y)));
        }
    }

    /// Adds the row that began at a line, if one did; `parts` are its columns, spans included.
    fn add(&mut self, start: Option<usize>, end: usize, parts: &[(usize, usize)]) {
        let Some(start) = start else { return };
        let row = self.table.row_count();
        self.table.begin_row();
        for (index, &(left, right)) in parts.iter().enumerate() {
            let last = index + 1 == parts.len();
            let edge = if last { usize::MAX } else { right };
            let margin = parts.get(index + 1).map_or(edge, |next| next.0);
            for y in start..end {
                if self
                    .canvas
                    .slice(y, edge, margin)
                    .iter()
                    .any(|c| !c.is_whitespace())
                {
                    let position = self.canvas.position(y, edge);
                    self.table
                        .flaw(message::simple_margin(position, &self.canvas.shown(y)));
                }
            }
            let before = |edge: usize| self.columns.partition_point(|column| column.0 < edge);
            let column = before(left);
            let covered = before(right.max(left + 1)) - column;
            let (lines, position) = self.canvas.block(start, end, left, edge);
            let text = inline::reduce_block(&lines);
            if !self
                .table
                .place(row, column, covered.max(1), Cell::new(text, position))
            {
                self.table.flaw(message::too_wide(position));
                return;
            }
        }
    }
}

/// The runs of a character in a line, each as its begin and its end.
fn spans(row: &[char], of: char) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut start = None;
    for (x, &character) in row.iter().chain(&[' ']).enumerate() {
        if character == of {
            start = start.or(Some(x));
        } else if let Some(start) = start.take() {
            spans.push((start, x));
        }
    }
    spans
}

fn is_line_of(row: &[char], of: char) -> bool {
    row.first() == Some(&of)
        && row
            .iter()
            .all(|character| *character == of || *character == ' ')
}
