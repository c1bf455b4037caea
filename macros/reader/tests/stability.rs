//! A row more, or another order of rows, never changes how the other rows are read: they are read the same, or refused.

mod common;

use std::collections::BTreeMap;

use common::numbers::Numbers;
use statusbook_reader::{Codes, Options, Page, Role, read};

const HEADINGS: [&str; 26] = [
    "Code",
    "Status",
    "Status code",
    "HTTP status",
    "Error code",
    "Value",
    "Number",
    "Reason",
    "Reason phrase",
    "Meaning",
    "Description",
    "Message",
    "Error",
    "Name",
    "Type",
    "When",
    "Cause",
    "Notes",
    "Details",
    "Solution",
    "Was",
    "",
    "Event",
    "Result",
    "Text",
    "Example",
];

const TEXTS: [&str; 22] = [
    "Not Found",
    "Bad Request",
    "Gone",
    "OK",
    "Conflict",
    "client",
    "server",
    "yes",
    "no",
    "",
    "-",
    "It is away.",
    "The input is wrong, or it is not there at all",
    "PET.0001",
    "PET.0002",
    "not_found",
    "object",
    "GET /pets",
    "12",
    "404",
    "Too bad",
    "Somebody was here before, and took it",
];

const CODES: [&str; 24] = [
    "200",
    "201",
    "204",
    "400",
    "401",
    "403",
    "404",
    "409",
    "410",
    "429",
    "500",
    "503",
    "100",
    "101",
    "404 Not Found",
    "500 Ill",
    "409 (GET only)",
    "4xx",
    "",
    "-",
    "1060",
    "418",
    "250",
    "550",
];

/// A table: its headings and its rows.
#[derive(Clone)]
struct Drawn {
    headings: Vec<&'static str>,
    rows: Vec<Vec<&'static str>>,
}

impl Drawn {
    fn new(numbers: &mut Numbers) -> Self {
        let columns = 2 + numbers.below(3);
        let headings = (0..columns).map(|_| numbers.choose(&HEADINGS)).collect();
        // Each column keeps to a few texts, as real ones do.
        let mut table = Drawn {
            headings,
            rows: Vec::new(),
        };
        for _ in 0..=numbers.below(7) {
            let row = table.row(numbers);
            table.rows.push(row);
        }
        table
    }

    fn row(&self, numbers: &mut Numbers) -> Vec<&'static str> {
        let mut row = Vec::new();
        for column in 0..self.headings.len() {
            let is_code = column == 0 || numbers.below(9) == 0;
            row.push(if is_code {
                numbers.choose(&CODES)
            } else {
                numbers.choose(&TEXTS)
            });
        }
        row
    }

    /// The page: the table, and another one about which nobody doubts.
    fn page(&self) -> String {
        let line = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
        let mut page = line(&self.headings);
        page.push_str(&line(&vec!["---"; self.headings.len()]));
        for row in &self.rows {
            page.push_str(&line(row));
        }
        page.push_str("\n| HTTP status code | Reason phrase | Why it happens |\n|---|---|---|\n| 507 | Insufficient Storage | The disk is full |\n");
        page
    }
}

/// What the rows of the table are read as: its columns' roles, and how often each row was found.
type Reading = (Vec<Option<Role>>, BTreeMap<String, usize>);

fn reading(table: &Drawn) -> Option<Reading> {
    let options = Options {
        name: "a.md",
        ..Options::default()
    };
    let page: Page = read(&table.page(), &options).ok()?;
    let roles = page
        .tables
        .iter()
        .find(|of| of.position.line == 1)
        .map(|of| of.columns.iter().map(|column| column.role).collect())
        .unwrap_or_default();
    let mut rows: BTreeMap<String, usize> = BTreeMap::new();
    for row in &page.statuses {
        let codes = match row.codes {
            Codes::One(code) => code.to_string(),
            Codes::Range(from, to) => format!("{from}-{to}"),
        };
        *rows
            .entry(format!("{codes} {} {}", row.reason, row.description))
            .or_default() += 1;
    }
    for row in &page.error_codes {
        *rows
            .entry(format!(
                "{} {:?} {} {}",
                row.code, row.status, row.message, row.description
            ))
            .or_default() += 1;
    }
    Some((roles, rows))
}

/// Whether a row inherits its code, so that the order of rows means something.
fn inherits(table: &Drawn) -> bool {
    table.rows.iter().any(|row| row.contains(&""))
}

const ROUNDS: u64 = 8_000;

#[test]
fn a_row_more_changes_no_other() {
    for seed in 0..ROUNDS {
        let numbers = &mut Numbers::new(seed);
        let few = Drawn::new(numbers);
        let mut more = few.clone();
        more.rows.push(few.row(numbers));
        let (Some(before), Some(after)) = (reading(&few), reading(&more)) else {
            continue;
        };
        // A column without any text is not there yet, and a table that was left alone may be read now.
        let is_new = |column: usize| few.rows.iter().all(|row| matches!(row[column], "" | "-"));
        if before.0.is_empty() || (0..few.headings.len()).any(is_new) {
            continue;
        }
        assert_eq!(
            before.0,
            after.0,
            "{seed}: columns change\n{}\n{}",
            few.page(),
            more.page()
        );
        for (row, count) in &before.1 {
            let now = after.1.get(row).copied().unwrap_or(0);
            assert!(now >= *count, "{seed}: `{row}` is gone\n{}", more.page());
        }
    }
}

#[test]
fn the_order_of_rows_decides_nothing() {
    for seed in 0..ROUNDS {
        let numbers = &mut Numbers::new(seed);
        let table = Drawn::new(numbers);
        if inherits(&table) {
            continue;
        }
        let mut turned = table.clone();
        let by = numbers.below(turned.rows.len());
        turned.rows.rotate_left(by);
        if numbers.below(2) == 0 {
            turned.rows.reverse();
        }
        assert_eq!(
            reading(&table),
            reading(&turned),
            "{seed}\n{}\n{}",
            table.page(),
            turned.page()
        );
    }
}
