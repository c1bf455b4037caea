//! The matrix of operations and statuses.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::facts::{Facts, Sent};
use crate::contract::{Contract, Covered, Operation, Place, Row as Documented};

/// The whole table.
pub(super) struct Matrix<'a> {
    /// In order: codes, then classes, then `default`.
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row<'a>>,
    /// Whether it is known what the code can respond with, and what was exercised.
    pub(super) knows_sent: bool,
    pub(super) knows_seen: bool,
}

/// What a column is about, in the order in which columns stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Code(u16),
    /// A class or range.
    Range(u16, u16),
    Default,
}

impl Column {
    fn of(codes: Covered) -> Self {
        match codes {
            Covered::One(code) => Column::Code(code),
            Covered::Range(from, to) => Column::Range(from, to),
            Covered::Default => Column::Default,
        }
    }

    pub(super) fn shown(self) -> String {
        match self {
            Column::Code(code) => Covered::One(code),
            Column::Range(from, to) => Covered::Range(from, to),
            Column::Default => Covered::Default,
        }
        .shown()
    }
}

/// An operation; the name is empty for what belongs to none.
pub(super) struct Row<'a> {
    pub(super) name: String,
    /// Where the document has it; `None` for one that only the code knows.
    pub(super) place: Option<Place<'a>>,
    pub(super) cells: BTreeMap<Column, Cell<'a>>,
}

/// What is known of a status of an operation.
#[derive(Default)]
pub(super) struct Cell<'a> {
    /// The row of the document: this code's own, or that of a class.
    pub(super) documented: Option<&'a Documented<'a>>,
    /// What the code says, if it can respond with it.
    pub(super) sent: Option<Sent>,
    /// How often the tests saw it.
    pub(super) seen: u64,
}

/// What a reader of the table wants to know first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Documented, can be sent, exercised.
    Complete,
    /// Documented and can be sent; no test provokes it.
    Untested,
    /// Documented; the code cannot send it, or that is not known.
    Documented,
    /// The code can send it, or did, and the document does not say so.
    Undocumented,
}

impl Cell<'_> {
    pub(super) fn state(&self, matrix: &Matrix<'_>) -> State {
        match (self.documented, &self.sent, self.seen) {
            (None, ..) => State::Undocumented,
            (Some(_), None, 0) => State::Documented,
            (Some(_), Some(_), 0) if matrix.knows_seen => State::Untested,
            (Some(_), ..) => State::Complete,
        }
    }
}

impl<'a> Matrix<'a> {
    pub(super) fn new(contract: &'a Contract<'a>, facts: &Facts) -> Self {
        let mut rows: Vec<Row<'a>> = Vec::new();
        let mut index: HashMap<String, usize> = HashMap::new();
        // On a page without endpoints, its rows are what every operation may be responded with.
        let common = contract
            .operations
            .iter()
            .find(|operation| operation.name.is_none());
        let named = |operation: &'a Operation<'a>| {
            (operation.name.as_deref().unwrap_or_default(), operation)
        };
        let own: HashMap<&str, &Operation<'_>> = contract.operations.iter().map(named).collect();
        for operation in &contract.operations {
            let name = operation.name.clone().unwrap_or_default();
            // A page of endpoints has rows of its own only where some are outside of them.
            if name.is_empty() && operation.rows.is_empty() {
                continue;
            }
            index.entry(name.clone()).or_insert(rows.len());
            let cells = operation.rows.iter().map(|row| {
                (
                    Column::of(row.codes),
                    Cell {
                        documented: Some(row),
                        ..Cell::default()
                    },
                )
            });
            rows.push(Row {
                name,
                place: Some(operation.place),
                cells: cells.collect(),
            });
        }
        let mut cell = |name: &str, code: u16, change: &dyn Fn(&mut Cell<'a>)| {
            let at = *index.entry(name.to_owned()).or_insert_with(|| {
                rows.push(Row {
                    name: name.to_owned(),
                    place: None,
                    cells: BTreeMap::new(),
                });
                rows.len() - 1
            });
            let own = own.get(name).copied();
            let by_own = own.and_then(|operation| operation.row_of(code));
            let by_common = common.and_then(|operation| operation.row_of(code));
            let documented = by_own.or(by_common);
            let Some(row) = rows.get_mut(at) else { return };
            let column = Column::Code(code);
            change(row.cells.entry(column).or_insert_with(|| Cell {
                documented,
                ..Cell::default()
            }));
            // Who sends a 422 that `4XX` documents sends what `4XX` says; and what the whole service documents, if
            // that does.
            let Some(documented) = documented else { return };
            let said = Column::of(documented.codes);
            let place = if by_own.is_some() {
                Some(at)
            } else {
                index.get("").copied()
            };
            if place != Some(at) || said != column {
                let row = place.and_then(|place| rows.get_mut(place));
                if let Some(cell) = row.and_then(|row| row.cells.get_mut(&said)) {
                    change(cell);
                }
            }
        };
        for operation in facts.sent.iter().flatten() {
            for (code, sent) in &operation.statuses {
                cell(&operation.name, *code, &|cell| match &mut cell.sent {
                    Some(known) => {
                        for code in &sent.codes {
                            if !known.codes.contains(code) {
                                known.codes.push(code.clone());
                            }
                        }
                        known.sources.extend(sent.sources.iter().cloned());
                    }
                    none => *none = Some(sent.clone()),
                });
            }
        }
        for operation in facts.seen.iter().flatten() {
            for (code, count) in &operation.statuses {
                cell(&operation.name, *code, &|cell| cell.seen += count);
            }
        }
        let columns: BTreeSet<Column> = rows
            .iter()
            .flat_map(|row| row.cells.keys().copied())
            .collect();
        Matrix {
            columns: columns.into_iter().collect(),
            rows,
            knows_sent: facts.sent.is_some(),
            knows_seen: facts.seen.is_some(),
        }
    }

    /// How many cells are in a state.
    pub(super) fn count(&self, state: State) -> usize {
        self.rows
            .iter()
            .flat_map(|row| row.cells.values())
            .filter(|cell| cell.state(self) == state)
            .count()
    }
}
