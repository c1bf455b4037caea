//! An HTML table that is being read: its rows, its cells, and the `rowspan`s that reach into later rows.

use super::{flow::Flow, hidden::Effects, tag::Element, tokens::attribute};
use crate::{
    error::Position,
    markdown::{self, inline::Labels},
    message,
    table::{Cell, MAX_COLUMNS, Shown, Table},
    text::{fold, trim_start_any},
};

/// How much text `rowspan` may repeat, because each row gets the whole text of every cell that reaches into it: this many bytes,
/// and `TIMES` the text of the cells.
const REPEATED: usize = 1 << 20;
const TIMES: usize = 4;

/// A table whose `</table>` has not come yet.
pub(super) struct OpenTable {
    pub(super) table: Table,
    pub(super) cell: Option<OpenCell>,
    pub(super) caption: Option<Flow>,
    /// For each column, how many more rows the cell above reaches down.
    spans: Vec<usize>,
    /// The length of the cells' texts, and of the repetitions.
    written: usize,
    repeated: usize,
    pub(super) in_head: bool,
    /// Whether there is text outside of its cells.
    pub(super) has_stray_text: bool,
    /// The row that cells go to.
    row: Row,
    /// Whether all rows so far are header rows.
    head_only: bool,
}

/// The row that cells go to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Closed,
    /// All its cells so far are header cells.
    Head,
    Body,
}

/// A cell whose end has not come yet.
pub(super) struct OpenCell {
    pub(super) flow: Flow,
    pub(super) position: Position,
    pub(super) seen_text: bool,
    column: usize,
    columns: usize,
    rows: usize,
}

impl OpenTable {
    pub(super) fn new(position: Position) -> Self {
        OpenTable {
            table: Table::new(position),
            cell: None,
            caption: None,
            spans: Vec::new(),
            written: 0,
            repeated: 0,
            in_head: false,
            has_stray_text: false,
            row: Row::Closed,
            head_only: true,
        }
    }

    pub(super) fn end_caption(&mut self) {
        if let Some(caption) = self.caption.take() {
            self.table.caption = fold(&caption.finish().0);
        }
    }

    /// The text of the caption or of the cell that is open.
    pub(super) fn flow(&mut self) -> Option<&mut Flow> {
        let cell = self.cell.as_mut().map(|cell| &mut cell.flow);
        self.caption.as_mut().or(cell)
    }

    pub(super) fn begin_row(&mut self, markdown: bool) {
        self.end_cell(markdown);
        self.end_row();
        self.table.begin_row();
        self.row = Row::Head;
        let row = self.table.row_count() - 1;
        for (column, left) in self.spans.iter_mut().enumerate() {
            if *left > 0 {
                *left -= 1;
                self.table.extend_down(row, column, 1);
                self.repeated += self.table.text(row, column).len();
            }
        }
        if self.repeated > REPEATED + TIMES * self.written {
            self.spans.clear();
            self.table.flaw(message::repeated_text(self.table.position));
        }
    }

    /// Closes the row. It belongs to the header if it is a header row, and so are all rows before it.
    pub(super) fn end_row(&mut self) {
        if self.row == Row::Closed {
            return;
        }
        let rows = self.table.row_count();
        let is_empty = self.table.width(rows.saturating_sub(1)) == 0;
        let is_head = self.in_head || (self.row == Row::Head && !is_empty);
        self.row = Row::Closed;
        self.head_only &= is_head;
        if self.head_only {
            self.table.header_rows = rows;
        }
    }

    pub(super) fn begin_cell(
        &mut self,
        position: Position,
        (attributes, effects): (&str, Effects),
        is_head: bool,
        is_struck: bool,
        markdown: bool,
    ) {
        self.end_cell(markdown);
        if self.row == Row::Closed {
            self.begin_row(markdown);
        }
        if !is_head {
            self.row = Row::Body;
        }
        let row = self.table.row_count() - 1;
        let mut column = 0;
        while self.table.is_taken(row, column) {
            column += 1;
        }
        let span = |name, most| {
            attribute(attributes, name)
                .and_then(|n| n.trim().parse::<usize>().ok())
                .unwrap_or(1)
                .clamp(1, most)
        };
        let (columns, rows) = (span("colspan", 1000), span("rowspan", 65_534));
        let mut flow = Flow::within(is_struck);
        flow.open(Element::Td, effects, 0);
        self.cell = Some(OpenCell {
            flow,
            position,
            seen_text: false,
            column,
            columns,
            rows,
        });
    }

    pub(super) fn end_cell(&mut self, markdown: bool) {
        let Some(cell) = self.cell.take() else { return };
        let row = self.table.row_count().saturating_sub(1);
        let (text, struck) = cell.flow.finish();
        // Within Markdown, text between blank lines is Markdown again.
        let mut shown = if markdown && has_blank_line(&text) {
            markdown::inline::reduce(&text, &Labels::new())
        } else {
            Shown::plain(fold(&text))
        };
        shown.struck |= struck;
        self.written += shown.text.len();
        let room = MAX_COLUMNS.saturating_sub(cell.column);
        if cell.columns > room {
            self.table.flaws.push(message::too_wide(cell.position));
        }
        let columns = cell.columns.min(room);
        if columns == 0 {
            return;
        }
        let is_taken = |column| self.table.is_taken(row, column);
        if (cell.column..cell.column + columns).any(is_taken) {
            self.table.flaws.push(message::html_overlap(cell.position));
        }
        self.table
            .place(row, cell.column, columns, Cell::shown(shown, cell.position));
        if cell.rows > 1 {
            let end = cell.column + columns;
            self.spans.resize(end.max(self.spans.len()), 0);
            for left in self.spans.iter_mut().skip(cell.column).take(columns) {
                *left = cell.rows - 1;
            }
        }
    }
}

fn has_blank_line(text: &str) -> bool {
    text.match_indices('\n').any(|(at, _)| {
        text.get(at + 1..)
            .is_some_and(|rest| trim_start_any(rest, " \t\r").starts_with('\n'))
    })
}
