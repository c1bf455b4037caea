//! From tables to rows: finds the tables of status codes, and reads them.

pub(crate) mod code;
mod column;
mod columns;
mod error_headings;
mod header;
mod marks;
mod methods;
pub(crate) mod phrase;
mod rows;
mod service_code;
mod status_column;
mod texts;
mod verdict;
mod vote;
mod words;

pub(crate) use self::methods::named as methods;
use std::{collections::HashSet, ops::Range};

use self::{
    code::CodeCell,
    header::{Heading, Says, Subject},
    verdict::{Columns, Verdict},
};
use crate::{
    endpoint::Endpoint,
    error::{DocError, Position},
    listed, message,
    method::METHODS,
    notes,
    options::{self, Options},
    order,
    page::{Note, Page},
    row::{Codes, StatusRow},
    table::{self, Document, Table},
    text::{fold, split_any, starts_with},
};

/// Directives of reStructuredText, and an element of HTML, whose content is shown at times only, or to some readers.
const CONDITIONAL: [&str; 6] = [
    ".. only::",
    ".. ifconfig::",
    ".. todo::",
    ".. deprecated::",
    ".. versionremoved::",
    table::NOSCRIPT,
];

/// The maximal number of reasons in a refusal.
const MOST_REFUSALS: usize = 20;

/// Reads the tables of a document, or of one of its sections.
pub(crate) fn page(document: &Document, options: &Options<'_>) -> Result<Page, Vec<DocError>> {
    let section = options.section;
    let (headings, tables) = match section {
        Some(section) => crate::section::tables(document, section)?,
        None => (0..document.headings.len(), document.tables.as_slice()),
    };
    let wanted = section
        .and_then(|section| section.rsplit(" > ").next())
        .map(|wanted| fold(wanted).to_lowercase());
    let told = document.headings.iter();
    let told = told.map(|heading| Told::new(&heading.text, wanted.as_deref()));
    let mut reader = PageReader {
        document,
        told: told.collect(),
        doubted: Vec::new(),
        name: options.name,
        section,
        page: Page::default(),
        errors: Vec::new(),
        unlikely: Vec::new(),
        found: false,
    };
    match &options.columns {
        Some(columns) => reader.named_columns(tables, columns),
        None => reader.tables(tables),
    }
    reader.finish(tables.len(), headings)
}

/// What a heading says about the tables below it.
struct Told {
    subject: Subject,
    /// Whether it says that they are not used.
    negates: bool,
    /// Whether it may say so.
    doubts: bool,
    /// Whether its section was selected.
    is_wanted: bool,
    /// If it names an endpoint with tables, their rows.
    rows: Option<Vec<StatusRow>>,
}

impl Told {
    fn new(text: &str, wanted: Option<&str>) -> Self {
        let heading = Heading::new(text);
        let has_path = text.split(' ').any(|word| path(word).is_some());
        Told {
            subject: if has_path {
                Subject::Http
            } else {
                heading.subject()
            },
            negates: heading.negates(),
            doubts: heading.doubts() || code::is_placeholder(text),
            is_wanted: wanted.is_some_and(|wanted| wanted == text.to_lowercase()),
            rows: None,
        }
    }
}

struct PageReader<'a> {
    document: &'a Document,
    name: &'a str,
    section: Option<&'a str>,
    /// What each heading of the document says about its tables.
    told: Vec<Told>,
    /// The positions of the headings with a note, because they may say that statuses are not used.
    doubted: Vec<Position>,
    page: Page,
    errors: Vec<DocError>,
    /// The reasons why tables similar to a status table were not read.
    unlikely: Vec<DocError>,
    found: bool,
}

impl PageReader<'_> {
    /// Reads only the tables with the columns that the user named.
    fn named_columns(&mut self, tables: &[Table], wanted: &options::Columns<'_>) {
        let mut headings: Vec<&str> = wanted.reason.into_iter().collect();
        headings.extend(wanted.description);
        headings.push(wanted.status);
        for table in tables {
            let header_rows = header_rows(table);
            match columns::named(table, header_rows, wanted) {
                Ok(Some(columns)) => {
                    for column in columns.read() {
                        let heading = column::heading(table, header_rows, column);
                        headings.retain(|wanted| !columns::is_heading(&heading, wanted));
                    }
                    self.table(table, header_rows, columns);
                }
                Ok(None) if looks_relevant(table) => self.note(table, message::other_columns()),
                Ok(None) => {}
                Err(error) => self.errors.push(error),
            }
        }
        if self.found {
            for heading in headings {
                self.errors.push(message::no_column(heading, wanted.status));
            }
        } else {
            self.unlikely.push(message::no_status_column(wanted.status));
        }
    }

    /// Reads the tables that are status tables by their headings and cells.
    fn tables(&mut self, tables: &[Table]) {
        let parts: Vec<Option<[Table; 2]>> = tables
            .iter()
            .map(|table| columns::halves(table, header_rows(table)))
            .collect();
        let mut verdicts: Vec<(&Table, usize, Verdict)> = Vec::with_capacity(tables.len());
        let parted = tables
            .iter()
            .zip(&parts)
            .flat_map(|(table, parts)| match parts {
                Some(parts) => parts.iter(),
                None => std::slice::from_ref(table).iter(),
            });
        for table in parted {
            let header_rows = header_rows(table);
            let subject = self.subject(table);
            verdicts.push((
                table,
                header_rows,
                columns::decide(table, header_rows, subject, false),
            ));
        }
        // Tables with the same headings are either all status tables, or none is.
        let mut headings = HashSet::new();
        for (table, header_rows, verdict) in &verdicts {
            if matches!(verdict, Verdict::Read(columns) if columns.status.is_some()) {
                headings.insert(column::headings(table, *header_rows).join("\n"));
            }
        }
        for (table, header_rows, verdict) in &mut verdicts {
            let is_open = matches!(verdict, Verdict::Unlikely(_) | Verdict::Unrelated);
            if is_open && headings.contains(&column::headings(table, *header_rows).join("\n")) {
                *verdict = columns::decide(table, *header_rows, self.subject(table), true);
            }
        }
        for (table, header_rows, verdict) in verdicts {
            match verdict {
                Verdict::Read(columns) if columns.status.is_none() && !headings.is_empty() => {
                    self.note(table, message::codes_without_statuses());
                }
                Verdict::Read(columns) => self.table(table, header_rows, *columns),
                Verdict::Refused(error) => self.errors.push(error),
                Verdict::Unlikely(error) => {
                    if looks_relevant(table) {
                        self.flaws(table);
                    }
                    self.unlikely.push(error);
                }
                Verdict::Unrelated if looks_relevant(table) => {
                    self.flaws(table);
                    self.note(table, message::not_read());
                }
                // A broken table about something else.
                Verdict::Unrelated => {
                    for flaw in table.flaws.iter().take(1) {
                        self.page.notes.push(Note {
                            message: flaw.message.clone(),
                            position: flaw.position.unwrap_or(table.position),
                        });
                    }
                }
            }
        }
    }

    fn note(&mut self, table: &Table, message: String) {
        self.page.notes.push(Note {
            message,
            position: table.position,
        });
    }

    fn flaws(&mut self, table: &Table) {
        self.errors.extend(table.flaws.iter().cloned());
    }

    /// Reads a table whose columns are known.
    fn table(&mut self, table: &Table, header_rows: usize, columns: Columns) {
        self.found = true;
        let heading = |column| column::heading(table, header_rows, column);
        if let Some(requests) = columns.requests {
            self.note(table, message::requests(&heading(requests)));
        }
        if !columns.unread.is_empty() {
            let unread: Vec<String> = columns.unread.iter().copied().map(heading).collect();
            self.note(table, message::columns_not_read(&unread));
        }
        if let Some(error) = self.negated(table) {
            self.errors.push(error);
            return;
        }
        self.flaws(table);
        // The rows of a table with a broken form would only repeat the error.
        if !table.flaws.is_empty() {
            return;
        }
        self.page.tables.push(columns.uses(table, header_rows));
        short_rows(table, &mut self.errors);
        let before = self.page.statuses.len();
        rows::read(
            table,
            header_rows,
            columns,
            &mut self.page,
            &mut self.errors,
        );
        let rows = self.page.statuses.get(before..).unwrap_or(&[]);
        let endpoint = self
            .document
            .headings_above(table)
            .find(|(_, heading)| endpoint(self.document, heading).is_some());
        if let Some(told) = endpoint.and_then(|(index, _)| self.told.get_mut(index)) {
            let of_endpoint = told.rows.get_or_insert_default();
            of_endpoint.extend_from_slice(rows);
        }
    }

    /// What a table is about: the subject of its caption or, if that says nothing, of the nearest heading above it that does.
    fn subject(&self, table: &Table) -> Subject {
        let caption = Heading::new(&table.caption).subject();
        let headings = self.headings_to(table).map(|(_, told)| told.subject);
        [caption]
            .into_iter()
            .chain(headings)
            .find(|subject| *subject != Subject::Unknown)
            .unwrap_or(Subject::Unknown)
    }

    /// The headings that a table is below, up to the heading of the selected section.
    fn headings_to<'t>(
        &'t self,
        table: &Table,
    ) -> impl Iterator<Item = (&'t table::Heading, &'t Told)> {
        let headings = self.document.headings_above(table);
        headings
            .filter_map(|(index, heading)| Some((heading, self.told.get(index)?)))
            .take_while(|(_, told)| !told.is_wanted)
    }

    /// Refuses a table whose heading or caption says that its statuses are not used, unless the user chose this
    /// section. Notes a heading, a caption or a text directly above the table that may say so.
    fn negated(&mut self, table: &Table) -> Option<DocError> {
        let mut doubts = Vec::new();
        let caption = Told::new(&table.caption, None);
        let caption = (table.position, table.caption.as_str(), &caption);
        let headings = self.headings_to(table);
        let headings =
            headings.map(|(heading, told)| (heading.position, heading.text.as_str(), told));
        for (position, text, told) in [caption].into_iter().chain(headings) {
            if told.negates {
                return Some(message::negated_section(position, text));
            }
            if told.doubts {
                doubts.push((position, text.to_owned()));
            }
        }
        doubts.retain(|(position, _)| order::add(&mut self.doubted, *position));
        let is_conditional = CONDITIONAL.iter().any(|name| table.above.starts_with(name));
        if is_conditional
            || code::is_unused(&table.above)
            || code::says_unused(&table.above)
            || code::is_placeholder(&table.above)
        {
            doubts.push((table.position, table.above.clone()));
        }
        let notes = doubts.into_iter().map(|(position, text)| Note {
            message: message::maybe_negated(&text),
            position,
        });
        self.page.notes.extend(notes);
        None
    }

    /// The endpoints: sections with a table whose heading names one. Endpoints without a table document nothing.
    fn add_endpoints(&mut self, headings: Range<usize>) {
        let document = self.document;
        let mut levels = Vec::new();
        let mut known = HashSet::new();
        for (told, heading) in self.told.iter().zip(&document.headings) {
            if told.rows.is_some() {
                order::add(&mut levels, heading.level());
                known.extend(
                    endpoint(document, heading).map(|(method, path)| format!("{method} {path}")),
                );
            }
        }
        if levels.is_empty() {
            return;
        }
        for index in headings {
            let Some(heading) = document.headings.get(index) else {
                continue;
            };
            let Some((method, path)) = endpoint(document, heading) else {
                continue;
            };
            let told = self.told.get_mut(index);
            let statuses = told.and_then(|told| told.rows.take());
            // A heading on another level, below another endpoint, or repeated is an example.
            let is_meant = statuses.is_some()
                || (levels.contains(&heading.level())
                    && !self.is_within_endpoint(heading)
                    && known.insert(format!("{method} {path}")));
            if !is_meant {
                continue;
            }
            let mut found = Endpoint::new(method, path, heading.position);
            match statuses {
                Some(statuses) => found.statuses = statuses,
                None => self.page.notes.push(Note {
                    message: message::endpoint_without_rows(&found.route()),
                    position: found.position,
                }),
            }
            self.page.endpoints.push(found);
        }
    }

    fn is_within_endpoint(&self, heading: &table::Heading) -> bool {
        let mut above = self.document.above(heading);
        while let Some(heading) = above {
            if endpoint(self.document, heading).is_some() {
                return true;
            }
            above = self.document.above(heading);
        }
        false
    }

    /// Statuses that the document lists without a table, and that the page does not have.
    fn listed(&self, page: &Page) -> Option<DocError> {
        if self.section.is_some() && self.found {
            return None;
        }
        let mut known = Vec::new();
        for status in page.error_codes.iter().filter_map(|row| row.status) {
            order::add(&mut known, status);
        }
        for row in &page.statuses {
            let (Codes::One(from) | Codes::Range(from, _)) = row.codes;
            let (Codes::One(to) | Codes::Range(_, to)) = row.codes;
            for code in from..=to {
                order::add(&mut known, code);
            }
        }
        let headings = self.document.headings.iter().filter_map(|heading| {
            let code = Some(listed::code(&heading.text)?);
            Some((heading.position, code))
        });
        let items = self.document.lists.iter();
        let mut all: Vec<_> = items
            .map(|listed| (listed.position, listed.code))
            .chain(headings)
            .collect();
        all.retain(|(_, code)| code.is_none_or(|code| known.binary_search(&code).is_err()));
        let first = all.iter().map(|(position, _)| *position).min()?;
        let mut codes = Vec::new();
        for code in all.iter().filter_map(|(_, code)| *code) {
            order::add(&mut codes, code);
        }
        Some(message::status_list(first, &codes))
    }

    fn finish(mut self, tables: usize, headings: Range<usize>) -> Result<Page, Vec<DocError>> {
        if !self.errors.is_empty() {
            order::sort(&mut self.errors, |one, other| {
                one.position.cmp(&other.position)
            });
            return Err(capped(self.errors));
        }
        self.add_endpoints(headings);
        let mut page = std::mem::take(&mut self.page);
        if !self.found && self.section.is_none() {
            page.error_codes = error_headings::read(self.document, self.name);
            self.found = !page.error_codes.is_empty();
        }
        let mut unlikely = std::mem::take(&mut self.unlikely);
        unlikely.extend(self.document.remarks.iter().cloned());
        unlikely.extend(self.listed(&page));
        if page.statuses.is_empty() && page.error_codes.is_empty() {
            unlikely.insert(0, message::no_status_table(tables, self.section));
            return Err(capped(unlikely));
        }
        for error in unlikely {
            page.notes.push(Note {
                position: error.position.unwrap_or_default(),
                message: error.message,
            });
        }
        let mut odd = notes::within(&page);
        page.notes.append(&mut odd);
        order::sort(&mut page.notes, |one, other| {
            one.position.cmp(&other.position)
        });
        Ok(page)
    }
}

/// The method and path of a heading that names an endpoint: `POST /orders`, or `POST` below `/orders`.
fn endpoint(document: &Document, heading: &table::Heading) -> Option<(&'static str, String)> {
    let method_of = |word: &str| METHODS.iter().find(|method| **method == word).copied();
    let words: Vec<&str> = heading.text.split(' ').collect();
    let mut found = words.iter().enumerate().filter_map(|(index, word)| {
        let method = method_of(word.trim_matches(|c: char| !c.is_ascii_alphabetic()))?;
        let path = words.get(index + 1).and_then(|next| path(next))?;
        Some((method, path))
    });
    match (found.next(), found.next()) {
        (Some(endpoint), None) => return Some(endpoint),
        (Some(_), Some(_)) => return None,
        (None, _) => {}
    }
    let method = method_of(&heading.text)?;
    let above = document.above(heading)?;
    let path = above.text.split(' ').find_map(path)?;
    Some((method, path))
}

/// The path in a heading, without the text after it.
fn path(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| {
        matches!(c, '`' | '"' | '(' | ')' | '<' | '>' | ',' | ';' | ':' | '.')
    });
    let path = split_any(word, "?#").next()?;
    path.starts_with('/').then(|| path.to_owned())
}

/// The first refusals, and the number of the others, so that a person can work through them.
fn capped(mut errors: Vec<DocError>) -> Vec<DocError> {
    let more = errors.len().saturating_sub(MOST_REFUSALS);
    if more > 0 {
        errors.truncate(MOST_REFUSALS);
        errors.push(message::more(more));
    }
    errors
}

/// The number of header rows. A first row without a code counts as header, even if it is not marked as one, and
/// so does the row below a title that fills a row. A marked first row with a status does not count.
/// A class is not a status here, because `4xx` may be a heading of the statuses below it.
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

/// Whether the header row is the first status. Markdown requires a header even if the author wants none.
fn begins_with_status(table: &Table) -> bool {
    let is_code = |row: usize, column: usize| {
        let text = table.text(row, column);
        starts_with(text, |first| first.is_ascii_digit())
            && matches!(code::parse(text), CodeCell::Codes(coded) if matches!(coded.first().map(|first| first.codes), Some(Codes::One(_))))
    };
    let mut codes = (0..table.columns).filter(|column| is_code(0, *column));
    // Several codes in one row are the headings of a transposed table.
    matches!((codes.next(), codes.next()), (Some(column), None) if is_code(1, column))
}

/// Refuses rows without all cells, because their texts may be in the wrong columns.
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

/// Whether a table that was not read may be a status table nevertheless.
fn looks_relevant(table: &Table) -> bool {
    let any = |row: usize, test: &dyn Fn(&str) -> bool| {
        (0..table.columns).any(|column| test(table.text(row, column)))
    };
    let broken = !table.flaws.is_empty();
    // Broken tables are rare. If one may be a status table, its flaw is reported.
    let least = if broken { Says::Perhaps } else { Says::Surely };
    let heads = |text: &str| Heading::new(text).status() >= least;
    let holds = |text: &str| match code::parse(text) {
        CodeCell::Codes(coded) => {
            broken
                || coded
                    .iter()
                    .any(|coded| phrase::is_phrase(&coded.beside.phrase))
        }
        CodeCell::Doubt(_) => true,
        _ => false,
    };
    let coded = |text: &str| matches!(code::parse(text), CodeCell::Codes(..));
    // Several codes in the first row: a transposed table.
    let lies = (0..table.columns)
        .filter(|column| coded(table.text(0, *column)))
        .count()
        >= 3;
    let mut rows = 0..table.row_count();
    lies || status_column::has_plain_codes(table)
        || (any(0, &heads) && (broken || rows.clone().any(|row| any(row, &coded))))
        || rows.any(|row| any(row, &holds))
}
