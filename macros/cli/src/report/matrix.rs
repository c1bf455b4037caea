//! The matrix of operations and statuses.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::facts::{Facts, Sent};
use crate::contract::{Contract, Covered, Operation, Place, Row as Documented};

/// The whole table.
pub(super) struct Matrix<'a> {
    /// In order: codes, then classes, then `default`.
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row<'a>>,
    /// Whether files say what the code can send, and what the tests exercised.
    pub(super) knows_sent: bool,
    pub(super) knows_seen: bool,
}

/// The status of a column. Columns are sorted in this order.
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

/// An operation. The name is empty for statuses that belong to no operation.
pub(super) struct Row<'a> {
    pub(super) name: String,
    /// Its place in the document; `None` if only the code has the operation.
    pub(super) place: Option<Place<'a>>,
    pub(super) cells: BTreeMap<Column, Cell<'a>>,
}

/// What is known about one status of an operation.
#[derive(Default)]
pub(super) struct Cell<'a> {
    /// The row of the document: this code's own, or that of a class.
    pub(super) documented: Option<&'a Documented<'a>>,
    /// What the code says about the status, if it can send it.
    pub(super) sent: Option<Sent>,
    /// How often the tests received it.
    pub(super) seen: u64,
}

/// The summary of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Documented, can be sent, exercised.
    Complete,
    /// Documented, can be sent, not exercised.
    Untested,
    /// Documented. The code cannot send it, or it is not known whether it can.
    Documented,
    /// Not documented, but the code can send it or has sent it.
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
        // The rows of a page without endpoints apply to every operation.
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
            // On a page with endpoints, this row has only the statuses outside of them.
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
            // A 422 that is documented by `4XX` also counts for the cell `4XX`. If the whole service documents it, it counts there.
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

    /// The number of cells in this state.
    pub(super) fn count(&self, state: State) -> usize {
        self.rows
            .iter()
            .flat_map(|row| row.cells.values())
            .filter(|cell| cell.state(self) == state)
            .count()
    }
}
