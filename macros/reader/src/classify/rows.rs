//! Reads the rows of a table whose columns are known.

use super::{
    code::{self, CodeCell, Coded},
    column::heading,
    header::{Heading, Says},
    marks, methods,
    verdict::Columns,
};
use crate::{
    error::{DocError, Position},
    message,
    page::{Note, Page},
    row::{Codes, ErrorCodeRow, StatusRow},
    table::{Table, Via},
    text::contains_any,
};

/// A longer phrase is a description in the cell of the code.
const LONGEST_PHRASE: usize = 64;

/// Reads a table into the page.
pub(crate) fn read(
    table: &Table,
    header_rows: usize,
    columns: Columns,
    page: &mut Page,
    errors: &mut Vec<DocError>,
) {
    let mut reader = Reader {
        table,
        header_rows,
        columns,
        last: Vec::new(),
        last_error: None,
        page,
        errors,
    };
    for row in header_rows..table.row_count() {
        reader.row(row);
    }
}

struct Reader<'a> {
    table: &'a Table,
    header_rows: usize,
    columns: Columns,
    /// The codes and the phrase of the row above, which an empty cell inherits.
    last: Vec<Coded>,
    /// The service's code of the row above.
    last_error: Option<String>,
    page: &'a mut Page,
    errors: &'a mut Vec<DocError>,
}

impl Reader<'_> {
    fn text(&self, row: usize, column: Option<usize>) -> String {
        column
            .map(|column| self.table.text(row, column).to_owned())
            .unwrap_or_default()
    }

    /// The description: the texts of its columns, in their order.
    fn description(&self, row: usize) -> String {
        let mut description = String::new();
        for &column in &self.columns.descriptions {
            let text = self.table.text(row, column);
            if !description.is_empty() && !text.is_empty() {
                description.push(' ');
            }
            description.push_str(text);
        }
        description
    }

    fn row(&mut self, row: usize) {
        let is_blank =
            (0..self.table.columns).all(|column| self.table.text(row, column).is_empty());
        if is_blank || self.repeats_header(row) {
            return;
        }
        if self.table.columns > 1
            && let Some(cell) = self.table.only_cell(row)
        {
            let (text, position) = (cell.text.clone(), cell.position);
            match code::parse(&text) {
                // `4xx Client errors` over the whole width is a heading for the rows below.
                CodeCell::Codes(coded)
                    if !coded
                        .iter()
                        .any(|coded| matches!(coded.codes, Codes::Range(..))) =>
                {
                    self.errors.push(message::whole_row_code(position, &text));
                }
                CodeCell::Sentence if !contains_any(&text, "xX-") => {
                    self.errors.push(message::whole_row_code(position, &text));
                }
                _ if code::is_unused(&text) => {
                    self.errors.push(message::unused_row(position, &text));
                }
                _ => self.page.notes.push(Note {
                    message: message::heading_row(&text),
                    position,
                }),
            }
            self.last.clear();
            self.last_error = None;
            return;
        }
        self.doubts(row);
        let position = self.position(row);
        let inherited = !self.codes(row, position);
        if self.columns.error_code.is_some() {
            self.error_row(row, position, inherited);
        } else {
            let described = self.description(row);
            self.status_row(row, position, &described);
        }
    }

    /// Refuses doubtful cells: texts that are in another file, are struck out, or say that the row
    /// is not used.
    fn doubts(&mut self, row: usize) {
        for column in self.columns.read() {
            let Some((cell, Via::Own)) = self.table.cell(row, column) else {
                continue;
            };
            if let Some(name) = &cell.undefined {
                self.errors
                    .push(message::undefined_name(cell.position, name));
            }
            let is_description = self.columns.descriptions.contains(&column);
            if cell.struck && is_description {
                self.page.notes.push(Note {
                    message: message::partly_struck_out(&cell.text),
                    position: cell.position,
                });
            } else if cell.struck {
                self.errors
                    .push(message::struck_out(cell.position, &cell.text));
            }
            let is_text =
                self.columns.reason == Some(column) || self.columns.descriptions.contains(&column);
            if is_text && (code::says_unused(&cell.text) || code::is_placeholder(&cell.text)) {
                self.page.notes.push(Note {
                    message: message::maybe_unused(&cell.text),
                    position: cell.position,
                });
            }
        }
    }

    /// Reads the code's cell into `last`. Returns `false` if the row inherits the codes above.
    fn codes(&mut self, row: usize, position: Position) -> bool {
        let Some(column) = self.columns.status else {
            return true;
        };
        let (text, via) = self
            .table
            .cell(row, column)
            .map_or(("", Via::Own), |(cell, via)| (cell.text.as_str(), via));
        if via == Via::RowSpan {
            return false;
        }
        let read = code::parse(text);
        match read {
            CodeCell::Empty if !self.last.is_empty() => return false,
            CodeCell::Codes(coded) if via == Via::Own => {
                self.last = coded;
                return true;
            }
            CodeCell::Doubt(doubt) => {
                self.errors.push(message::doubtful(position, text, doubt));
            }
            CodeCell::Empty | CodeCell::Without if self.columns.error_code.is_some() => {}
            CodeCell::Empty => self.errors.push(message::no_code(position)),
            CodeCell::Without => self.page.notes.push(Note {
                message: message::row_without_code(text),
                position,
            }),
            CodeCell::OutOfRange => self.errors.push(message::out_of_range(position, text)),
            CodeCell::Sentence => self.errors.push(message::code_in_sentence(position, text)),
            CodeCell::Other | CodeCell::Codes(..) => {
                let heading = heading(self.table, self.header_rows, column);
                self.errors
                    .push(message::not_a_code(position, text, &heading));
            }
        }
        self.last.clear();
        true
    }

    fn status_row(&mut self, row: usize, position: Position, described: &str) {
        for Coded { codes, beside } in self.last.clone() {
            let phrase = beside.phrase;
            if code::goes_on(&phrase) {
                self.page.notes.push(Note {
                    message: message::more_beside_code(&phrase),
                    position,
                });
            }
            let mut description = described.to_owned();
            let mut reason = self.text(row, self.columns.reason);
            // The reason is the title of each response, and a footnote is not in it.
            reason.truncate(marks::without_marks(&reason).len());
            if !phrase.is_empty() {
                let is_long = phrase.chars().count() > LONGEST_PHRASE;
                if is_long && description.is_empty() {
                    description = phrase;
                } else if !is_long || reason.is_empty() {
                    reason = phrase;
                }
            }
            if !beside.note.is_empty() {
                description = if description.is_empty() {
                    beside.note
                } else {
                    format!("{description} ({})", beside.note)
                };
            }
            let methods = match codes {
                Codes::One(code) => methods::named(code, &description),
                Codes::Range(..) => Vec::new(),
            };
            self.page.statuses.push(StatusRow {
                codes,
                reason,
                description,
                methods,
                position,
            });
        }
    }

    fn error_row(&mut self, row: usize, position: Position, inherited: bool) {
        let written = self.text(row, self.columns.error_code);
        let code = match written.as_str() {
            "" if inherited => self.last_error.clone(),
            "" => None,
            nothing if code::is_nothing(nothing) => None,
            _ => Some(written),
        };
        self.last_error.clone_from(&code);
        let Some(code) = code else {
            // A status without a service code, in a table with both.
            let described = match (self.columns.descriptions.is_empty(), self.columns.message) {
                (true, Some(message)) => self.text(row, Some(message)),
                _ => self.description(row),
            };
            self.status_row(row, position, &described);
            return;
        };
        let message = self.text(row, self.columns.message);
        let description = self.description(row);
        let mut statuses: Vec<Option<u16>> = Vec::new();
        for Coded { codes, .. } in &self.last {
            match codes {
                Codes::One(status) => statuses.push(Some(*status)),
                Codes::Range(..) => {
                    let note = message::error_of_class(&code);
                    self.page.notes.push(Note {
                        message: note,
                        position,
                    });
                    statuses.push(None);
                }
            }
        }
        if statuses.is_empty() {
            statuses.push(None);
        }
        for status in statuses {
            self.page.error_codes.push(ErrorCodeRow {
                code: code.clone(),
                status,
                message: message.clone(),
                description: description.clone(),
                position,
            });
        }
    }

    /// The place of the row's code, or of its first cell if the code is that of a row above.
    fn position(&self, row: usize) -> Position {
        let own = |column: usize| {
            self.table
                .cell(row, column)
                .filter(|(_, via)| *via == Via::Own)
                .map(|(cell, _)| cell.position)
        };
        let code = self.columns.error_code.or(self.columns.status);
        code.and_then(own)
            .or_else(|| (0..self.table.columns).find_map(own))
            .unwrap_or(self.table.position)
    }

    /// Whether the row repeats the header, or is a second header row that is not marked as one.
    fn repeats_header(&self, row: usize) -> bool {
        let Some(column) = self.columns.status.or(self.columns.error_code) else {
            return false;
        };
        let text = self.table.text(row, column);
        let same = (0..self.header_rows).any(|header| self.table.text(header, column) == text);
        let may_repeat = !text.is_empty() && (same || row == self.header_rows);
        may_repeat
            && code::parse(text) == CodeCell::Other
            && (same || Heading::new(text).status() == Says::Surely)
    }
}
