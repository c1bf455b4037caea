//! What a module documents, whatever it was read from: entries in which every code stands once.

use statusbook_reader::{Codes, ErrorCodeRow, StatusRow, is_phrase_of};

use super::parse::Row;
use crate::errors::Errors;
use crate::message;

/// The contents of one table.
#[derive(Default)]
pub(crate) struct Contents {
    pub(crate) entries: Vec<Entry>,
    pub(crate) error_codes: Vec<ErrorCode>,
    /// The operations of an OpenAPI document.
    pub(crate) operations: Vec<Operation>,
    /// Whether the rows are written in Rust: what stands where a reason phrase belongs is one.
    pub(crate) inline: bool,
    /// Whether the document was refused: then nothing here may be checked against.
    pub(crate) broken: bool,
    /// The documents, as paths from the manifest directory, for the compiler to track.
    pub(crate) files: Vec<String>,
}

/// One operation of an OpenAPI document, with a table of its own.
pub(crate) struct Operation {
    /// Its module.
    pub(crate) name: syn::Ident,
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) summary: String,
    pub(crate) line: u32,
    /// The document, where it is not the table's own.
    pub(crate) document: Option<String>,
    pub(crate) contents: Contents,
}

/// Another operation of the same path, and the codes that it documents one by one.
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
    pub(crate) methods: Vec<&'static str>,
    pub(crate) line: u32,
    /// The document, where it is not the table's own.
    pub(crate) document: Option<String>,
}

/// One service error code, with every status it is documented for.
pub(crate) struct ErrorCode {
    pub(crate) code: String,
    pub(crate) statuses: Vec<u16>,
    pub(crate) message: String,
    pub(crate) description: String,
    pub(crate) line: u32,
    pub(crate) document: Option<String>,
}

impl Contents {
    /// Adds rows of a document. Several rows of one code are one entry: its descriptions in order, its phrase the first.
    pub(crate) fn add_statuses(
        &mut self,
        rows: impl IntoIterator<Item = StatusRow>,
        document: Option<&str>,
    ) {
        for row in rows {
            match self
                .entries
                .iter_mut()
                .find(|entry| entry.codes == row.codes)
            {
                Some(entry) => entry.add(row),
                None => self.entries.push(Entry {
                    codes: row.codes,
                    reason: row.reason,
                    descriptions: Some(row.description)
                        .filter(|text| !text.is_empty())
                        .into_iter()
                        .collect(),
                    methods: row.methods,
                    line: row.position.line,
                    document: document.map(str::to_owned),
                }),
            }
        }
    }

    /// Adds service error codes. One that is listed for several statuses belongs to all of them.
    ///
    /// A status that only error codes name is documented by them.
    pub(crate) fn add_error_codes(&mut self, rows: Vec<ErrorCodeRow>, document: Option<&str>) {
        for row in rows {
            if let Some(status) = row.status {
                self.document_status(status, row.position.line, document);
            }
            match self
                .error_codes
                .iter_mut()
                .find(|known| known.code == row.code)
            {
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
        if self
            .entries
            .iter()
            .any(|entry| entry.codes == Codes::One(status))
        {
            return;
        }
        self.entries.push(Entry {
            codes: Codes::One(status),
            reason: String::new(),
            descriptions: Vec::new(),
            methods: Vec::new(),
            line,
            document: document.map(str::to_owned),
        });
    }

    /// The other operations of an operation's path.
    pub(crate) fn siblings(&self, operation: &Operation) -> Vec<Sibling<'_>> {
        let others = self.operations.iter();
        let others =
            others.filter(|other| other.path == operation.path && other.method != operation.method);
        others
            .map(|other| Sibling {
                method: &other.method,
                codes: other.contents.codes(),
            })
            .collect()
    }

    /// The codes that are documented one by one.
    fn codes(&self) -> Vec<u16> {
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

    /// Whether the column of reasons holds reason phrases, and not types ("Client") or names: most of those that stand beside
    /// a registered code are phrases of it. The whole column decides, so that no row changes how another is read.
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
    fn add(&mut self, row: StatusRow) {
        if self.reason.is_empty() {
            self.reason = row.reason;
        }
        if !row.description.is_empty() && !self.descriptions.contains(&row.description) {
            self.descriptions.push(row.description);
        }
        // A row that names no method documents its status for every method.
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

    pub(crate) fn range(&self) -> (u16, u16) {
        match self.codes {
            Codes::One(code) => (code, code),
            Codes::Range(first, last) => (first, last),
        }
    }
}
