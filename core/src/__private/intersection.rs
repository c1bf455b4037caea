//! Tables made from others at compile time: some statuses of a table, `catalog & { 401, 404 }`, and a table with
//! another body.

use crate::body::Format;
use crate::table::{Entry, Table, TableData};

/// The rows of some codes.
pub struct Rows<const CODES: usize> {
    rows: [Entry; CODES],
    length: usize,
}

impl<const CODES: usize> Rows<CODES> {
    const NONE: Self = Rows {
        rows: [Entry::EMPTY; CODES],
        length: 0,
    };

    /// The rows of `codes` in `table`, each for one code. A code that the table does not document is refused in
    /// another place. It has a row too, so that no second error follows.
    pub const fn listed(table: Table, codes: &[u16]) -> Self {
        Self::of(table, codes, true)
    }

    const fn of(table: Table, codes: &[u16], all: bool) -> Self {
        let mut rows = Self::NONE;
        let mut at = 0;
        while at < codes.len() {
            let code = codes[at];
            let entry = table.entry(code);
            if all || entry.is_some() {
                let entry = match entry {
                    Some(entry) => *entry,
                    None => Entry::EMPTY,
                };
                rows.rows[rows.length] = Entry {
                    first: code,
                    last: code,
                    ..entry
                };
                rows.length += 1;
            }
            at += 1;
        }
        rows
    }

    /// The rows.
    pub const fn get(&'static self) -> &'static [Entry] {
        self.rows.split_at(self.length).0
    }
}

/// The rest of `table` under another name: everything but rows and operations.
pub const fn beside_rows(table: Table, name: &'static str) -> TableData {
    let (data, ignores) = (table.data(), table.ignores());
    TableData {
        error_codes: data.error_codes,
        sorted_codes: data.sorted_codes,
        coded: data.coded,
        operation: data.operation,
        format: table.stated_format(),
        built_in: data.built_in,
        ignores_ranges: ignores.0,
        ignores_default: ignores.1,
        ..TableData::new(name, data.document, data.package)
    }
}

/// The rows of `codes` in the table of each operation.
pub const fn of_operations<const CODES: usize, const OPERATIONS: usize>(
    table: Table,
    codes: &[u16],
) -> [Rows<CODES>; OPERATIONS] {
    let mut rows = [const { Rows::<CODES>::NONE }; OPERATIONS];
    let mut at = 0;
    while at < OPERATIONS {
        rows[at] = Rows::of(table.operations()[at], codes, false);
        at += 1;
    }
    rows
}

/// The operations of `table`, with these rows.
pub const fn operations<const CODES: usize, const OPERATIONS: usize>(
    table: Table,
    rows: &'static [Rows<CODES>; OPERATIONS],
) -> [TableData; OPERATIONS] {
    let mut data = [const { TableData::new("", "", "") }; OPERATIONS];
    let mut at = 0;
    while at < OPERATIONS {
        let operation = table.operations()[at];
        data[at] = TableData {
            entries: rows[at].get(),
            ..beside_rows(operation, operation.name())
        }
        .collected();
        at += 1;
    }
    data
}

/// Returns a table for each of these operations.
pub const fn tables<const TABLES: usize>(data: &'static [TableData; TABLES]) -> [Table; TABLES] {
    const NONE: &TableData = &TableData::new("", "", "");
    let mut tables = [Table::new(NONE); TABLES];
    let mut at = 0;
    while at < TABLES {
        tables[at] = Table::new(&data[at]);
        at += 1;
    }
    tables
}

/// Returns `table` with another body.
pub const fn with_format(table: Table, format: Option<Format>) -> TableData {
    TableData {
        format,
        ..*table.data()
    }
}

/// Some statuses of a table, as a table of this name.
/// A macro, because the lengths of its arrays depend on the table.
#[doc(hidden)]
#[macro_export]
macro_rules! __intersection {
    ($name:expr, $table:expr, $codes:expr) => {{
        const TABLE: $crate::__private::Table = $table;
        const CODES: &[u16] = $codes;
        const OPERATIONS: usize = TABLE.operations().len();
        const OWN: $crate::__private::intersection::Rows<{ CODES.len() }> =
            $crate::__private::intersection::Rows::listed(TABLE, CODES);
        const ROWS: [$crate::__private::intersection::Rows<{ CODES.len() }>; OPERATIONS] =
            $crate::__private::intersection::of_operations(TABLE, CODES);
        const OF_OPERATIONS: [$crate::__private::TableData; OPERATIONS] =
            $crate::__private::intersection::operations(TABLE, &ROWS);
        const DATA: $crate::__private::TableData = $crate::__private::TableData {
            entries: OWN.get(),
            operations: &$crate::__private::intersection::tables(&OF_OPERATIONS),
            ..$crate::__private::intersection::beside_rows(TABLE, $name)
        }
        .collected();
        $crate::__private::Table::new(&DATA)
    }};
}
