//! What every grammar produces: the tables and headings of a document, as texts with positions.

use crate::{
    error::{DocError, Position},
    listed::{self, Listed},
    text::begins_with_code,
};

/// The maximal number of columns. No status table is wider, and spans must not blow up a document.
pub(crate) const MAX_COLUMNS: usize = 64;

/// The headings and tables of a document, in document order.
#[derive(Default)]
pub(crate) struct Document {
    pub(crate) headings: Vec<Heading>,
    pub(crate) tables: Vec<Table>,
    /// Where statuses are listed in a form that is not a table.
    pub(crate) lists: Vec<Listed>,
    /// What hides a part of the document: a begin without an end, a comment, another file.
    pub(crate) remarks: Vec<DocError>,
    /// The paragraph directly above the next table.
    pub(crate) above: String,
    /// Whether `<noscript>` is open, which a browser shows only without scripts.
    pub(crate) in_noscript: bool,
}

/// What stands above a table in `<noscript>`.
pub(crate) const NOSCRIPT: &str = "<noscript>";

impl Document {
    /// Adds a table under the last heading.
    pub(crate) fn push_table(&mut self, mut table: Table) {
        table.heading = self.headings.len().checked_sub(1);
        let above = std::mem::take(&mut self.above);
        if table.above.is_empty() {
            table.above = above;
        }
        if self.in_noscript {
            NOSCRIPT.clone_into(&mut table.above);
        }
        self.tables.push(table);
    }

    /// Whether the last heading is code, and no paragraph below it is known.
    pub(crate) fn is_undescribed(&self) -> bool {
        self.headings
            .last()
            .is_some_and(|last| last.is_code && last.below.is_empty())
    }

    /// Gives the last heading the first paragraph below it.
    pub(crate) fn describe_heading(&mut self, paragraph: String) {
        if let Some(last) = self.headings.last_mut() {
            last.below = paragraph;
        }
    }

    /// Notes the status that an item of a list is about, if it is about one.
    pub(crate) fn push_listed(&mut self, item: &str, position: impl FnOnce() -> Position) {
        if let Some(code) = listed::code(item) {
            self.lists.push(Listed {
                code: Some(code),
                position: position(),
            });
        }
    }

    /// Adds a heading below the last one of a lower level.
    pub(crate) fn push_heading(
        &mut self,
        text: String,
        level: u8,
        is_code: bool,
        position: Position,
    ) {
        self.above.clear();
        let mut parent = self.headings.len().checked_sub(1);
        while let Some(heading) = parent
            .and_then(|index| self.headings.get(index))
            .filter(|heading| heading.level >= level)
        {
            parent = heading.parent;
        }
        self.headings.push(Heading {
            text,
            position,
            is_code,
            below: String::new(),
            level,
            parent,
        });
    }

    /// The headings that a table is below, the nearest first, as indices.
    pub(crate) fn headings_above(&self, table: &Table) -> impl Iterator<Item = (usize, &Heading)> {
        let mut next = table.heading;
        std::iter::from_fn(move || {
            let index = next?;
            let heading = self.headings.get(index)?;
            next = heading.parent;
            Some((index, heading))
        })
    }

    /// The heading that a heading is below.
    pub(crate) fn above(&self, heading: &Heading) -> Option<&Heading> {
        self.headings.get(heading.parent?)
    }

    /// The end of a section: the first heading after it that is not below it.
    pub(crate) fn section_end(&self, heading: usize) -> usize {
        let level = self
            .headings
            .get(heading)
            .map_or(0, |heading| heading.level);
        let mut end = heading + 1;
        while self
            .headings
            .get(end)
            .is_some_and(|next| next.level > level)
        {
            end += 1;
        }
        end
    }
}

/// A heading, its markup reduced to text.
pub(crate) struct Heading {
    pub(crate) text: String,
    /// The place where its line begins.
    pub(crate) position: Position,
    /// Whether all of it is written as code.
    pub(crate) is_code: bool,
    /// The first paragraph below it. Only kept for a heading that is written as code.
    pub(crate) below: String,
    /// 1 for the outermost.
    level: u8,
    parent: Option<usize>,
}

impl Heading {
    /// 1 for the outermost.
    pub(crate) fn level(&self) -> u8 {
        self.level
    }

    /// Whether it is below the same heading as another, on the same level.
    pub(crate) fn is_beside(&self, other: &Heading) -> bool {
        self.level == other.level && self.parent == other.parent
    }
}

/// A table as the document has it, spans laid out.
#[derive(Default)]
pub(crate) struct Table {
    /// Where it begins.
    pub(crate) position: Position,
    /// The last heading before it, as an index.
    pub(crate) heading: Option<usize>,
    /// Its caption, if it has one.
    pub(crate) caption: String,
    /// The paragraph directly above it, or the first line of the block around it. Empty if it is long.
    pub(crate) above: String,
    /// How many of the rows are marked as header.
    pub(crate) header_rows: usize,
    /// How many columns the widest row has.
    pub(crate) columns: usize,
    pub(crate) cells: Vec<Cell>,
    rows: Vec<Vec<Slot>>,
    /// What is wrong with its form. Reported only if the table is a status table.
    pub(crate) flaws: Vec<DocError>,
}

/// The minimal number of codes in a list of codes. A single line that begins with a number is prose.
const LEAST_ITEMS: usize = 2;

/// The maximal number of terms with a common description, which each of them repeats.
pub(crate) const MOST_TERMS: usize = 32;

/// The headings of the columns of such a list.
const LIST_HEADINGS: [&str; 2] = ["Code", "Description"];

/// A text without its markup, its white space folded.
#[derive(Default)]
pub(crate) struct Shown {
    pub(crate) text: String,
    /// Whether some of it is struck out.
    pub(crate) struck: bool,
}

impl Shown {
    /// A text of which nothing is struck out.
    pub(crate) fn plain(text: String) -> Self {
        Shown {
            text,
            struck: false,
        }
    }
}

/// A cell: its markup reduced to text, its white space folded.
#[derive(Clone, Default)]
pub(crate) struct Cell {
    pub(crate) text: String,
    /// Whether some of it is struck out.
    pub(crate) struck: bool,
    /// Where its text begins.
    pub(crate) position: Position,
    /// The first substitution in it that the document does not define.
    pub(crate) undefined: Option<String>,
}

impl Cell {
    pub(crate) fn new(text: String, position: Position) -> Self {
        Cell::shown(Shown::plain(text), position)
    }

    pub(crate) fn shown(shown: Shown, position: Position) -> Self {
        Cell {
            text: shown.text,
            struck: shown.struck,
            position,
            undefined: None,
        }
    }
}

/// One field of the laid out table.
#[derive(Clone, Copy)]
struct Slot {
    cell: usize,
    via: Via,
}

/// The relation of a field to its cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Via {
    /// The cell begins here.
    Own,
    /// The cell begins in a column to the left.
    ColumnSpan,
    /// The cell begins in a row above.
    RowSpan,
}

impl Table {
    pub(crate) fn new(position: Position) -> Self {
        Table {
            position,
            ..Table::default()
        }
    }

    /// A list of terms with their descriptions as a table. `None` if fewer than half of the terms are codes.
    pub(crate) fn of_list(position: Position, items: Vec<(Cell, Cell)>) -> Option<Self> {
        let is_code = |(term, _): &&(Cell, Cell)| begins_with_code(&term.text);
        let codes = items.iter().filter(is_code).count();
        if codes < LEAST_ITEMS || codes * 2 < items.len() {
            return None;
        }
        let mut table = Table::new(position);
        table.header_rows = 1;
        table.begin_row();
        for heading in LIST_HEADINGS {
            table.push(Cell::new(heading.to_owned(), position));
        }
        for (term, description) in items {
            table.begin_row();
            table.push(term);
            table.push(description);
        }
        Some(table)
    }

    pub(crate) fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Notes what is wrong with its form. For several mistakes on one line, it keeps the first.
    pub(crate) fn flaw(&mut self, error: DocError) {
        let line = |error: &DocError| error.position.map(|position| position.line);
        if self
            .flaws
            .last()
            .is_none_or(|last| line(last) != line(&error))
        {
            self.flaws.push(error);
        }
    }

    /// Appends an empty row.
    pub(crate) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Appends a cell to the last row.
    pub(crate) fn push(&mut self, cell: Cell) {
        let column = self.rows.last().map_or(0, Vec::len);
        self.place(self.rows.len().saturating_sub(1), column, 1, cell);
    }

    /// Puts a cell into a row, at a place and over a number of columns. Returns `false` if the table is too wide.
    pub(crate) fn place(&mut self, row: usize, column: usize, columns: usize, cell: Cell) -> bool {
        let Some(slots) = self.rows.get_mut(row) else {
            return false;
        };
        let end = column + columns;
        if end > MAX_COLUMNS {
            return false;
        }
        let index = self.cells.len();
        let empty = Slot {
            cell: usize::MAX,
            via: Via::Own,
        };
        slots.resize(end.max(slots.len()), empty);
        for (offset, slot) in slots.iter_mut().skip(column).take(columns).enumerate() {
            let via = if offset == 0 {
                Via::Own
            } else {
                Via::ColumnSpan
            };
            *slot = Slot { cell: index, via };
        }
        self.columns = self.columns.max(end);
        self.cells.push(cell);
        true
    }

    /// Continues a cell of the row above in this row. Returns `false` if there is no cell at this place.
    pub(crate) fn extend_down(&mut self, row: usize, column: usize, columns: usize) -> bool {
        let Some(above) = row.checked_sub(1) else {
            return false;
        };
        let Some(slot) = self
            .rows
            .get(above)
            .and_then(|slots| slots.get(column))
            .copied()
        else {
            return false;
        };
        let Some(slots) = self.rows.get_mut(row) else {
            return false;
        };
        let end = column + columns;
        let empty = Slot {
            cell: usize::MAX,
            via: Via::Own,
        };
        slots.resize(end.max(slots.len()), empty);
        for slot_below in slots.iter_mut().skip(column).take(columns) {
            *slot_below = Slot {
                cell: slot.cell,
                via: Via::RowSpan,
            };
        }
        self.columns = self.columns.max(end);
        true
    }

    /// Whether all rows have all cells, and no cell reaches over several columns.
    pub(crate) fn is_even(&self) -> bool {
        (0..self.row_count()).all(|row| {
            (0..self.columns).all(|column| {
                self.cell(row, column)
                    .is_some_and(|(_, via)| via != Via::ColumnSpan)
            })
        })
    }

    /// A range of columns, without the last, as a table of their own.
    pub(crate) fn part(&self, from: usize, to: usize) -> Table {
        let mut part = Table::new(self.position);
        part.heading = self.heading;
        part.caption.clone_from(&self.caption);
        part.header_rows = self.header_rows;
        for row in 0..self.row_count() {
            part.begin_row();
            for column in from..to {
                let cell = match self.cell(row, column) {
                    Some((cell, _)) => cell.clone(),
                    None => Cell::new(String::new(), self.position),
                };
                part.push(cell);
            }
        }
        part
    }

    /// The number of a row's own fields.
    pub(crate) fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, Vec::len)
    }

    /// Whether a field is taken.
    pub(crate) fn is_taken(&self, row: usize, column: usize) -> bool {
        self.slot(row, column).is_some()
    }

    /// The cell that covers a field, and the relation of the field to it.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<(&Cell, Via)> {
        let slot = self.slot(row, column)?;
        self.cells.get(slot.cell).map(|cell| (cell, slot.via))
    }

    /// The text of a field. Empty if there is no such field.
    pub(crate) fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column)
            .map_or("", |(cell, _)| cell.text.as_str())
    }

    /// The first cell of a row, if one cell covers the whole row.
    pub(crate) fn only_cell(&self, row: usize) -> Option<&Cell> {
        let slots = self.rows.get(row)?;
        let first = slots.first()?;
        let whole = slots.len() == self.columns && slots.iter().all(|slot| slot.cell == first.cell);
        if whole {
            self.cells.get(first.cell)
        } else {
            None
        }
    }

    fn slot(&self, row: usize, column: usize) -> Option<Slot> {
        self.rows
            .get(row)?
            .get(column)
            .copied()
            .filter(|slot| slot.cell != usize::MAX)
    }
}
