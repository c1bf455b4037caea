//! From tables to rows: which tables document status codes, and what they say.

mod code;
mod column;
mod columns;
mod header;
mod methods;
pub(crate) mod phrase;
mod rows;
mod service_code;
mod status_column;
mod texts;
mod words;

pub(crate) use self::methods::named as methods;
use self::{
    code::CodeCell,
    columns::Verdict,
    header::{Heading, Says},
};
use crate::{
    error::DocError,
    message, notes,
    row::{Codes, Note, Page},
    table::{Document, Table},
};

/// How many reasons a refusal lists.
const MOST_REFUSALS: usize = 20;

/// Reads the tables of a document, or of one of its sections.
pub(crate) fn page(document: &Document, section: Option<&str>) -> Result<Page, Vec<DocError>> {
    let tables = match section {
        Some(section) => crate::section::tables(document, section)?,
        None => &document.tables,
    };
    let mut page = Page::default();
    let mut errors = Vec::new();
    let mut unlikely = Vec::new();
    let mut found = false;
    let mut verdicts: Vec<(&Table, usize, Verdict)> = Vec::with_capacity(tables.len());
    for table in tables {
        let header_rows = header_rows(table);
        verdicts.push((table, header_rows, columns::decide(table, header_rows)));
    }
    let states_statuses = verdicts.iter().any(
        |(_, _, verdict)| matches!(verdict, Verdict::Read(columns) if columns.status.is_some()),
    );
    for (table, header_rows, verdict) in verdicts {
        match verdict {
            Verdict::Read(columns) if columns.status.is_none() && states_statuses => {
                page.notes.push(Note {
                    message: message::codes_without_statuses(),
                    position: table.position,
                });
            }
            Verdict::Read(columns) => {
                found = true;
                if let Some(requests) = columns.requests {
                    let heading = column::heading(table, header_rows, requests);
                    page.notes.push(Note {
                        message: message::requests(&heading),
                        position: table.position,
                    });
                }
                errors.extend(table.flaws.iter().cloned());
                // Rows of a table with a broken shape would only repeat the complaint.
                if table.flaws.is_empty() {
                    page.tables.push(columns.uses(table, header_rows));
                    short_rows(table, &mut errors);
                    rows::read(table, header_rows, columns, &mut page, &mut errors);
                }
            }
            Verdict::Refused(error) => errors.push(error),
            Verdict::Unlikely(error) => {
                if looks_relevant(table) {
                    errors.extend(table.flaws.iter().cloned());
                }
                unlikely.push(error);
            }
            Verdict::Unrelated if looks_relevant(table) => {
                errors.extend(table.flaws.iter().cloned());
                page.notes.push(Note {
                    message: message::not_read(),
                    position: table.position,
                });
            }
            Verdict::Unrelated => {}
        }
    }
    if !errors.is_empty() {
        errors.sort_by_key(|error| error.position);
        return Err(capped(errors));
    }
    if !found || (page.statuses.is_empty() && page.error_codes.is_empty()) {
        if let Some(list) = document.lists.first() {
            unlikely.push(message::status_list(*list));
        }
        unlikely.insert(0, message::no_status_table(tables.len(), section));
        return Err(capped(unlikely));
    }
    if let Some(list) = document.lists.first().filter(|_| section.is_none()) {
        unlikely.push(message::status_list(*list));
    }
    for error in unlikely {
        page.notes.push(Note {
            position: error.position.unwrap_or_default(),
            message: error.message,
        });
    }
    let mut odd = notes::within(&page);
    page.notes.append(&mut odd);
    page.notes.sort_by_key(|note| note.position);
    Ok(page)
}

/// Refusals that a person can work through: the first, and how many more there are.
fn capped(mut errors: Vec<DocError>) -> Vec<DocError> {
    let more = errors.len().saturating_sub(MOST_REFUSALS);
    if more > 0 {
        errors.truncate(MOST_REFUSALS);
        errors.push(message::more(more));
    }
    errors
}

/// How many rows are header; a first row that is not marked as one, but holds no code, is taken for it, and
/// so is the row below a title that fills a row. A first row that is marked, but begins the statuses, is none.
/// A class is no status here: `4xx` heads the statuses below it.
fn header_rows(table: &Table) -> usize {
    let is_code = |row: usize| {
        (0..table.columns)
            .any(|column| matches!(code::parse(table.text(row, column)), CodeCell::Codes(..)))
    };
    let marked = match table.header_rows {
        1 if begins_with_status(table) => return 0,
        0 => usize::from(table.row_count() > 1 && !is_code(0)),
        marked => marked,
    };
    let below_title =
        marked == 1 && table.columns > 1 && table.only_cell(0).is_some() && table.row_count() > 2;
    marked + usize::from(below_title && table.only_cell(1).is_none() && !is_code(1))
}

/// Whether the row that is marked as header is the first status: Markdown wants a header where a page has none.
fn begins_with_status(table: &Table) -> bool {
    let is_code = |row: usize, column: usize| {
        let text = table.text(row, column);
        text.starts_with(|first: char| first.is_ascii_digit())
            && matches!(code::parse(text), CodeCell::Codes(codes, _) if matches!(codes.as_slice(), [Codes::One(_), ..]))
    };
    let mut codes = (0..table.columns).filter(|column| is_code(0, *column));
    // Codes side by side head the columns of a table that lies on its side.
    matches!((codes.next(), codes.next()), (Some(column), None) if is_code(1, column))
}

/// Refuses rows that lack cells: what they have may stand in the wrong columns.
fn short_rows(table: &Table, errors: &mut Vec<DocError>) {
    for row in 0..table.row_count() {
        let width = table.width(row);
        if width > 0 && width < table.columns {
            let (position, text) = table
                .cell(row, 0)
                .map_or((table.position, ""), |(cell, _)| {
                    (cell.position, cell.text.as_str())
                });
            errors.push(message::short_row(position, width, table.columns, text));
        }
    }
}

/// Whether a table of which nothing could be made may still be one of ours.
fn looks_relevant(table: &Table) -> bool {
    let any = |row: usize, test: &dyn Fn(&str) -> bool| {
        (0..table.columns).any(|column| test(table.text(row, column)))
    };
    let broken = !table.flaws.is_empty();
    // Broken tables are rare: of one that may be ours, the flaw is said.
    let least = if broken { Says::Perhaps } else { Says::Surely };
    let heads = |text: &str| Heading::new(text).status() >= least;
    let holds = |text: &str| match code::parse(text) {
        CodeCell::Codes(_, phrase) => broken || phrase::is_phrase(&phrase),
        _ => false,
    };
    let coded = |text: &str| matches!(code::parse(text), CodeCell::Codes(..));
    // Codes side by side in the first row: a table that lies on its side.
    let lies = (0..table.columns)
        .filter(|column| coded(table.text(0, *column)))
        .count()
        >= 3;
    let mut rows = 0..table.row_count();
    lies || status_column::has_plain_codes(table)
        || (any(0, &heads) && (broken || rows.clone().any(|row| any(row, &coded))))
        || rows.any(|row| any(row, &holds))
}
