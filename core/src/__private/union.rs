//! The union of tables, made at compile time.

use crate::methods::Methods;
use crate::table::{Entry, ErrorCode, Operation, Table, TableData};
use crate::text::listed;

/// The sizes of a union.
pub struct Sizes {
    /// Its entries.
    pub entries: usize,
    /// The maximal number of descriptions.
    pub texts: usize,
    /// The error codes of all tables.
    pub codes: usize,
    /// The operations of all tables.
    pub operations: usize,
}

/// The sizes of the union of `tables`.
pub const fn sizes(tables: &[Table]) -> Sizes {
    let mut sizes = Sizes {
        entries: 0,
        texts: 0,
        codes: 0,
        operations: 0,
    };
    let mut table = 0;
    while table < tables.len() {
        let entries = tables[table].entries();
        let mut at = 0;
        while at < entries.len() {
            sizes.entries += !earlier(tables, table, &entries[at]) as usize;
            sizes.texts += entries[at].descriptions().len();
            at += 1;
        }
        sizes.codes += tables[table].error_codes().len();
        sizes.operations += tables[table].operations().len();
        table += 1;
    }
    sizes
}

/// The descriptions of all entries, one entry after the other, and the number of each entry's descriptions.
pub struct Descriptions<const ENTRIES: usize, const TEXTS: usize> {
    texts: [&'static str; TEXTS],
    ends: [usize; ENTRIES],
}

impl<const ENTRIES: usize, const TEXTS: usize> Descriptions<ENTRIES, TEXTS> {
    /// Collects the descriptions. Equal descriptions of a code are kept once.
    pub const fn collect(tables: &[Table]) -> Self {
        let mut all = Descriptions {
            texts: [""; TEXTS],
            ends: [0; ENTRIES],
        };
        let mut length = 0;
        let mut found = 0;
        let mut table = 0;
        while table < tables.len() {
            let entries = tables[table].entries();
            let mut at = 0;
            while at < entries.len() {
                if !earlier(tables, table, &entries[at]) {
                    length = all.add(length, tables, &entries[at]);
                    all.ends[found] = length;
                    found += 1;
                }
                at += 1;
            }
            table += 1;
        }
        all
    }

    const fn add(&mut self, start: usize, tables: &[Table], entry: &Entry) -> usize {
        /// The number of descriptions of a code that are compared. Beyond it, equal ones are kept twice.
        const COMPARED: usize = 64;
        let mut length = start;
        let mut table = 0;
        while table < tables.len() {
            if let Some(other) = find(tables[table], entry) {
                let mut at = 0;
                while at < other.descriptions().len() {
                    let text = other.descriptions()[at];
                    let texts = self.texts.split_at(length).0.split_at(start).1;
                    if texts.len() >= COMPARED || !listed(texts, text) {
                        self.texts[length] = text;
                        length += 1;
                    }
                    at += 1;
                }
            }
            table += 1;
        }
        length
    }

    const fn of(&'static self, entry: usize) -> &'static [&'static str] {
        let start = if entry == 0 { 0 } else { self.ends[entry - 1] };
        let (texts, _) = self.texts.split_at(self.ends[entry]);
        texts.split_at(start).1
    }
}

/// The entries of the union: those of the first table, then the further entries of each next table. If several tables
/// document a code, the first reason phrase and place are kept, and the methods are united.
pub const fn merge<const ENTRIES: usize, const TEXTS: usize>(
    tables: &[Table],
    descriptions: &'static Descriptions<ENTRIES, TEXTS>,
) -> [Entry; ENTRIES] {
    let mut merged = [Entry::EMPTY; ENTRIES];
    let mut found = 0;
    let mut table = 0;
    while table < tables.len() {
        let entries = tables[table].entries();
        let mut at = 0;
        while at < entries.len() {
            let entry = &entries[at];
            if !earlier(tables, table, entry) {
                let reason = reason(tables, entry);
                merged[found] = Entry {
                    reason: reason.reason,
                    phrase: reason.phrase,
                    descriptions: descriptions.of(found),
                    methods: methods(tables, entry),
                    ..*entry
                };
                found += 1;
            }
            at += 1;
        }
        table += 1;
    }
    merged
}

/// The error codes of all tables, one table after the other.
pub const fn merge_error_codes<const CODES: usize>(tables: &[Table]) -> [ErrorCode; CODES] {
    let mut merged = [NO_CODE; CODES];
    let mut found = 0;
    let mut table = 0;
    while table < tables.len() {
        let codes = tables[table].error_codes();
        let mut at = 0;
        while at < codes.len() {
            merged[found] = codes[at];
            found += 1;
            at += 1;
        }
        table += 1;
    }
    merged
}

/// The operations of all tables, one table after the other.
pub const fn merge_operations<const OPERATIONS: usize>(tables: &[Table]) -> [Table; OPERATIONS] {
    const NONE: &TableData = &TableData::new("", "", "");
    let mut merged = [Table::new(NONE); OPERATIONS];
    let mut found = 0;
    let mut table = 0;
    while table < tables.len() {
        let operations = tables[table].operations();
        let mut at = 0;
        while at < operations.len() {
            merged[found] = operations[at];
            found += 1;
            at += 1;
        }
        table += 1;
    }
    merged
}

/// The operation of the union, if only one part has one: `petstore::add_pet | edge` is about `POST /pets`.
pub const fn operation(tables: &[Table]) -> Option<Operation> {
    let mut found = None;
    let mut table = 0;
    while table < tables.len() {
        if let Some(operation) = tables[table].operation() {
            if found.is_some() {
                return None;
            }
            found = Some(*operation);
        }
        table += 1;
    }
    found
}

/// The union of a slice of tables, with this name, place and package.
///
/// A macro, because the lengths of its arrays depend on the tables.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($name:expr, $document:expr, $package:expr, $tables:expr) => {{
        const TABLES: &[$crate::__private::Table] = $tables;
        const SIZES: $crate::__private::union::Sizes = $crate::__private::union::sizes(TABLES);
        const DESCRIPTIONS: $crate::__private::union::Descriptions<
            { SIZES.entries },
            { SIZES.texts },
        > = $crate::__private::union::Descriptions::collect(TABLES);
        const DATA: $crate::__private::TableData = $crate::__private::TableData {
            entries: &$crate::__private::union::merge(TABLES, &DESCRIPTIONS),
            error_codes: &$crate::__private::union::merge_error_codes::<{ SIZES.codes }>(TABLES),
            coded: TABLES,
            operations: &$crate::__private::union::merge_operations::<{ SIZES.operations }>(TABLES),
            operation: $crate::__private::union::operation(TABLES),
            parts: TABLES,
            ..$crate::__private::TableData::new($name, $document, $package)
        }
        .collected();
        $crate::__private::Table::new(&DATA)
    }};
}

const NO_CODE: ErrorCode = ErrorCode {
    code: "",
    statuses: &[],
    message: "",
    description: "",
    document: "",
    line: 0,
};

/// Returns whether a table before `table` has a row for the same codes.
const fn earlier(tables: &[Table], table: usize, entry: &Entry) -> bool {
    let mut at = 0;
    while at < table {
        if find(tables[at], entry).is_some() {
            return true;
        }
        at += 1;
    }
    false
}

const fn find(table: Table, entry: &Entry) -> Option<&'static Entry> {
    table.row(entry.first, entry.last)
}

/// The row whose reason phrase is used: the first that has one.
const fn reason<'t>(tables: &[Table], entry: &'t Entry) -> &'t Entry {
    let mut table = 0;
    while table < tables.len() {
        if let Some(other) = find(tables[table], entry)
            && !other.reason.is_empty()
        {
            return other;
        }
        table += 1;
    }
    entry
}

/// If one table documents the code for every method, so does the union.
const fn methods(tables: &[Table], entry: &Entry) -> Methods {
    let mut methods = Methods::NONE;
    let mut table = 0;
    while table < tables.len() {
        if let Some(other) = find(tables[table], entry) {
            if other.methods.is_empty() {
                return Methods::NONE;
            }
            methods = methods.union(other.methods);
        }
        table += 1;
    }
    methods
}
