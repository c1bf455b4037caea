//! The document of a guard: which statuses are documented for which operation.

use std::sync::{Arc, OnceLock};

use http::Method;

use super::counters::Counters;
use super::matcher::{Found, Matcher};
use crate::body::Format;
use crate::set::StatusSet;
use crate::status::Status;
use crate::table::{Operation, Table};

/// The document of a guard. Each `guard!` call in the source has one, so that all services of a test binary share its
/// counters. Not public API.
#[derive(Debug)]
pub struct Document {
    table: Table,
    index: OnceLock<Index>,
}

impl Document {
    /// Returns the document of a table. The first guard builds its index.
    pub const fn new(table: Table) -> Self {
        Document {
            table,
            index: OnceLock::new(),
        }
    }

    pub(super) const fn table(&self) -> Table {
        self.table
    }

    #[inline]
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.table))
    }
}

/// The scopes of a document: one for each operation, and one for everything else.
#[derive(Debug)]
pub(super) struct Index {
    matcher: Matcher,
    scopes: Vec<Scope>,
    /// The statuses that are documented for every operation, such as `edge` in `petstore | edge`.
    shared: StatusSet,
    /// For requests that belong to no operation.
    elsewhere: Scope,
}

/// What is documented for some requests, and how often it was seen.
#[derive(Debug)]
pub(super) struct Scope {
    pub(super) table: Table,
    /// What the operation documents, and the whole service.
    pub(super) documented: StatusSet,
    /// The single codes that the operation itself documents. Ranges are left out, because no test can exercise all of
    /// a `4XX`.
    pub(super) own: StatusSet,
    pub(super) counters: Counters,
    /// The contract's form.
    pub(super) format: Format,
    /// Whether the table documents some successes for some methods only.
    by_method: bool,
    /// What documents the whole service.
    shared: Arc<[Table]>,
}

impl Index {
    fn new(table: Table) -> Self {
        let mut parts = Parts::default();
        parts.collect(table);
        let shared = parts
            .shared
            .iter()
            .fold(StatusSet::EMPTY, |all, part| all.union(part.documented()));
        let tables = Arc::from(parts.shared);
        let mut index = Index {
            matcher: Matcher::default(),
            scopes: Vec::new(),
            shared,
            elsewhere: Scope::new(table, table, StatusSet::EMPTY, &tables),
        };
        for (part, operation) in parts.operations {
            let number = index.scopes.len();
            let known = index
                .matcher
                .insert(operation.method(), operation.path(), number);
            match known.and_then(|known| index.scopes.get_mut(known)) {
                // Two documents may describe one operation.
                Some(scope) => scope.add(part),
                None => index.scopes.push(Scope::new(part, table, shared, &tables)),
            }
        }
        index
    }

    /// The scope of a request, by its method and by the path or the route of it.
    #[inline]
    pub(super) fn find(&self, method: &Method, path: &str) -> Place {
        match self.matcher.find(method, path) {
            Found::Operation(number) => Place::Operation(number),
            Found::OtherMethods | Found::Nothing => Place::Elsewhere,
        }
    }

    /// The methods of a path.
    #[cfg(feature = "salvo")]
    pub(super) fn methods(&self, path: &str) -> impl Iterator<Item = &str> {
        self.matcher.methods(path)
    }

    #[inline]
    pub(super) fn scope(&self, place: Place) -> &Scope {
        match place {
            Place::Operation(number) => self.scopes.get(number).unwrap_or(&self.elsewhere),
            Place::Elsewhere => &self.elsewhere,
        }
    }

    pub(super) fn operations(&self) -> &[Scope] {
        &self.scopes
    }

    pub(super) const fn elsewhere(&self) -> &Scope {
        &self.elsewhere
    }

    pub(super) const fn shared(&self) -> StatusSet {
        self.shared
    }
}

/// Where a request belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Operation(usize),
    /// No operation matches. The response must be in the whole document.
    Elsewhere,
}

impl Scope {
    /// `whole` is the table of the guard. If it chooses a body, that is the body of all its parts.
    fn new(table: Table, whole: Table, shared: StatusSet, tables: &Arc<[Table]>) -> Self {
        let chosen = whole.data().format.or(table.stated_format());
        let own = singles(table);
        let by_method = table.operation().is_none()
            && table
                .entries()
                .iter()
                .any(|entry| !entry.methods().is_empty());
        Scope {
            table,
            documented: table.documented().union(shared),
            own,
            counters: Counters::new(own.union(shared)),
            format: chosen.unwrap_or(whole.format()),
            by_method,
            shared: Arc::clone(tables),
        }
    }

    /// What is documented of a code: by the operation, for the whole service, or somewhere in the document.
    pub(super) fn status(&self, whole: Table, code: u16) -> Option<Status> {
        let own = self.operation().map(|_| self.table);
        let mut tables = own.into_iter().chain(self.shared.iter().copied());
        let found = tables.find_map(|table| table.status(code).ok());
        found
            .or_else(|| whole.status(code).ok())
            .or_else(|| Status::new(code, self.table, None))
    }

    fn add(&mut self, table: Table) {
        let shared = self.documented;
        self.documented = shared.union(table.documented());
        self.own = self.own.union(singles(table));
        self.counters = Counters::new(self.own.union(shared));
    }

    pub(super) const fn operation(&self) -> Option<&'static Operation> {
        self.table.operation()
    }

    /// Whether `code` is documented here, for this method.
    #[inline]
    pub(super) fn documents(&self, method: &Method, code: u16) -> bool {
        self.documented.contains(code) && (!self.by_method || self.documents_for(method, code))
    }

    /// Returns whether the code is documented for the method. A row without a method documents its status for every
    /// method.
    fn documents_for(&self, method: &Method, code: u16) -> bool {
        let method = match method.as_str() {
            "HEAD" => "GET",
            other => other,
        };
        let of_method = |methods: crate::Methods| methods.is_empty() || methods.contains(method);
        self.table
            .entries()
            .iter()
            .any(|entry| entry.codes().contains(code) && of_method(entry.methods()))
    }

    /// The documented errors.
    pub(super) const fn errors(&self) -> StatusSet {
        self.documented.intersection(StatusSet::ERRORS)
    }
}

/// Returns the codes that a table lists as single codes, not as ranges.
fn singles(table: Table) -> StatusSet {
    let singles = table.entries().iter().filter(|entry| entry.is_single());
    singles.fold(StatusSet::EMPTY, |all, entry| all.with(entry.code()))
}

/// The tables that a union is made of.
#[derive(Default)]
struct Parts {
    operations: Vec<(Table, &'static Operation)>,
    shared: Vec<Table>,
}

impl Parts {
    fn collect(&mut self, table: Table) {
        if !table.parts().is_empty() {
            for part in table.parts() {
                self.collect(*part);
            }
        } else if let Some(operation) = table.operation() {
            self.operations.push((table, operation));
        } else if table.operations().is_empty() {
            self.shared.push(table);
        } else {
            for operation in table.operations() {
                self.collect(*operation);
            }
        }
    }
}

/// Refuses a document with an operation that documents no error, because every error there would be undocumented.
/// Called by `guard!`.
///
/// # Panics
/// With the message of the compile error.
#[track_caller]
pub const fn checked(table: Table) {
    if let Some(message) = refusal(table) {
        panic!("{}", message.as_str());
    }
}

const fn refusal(table: Table) -> Option<crate::message::Message> {
    let shared = shared_errors(table);
    if !shared.is_empty() {
        return None;
    }
    let mut silent = Silent {
        first: None,
        others: 0,
        all: 0,
    };
    silent.count(table);
    if silent.all == 0 {
        return Some(crate::message::guard_without_errors(table));
    }
    match silent.first {
        Some(first) => Some(crate::message::operation_without_errors(
            table,
            first,
            silent.others,
        )),
        None => None,
    }
}

/// Returns the errors that are documented for every operation.
const fn shared_errors(table: Table) -> StatusSet {
    let mut errors = StatusSet::EMPTY;
    let parts = table.parts();
    let mut at = 0;
    while at < parts.len() {
        errors = errors.union(shared_errors(parts[at]));
        at += 1;
    }
    if parts.is_empty() && table.operations().is_empty() && table.operation().is_none() {
        errors = table.documented().intersection(StatusSet::ERRORS);
    }
    errors
}

/// The operations that document no error.
struct Silent {
    first: Option<Table>,
    others: u32,
    all: u32,
}

impl Silent {
    const fn count(&mut self, table: Table) {
        let (parts, operations) = (table.parts(), table.operations());
        let mut at = 0;
        while at < parts.len() {
            self.count(parts[at]);
            at += 1;
        }
        if !parts.is_empty() {
            return;
        }
        let mut at = 0;
        while at < operations.len() {
            self.count(operations[at]);
            at += 1;
        }
        if table.operation().is_some() {
            self.all += 1;
            let silent = table
                .documented()
                .intersection(StatusSet::ERRORS)
                .is_empty();
            if silent && self.first.is_none() {
                self.first = Some(table);
            } else if silent {
                self.others += 1;
            }
        }
    }
}
