//! The contents of a module from any source: entries in which every code is listed once.

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;
use statusbook_reader::{Codes, Endpoint, ErrorCodeRow, StatusRow, is_phrase_of};

use super::parse::Row;
use crate::errors::Errors;
use crate::message;

/// The contents of one table.
#[derive(Default)]
pub(crate) struct Contents {
    pub(crate) entries: Vec<Entry>,
    /// The entry of each code or range.
    places: HashMap<Codes, usize>,
    pub(crate) error_codes: Vec<ErrorCode>,
    /// The index of each service error code.
    error_places: HashMap<String, usize>,
    /// The operations of an OpenAPI document, or the sections of a page that are endpoints.
    pub(crate) operations: Vec<Operation>,
    /// The number of operations that document their errors only as classes or as `default`.
    pub(crate) unspecific: usize,
    /// Whether the rows are written in Rust. Then a text at the place of a reason phrase always is one.
    pub(crate) inline: bool,
    /// Whether the document was refused. Then nothing may be checked against these contents.
    pub(crate) broken: bool,
    /// The documents for the compiler to track, as paths relative to the manifest's folder.
    pub(crate) files: Vec<String>,
}

/// An operation of an OpenAPI document or an endpoint of a page, with a table of its own.
pub(crate) struct Operation {
    /// The name of its module.
    pub(crate) name: syn::Ident,
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) summary: String,
    pub(crate) line: u32,
    /// The document, if it is not that of the table.
    pub(crate) document: Option<String>,
    pub(crate) contents: Contents,
}

/// How many operations of a path a message may name. rustc looks at all of them for each operation of the path, so that the
/// time would grow with their square.
pub(crate) const MOST_SIBLINGS: usize = 16;

/// An operation of a path that has several, and its single codes.
pub(crate) struct Sibling<'a> {
    pub(crate) method: &'a str,
    pub(crate) codes: Vec<u16>,
}

impl Operation {
    /// The operation as its document names it: `GET /pets/{petId}`.
    pub(crate) fn shown(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// One documented code, or range of codes.
pub(crate) struct Entry {
    pub(crate) codes: Codes,
    pub(crate) reason: String,
    pub(crate) descriptions: Vec<String>,
    /// The same texts as a set, if there are many, to find duplicates.
    said: HashSet<String>,
    pub(crate) methods: Vec<&'static str>,
    pub(crate) line: u32,
    /// The document, if it is not that of the table.
    pub(crate) document: Option<String>,
}

/// A service error code with all of its statuses.
pub(crate) struct ErrorCode {
    pub(crate) code: String,
    pub(crate) statuses: Vec<u16>,
    pub(crate) message: String,
    pub(crate) description: String,
    pub(crate) line: u32,
    pub(crate) document: Option<String>,
}

impl Contents {
    /// Adds rows of a document. Several rows of one code become one entry, with all descriptions in order and the
    /// first reason phrase.
    pub(crate) fn add_statuses(
        &mut self,
        rows: impl IntoIterator<Item = StatusRow>,
        document: Option<&str>,
    ) {
        for row in rows {
            let place = *self.places.entry(row.codes).or_insert(self.entries.len());
            match self.entries.get_mut(place) {
                Some(entry) => entry.add(row),
                None => self.entries.push(Entry::new(row, document)),
            }
        }
    }

    /// Adds service error codes. A code that is listed with several statuses has all of them.
    ///
    /// A status that only service error codes name becomes documented.
    pub(crate) fn add_error_codes(&mut self, rows: Vec<ErrorCodeRow>, document: Option<&str>) {
        for row in rows {
            if let Some(status) = row.status {
                self.document_status(status, row.position.line, document);
            }
            let next = self.error_codes.len();
            let place = *self.error_places.entry(row.code.clone()).or_insert(next);
            match self.error_codes.get_mut(place) {
                Some(known) => known
                    .statuses
                    .extend(row.status.filter(|status| !known.statuses.contains(status))),
                None => self.error_codes.push(ErrorCode {
                    code: row.code,
                    statuses: row.status.into_iter().collect(),
                    message: row.message,
                    description: row.description,
                    line: row.position.line,
                    document: document.map(str::to_owned),
                }),
            }
        }
    }

    fn document_status(&mut self, status: u16, line: u32, document: Option<&str>) {
        let codes = Codes::One(status);
        let next = self.entries.len();
        if *self.places.entry(codes).or_insert(next) == next {
            self.entries.push(Entry {
                codes,
                reason: String::new(),
                descriptions: Vec::new(),
                said: HashSet::new(),
                methods: Vec::new(),
                line,
                document: document.map(str::to_owned),
            });
        }
    }

    /// Adds the sections of a page that are endpoints.
    pub(crate) fn add_endpoints(&mut self, endpoints: Vec<Endpoint>, span: Span) {
        for endpoint in endpoints {
            let mut contents = Contents::default();
            let Endpoint {
                method,
                path,
                name,
                position,
                statuses,
                ..
            } = endpoint;
            contents.add_statuses(statuses, None);
            self.operations.push(Operation {
                name: ident(&name, span),
                id: String::new(),
                method: method.to_owned(),
                path,
                summary: String::new(),
                line: position.line,
                document: None,
                contents,
            });
        }
    }

    /// The first operations of each path, and the index of each operation's path.
    pub(crate) fn paths(&self) -> (Vec<Vec<Sibling<'_>>>, Vec<usize>) {
        let mut known: HashMap<String, usize> = HashMap::new();
        let (mut paths, mut of_operations) = (Vec::new(), Vec::new());
        for operation in &self.operations {
            let place = *known.entry(operation.path.clone()).or_insert(paths.len());
            if place == paths.len() {
                paths.push(Vec::new());
            }
            of_operations.push(place);
            let siblings = paths.get_mut(place);
            if let Some(siblings) = siblings.filter(|siblings| siblings.len() < MOST_SIBLINGS) {
                siblings.push(Sibling {
                    method: &operation.method,
                    codes: operation.contents.codes(),
                });
            }
        }
        (paths, of_operations)
    }

    /// The single codes that are documented.
    pub(crate) fn codes(&self) -> Vec<u16> {
        let codes = self.entries.iter().map(|entry| entry.codes);
        codes
            .filter_map(|codes| {
                if let Codes::One(code) = codes {
                    Some(code)
                } else {
                    None
                }
            })
            .collect()
    }

    /// Returns whether the column of reasons has reason phrases, and not types ("Client") or names. It has if most of
    /// the texts beside a registered code are its phrases. The whole column decides, so that no row changes how
    /// another is read.
    pub(crate) fn holds_phrases(&self) -> bool {
        let (mut phrases, mut others) = (0, 0);
        for entry in &self.entries {
            if let Codes::One(code) = entry.codes
                && !entry.reason.is_empty()
            {
                let matches = is_phrase_of(code, &entry.reason);
                phrases += usize::from(matches);
                others += usize::from(!matches);
            }
        }
        self.inline || phrases > others
    }

    /// The rows of a table that is written inline. Lines are those of the Rust file.
    pub(crate) fn inline(rows: &[Row], errors: &mut Errors) -> Self {
        let mut contents = Contents {
            inline: true,
            ..Contents::default()
        };
        for row in rows {
            let text = |literal: &Option<syn::LitStr>| {
                literal.as_ref().map(syn::LitStr::value).unwrap_or_default()
            };
            let reason = text(&row.reason);
            if reason.chars().any(char::is_control) {
                let span = row.reason.as_ref().map_or(row.code.span, syn::LitStr::span);
                errors.push(syn::Error::new(span, message::CONTROL_IN_REASON));
            }
            let description = text(&row.description);
            let line = crate::place::line(row.code.span);
            let codes = Codes::One(row.code.number);
            let position = statusbook_reader::Position { line, column: 1 };
            contents.add_statuses([StatusRow::new(codes, reason, description, position)], None);
        }
        contents
    }
}

impl Entry {
    fn new(row: StatusRow, document: Option<&str>) -> Self {
        let mut entry = Entry {
            codes: row.codes,
            reason: String::new(),
            descriptions: Vec::new(),
            said: HashSet::new(),
            methods: row.methods.clone(),
            line: row.position.line,
            document: document.map(str::to_owned),
        };
        entry.add(row);
        entry
    }

    fn add(&mut self, row: StatusRow) {
        if self.reason.is_empty() {
            self.reason = row.reason;
        }
        self.describe(row.description);
        // A row without a method documents its status for every method.
        if row.methods.is_empty() {
            self.methods.clear();
        } else if !self.methods.is_empty() {
            let new = row
                .methods
                .into_iter()
                .filter(|method| !self.methods.contains(method));
            let new: Vec<_> = new.collect();
            self.methods.extend(new);
        }
    }

    /// Adds a description, unless the entry has it.
    fn describe(&mut self, text: String) {
        if !text.is_empty() && self.said.insert(text.clone()) {
            self.descriptions.push(text);
        }
    }

    pub(crate) fn range(&self) -> (u16, u16) {
        match self.codes {
            Codes::One(code) => (code, code),
            Codes::Range(first, last) => (first, last),
        }
    }
}

/// The name of a module. A keyword stays as the reader changed it.
pub(crate) fn ident(name: &str, span: Span) -> syn::Ident {
    let span = Span::call_site().located_at(span);
    syn::parse_str::<syn::Ident>(name).map_or_else(
        |_| syn::Ident::new_raw(name, span),
        |mut ident| {
            ident.set_span(span);
            ident
        },
    )
}

#[cfg(test)]
mod tests {
    use statusbook_reader::Position;

    use super::*;

    #[test]
    fn most_rows_decide_whether_reasons_are_phrases() {
        let phrases = |rows: &[(u16, &str)]| {
            let position = Position { line: 1, column: 1 };
            let rows = rows.iter().map(|(code, reason)| {
                let reason = (*reason).to_owned();
                StatusRow::new(Codes::One(*code), reason, String::new(), position)
            });
            let mut contents = Contents::default();
            contents.add_statuses(rows, None);
            contents.holds_phrases()
        };
        assert!(phrases(&[(404, "Not Found")]));
        assert!(phrases(&[
            (404, "Not Found"),
            (409, "Conflict"),
            (400, "Client")
        ]));
        assert!(!phrases(&[
            (404, "Not Found"),
            (409, "Client"),
            (400, "Client")
        ]));
        assert!(!phrases(&[(404, "Not Found"), (400, "Client")]));
        assert!(!phrases(&[(404, ""), (400, "")]));
    }
}
