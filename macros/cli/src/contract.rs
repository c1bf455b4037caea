//! A common form for pages and OpenAPI documents.

use std::collections::{HashMap, HashSet};

use statusbook_reader::openapi::{self, Api, ResponseCodes};
use statusbook_reader::{Class, Codes, Page, Position, StatusRow};

use crate::document::{Contents, Document};

/// What a document documents.
pub(crate) struct Contract<'a> {
    pub(crate) is_page: bool,
    pub(crate) operations: Vec<Operation<'a>>,
    pub(crate) service_codes: Vec<ServiceCode<'a>>,
}

/// An operation; a page has one without a name.
pub(crate) struct Operation<'a> {
    /// `GET /pets/{petId}`.
    pub(crate) name: Option<String>,
    /// The name of its Rust module.
    pub(crate) module: &'a str,
    pub(crate) place: Place<'a>,
    pub(crate) rows: Vec<Row<'a>>,
}

/// Everything that a document says about one code, class or `default`.
pub(crate) struct Row<'a> {
    pub(crate) codes: Covered,
    /// The codes, as ranges from a first to a last code. A `default` documents every error, and also every success if the
    /// operation documents no success of its own.
    pub(crate) ranges: Vec<(u16, u16)>,
    /// Reason phrases and descriptions.
    pub(crate) texts: Vec<&'a str>,
    pub(crate) methods: Vec<&'static str>,
    pub(crate) place: Place<'a>,
}

/// What a row documents.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Covered {
    One(u16),
    Range(u16, u16),
    Default,
}

impl Covered {
    pub(crate) fn is_single(self) -> bool {
        matches!(self, Covered::One(_))
    }

    /// `404`, `4XX`, `default`.
    pub(crate) fn shown(self) -> String {
        match self {
            Covered::One(code) => code.to_string(),
            Covered::Range(from, to) if from % 100 == 0 && to == from + 99 => {
                format!("{}XX", from / 100)
            }
            Covered::Range(from, to) => format!("{from}-{to}"),
            Covered::Default => "default".to_owned(),
        }
    }
}

impl Operation<'_> {
    pub(crate) fn row(&self, codes: Covered) -> Option<&Row<'_>> {
        self.rows.iter().find(|row| row.codes == codes)
    }

    /// The row that documents a code. If several do, the narrowest one.
    pub(crate) fn row_of(&self, code: u16) -> Option<&Row<'_>> {
        let rows = self.rows.iter().filter(|row| row.documents(code));
        rows.min_by_key(|row| row.codes_of().count())
    }

    /// Whether every code of a row is documented.
    pub(crate) fn covers(&self, row: &Row<'_>) -> bool {
        row.codes_of()
            .all(|code| self.rows.iter().any(|row| row.documents(code)))
    }
}

impl Row<'_> {
    /// Every code that the row documents.
    pub(crate) fn codes_of(&self) -> impl Iterator<Item = u16> {
        self.ranges.iter().flat_map(|(first, last)| *first..=*last)
    }

    fn documents(&self, code: u16) -> bool {
        self.ranges
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&code))
    }
}

/// A service error code.
pub(crate) struct ServiceCode<'a> {
    pub(crate) code: &'a str,
    /// The statuses that it is documented for; empty if the document does not name any.
    pub(crate) statuses: Vec<u16>,
    pub(crate) texts: Vec<&'a str>,
    pub(crate) place: Place<'a>,
}

/// A position in a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) file: &'a str,
    pub(crate) position: Position,
}

/// The contract of a document; `None` if the document is refused.
pub(crate) fn of(document: &Document) -> Option<Contract<'_>> {
    match &document.contents {
        Contents::Page(page) => Some(of_page(&document.name, page.as_ref().ok()?)),
        Contents::Api(api) => Some(of_api(&document.name, api.as_ref().ok()?)),
    }
}

fn of_page<'a>(name: &'a str, page: &'a Page) -> Contract<'a> {
    // The rows of the page include those of its endpoints.
    let of_endpoints: HashSet<(Position, Codes)> = page
        .endpoints
        .iter()
        .flat_map(|endpoint| &endpoint.statuses)
        .map(|row| (row.position, row.codes))
        .collect();
    let of_all = page
        .statuses
        .iter()
        .filter(|row| !of_endpoints.contains(&(row.position, row.codes)));
    let mut operations = vec![Operation {
        name: None,
        module: "",
        place: Place {
            file: name,
            position: Position { line: 1, column: 1 },
        },
        rows: rows_of(name, of_all),
    }];
    operations.extend(page.endpoints.iter().map(|endpoint| Operation {
        name: Some(endpoint.route()),
        module: &endpoint.name,
        place: Place {
            file: name,
            position: endpoint.position,
        },
        rows: rows_of(name, endpoint.statuses.iter()),
    }));
    let mut codes: Vec<ServiceCode<'_>> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    for row in &page.error_codes {
        let texts = [row.message.as_str(), row.description.as_str()];
        let at = *index.entry(&row.code).or_insert_with(|| {
            codes.push(ServiceCode {
                code: &row.code,
                statuses: Vec::new(),
                texts: Vec::new(),
                place: Place {
                    file: name,
                    position: row.position,
                },
            });
            codes.len() - 1
        });
        if let Some(code) = codes.get_mut(at) {
            code.statuses.extend(row.status);
            code.texts
                .extend(texts.into_iter().filter(|text| !text.is_empty()));
        }
    }
    for code in &mut codes {
        code.statuses.sort_unstable();
        code.statuses.dedup();
    }
    Contract {
        is_page: true,
        operations,
        service_codes: codes,
    }
}

fn rows_of<'a>(name: &'a str, statuses: impl Iterator<Item = &'a StatusRow>) -> Vec<Row<'a>> {
    let mut rows = Rows::default();
    for row in statuses {
        let texts = [row.reason.as_str(), row.description.as_str()];
        rows.add(
            covered(row.codes),
            &texts,
            &row.methods,
            Place {
                file: name,
                position: row.position,
            },
        );
    }
    rows.list
}

fn of_api<'a>(name: &'a str, api: &'a Api) -> Contract<'a> {
    let operations = api
        .operations
        .iter()
        .map(|operation| of_operation(name, operation));
    Contract {
        is_page: false,
        operations: operations.collect(),
        service_codes: Vec::new(),
    }
}

fn of_operation<'a>(name: &'a str, operation: &'a openapi::Operation) -> Operation<'a> {
    let mut rows = Rows::default();
    let is_success = |codes: ResponseCodes| matches!(codes, ResponseCodes::Codes(codes) if codes.class() == Class::Success);
    rows.has_success = operation
        .responses
        .iter()
        .any(|response| is_success(response.codes));
    for response in operation.responses.iter() {
        let codes = match response.codes {
            ResponseCodes::Codes(codes) => covered(codes),
            ResponseCodes::Default => Covered::Default,
        };
        let place = Place {
            file: response.file.as_deref().unwrap_or(name),
            position: response.position,
        };
        rows.add(codes, &[&*response.description], &[], place);
    }
    Operation {
        name: Some(operation.route()),
        module: &operation.name,
        place: Place {
            file: operation.file.as_deref().unwrap_or(name),
            position: operation.position,
        },
        rows: rows.list,
    }
}

fn covered(codes: Codes) -> Covered {
    match codes {
        Codes::One(code) => Covered::One(code),
        Codes::Range(from, to) => Covered::Range(from, to),
    }
}

/// The rows of an operation. Several rows with the same code become one.
#[derive(Default)]
struct Rows<'a> {
    list: Vec<Row<'a>>,
    index: HashMap<Covered, usize>,
    has_success: bool,
}

impl<'a> Rows<'a> {
    fn add(
        &mut self,
        codes: Covered,
        texts: &[&'a str],
        methods: &[&'static str],
        place: Place<'a>,
    ) {
        let rows = &mut self.list;
        let ranges = match codes {
            Covered::One(code) => vec![(code, code)],
            Covered::Range(from, to) => vec![(from, to)],
            Covered::Default if self.has_success => vec![(400, 599)],
            Covered::Default => vec![(200, 299), (400, 599)],
        };
        let at = *self.index.entry(codes).or_insert_with(|| {
            rows.push(Row {
                codes,
                ranges,
                texts: Vec::new(),
                methods: Vec::new(),
                place,
            });
            rows.len() - 1
        });
        if let Some(row) = rows.get_mut(at) {
            row.texts
                .extend(texts.iter().filter(|text| !text.is_empty()));
            for method in methods {
                if !row.methods.contains(method) {
                    row.methods.push(method);
                }
            }
        }
    }
}
