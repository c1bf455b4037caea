//! What docutils found in generated pages of reStructuredText; `rst.py` beside this file asked it.

use serde_json::Value;

use super::{Item, Outline, differences, pruned, shown};
use crate::{rst, table::Table};

const PAGES: &str = include_str!("rst.jsonl");

#[test]
fn restructuredtext_is_read_as_docutils_does() {
    let (mut differing, mut compared, mut refused) = (Vec::new(), 0, 0);
    for line in PAGES.lines() {
        let (page, items): (String, Value) = serde_json::from_str(line).unwrap();
        let document = rst::parse(&page);
        // Rows of different widths are refused where a table is read.
        let is_even =
            |table: &Table| (0..table.row_count()).all(|row| table.width(row) == table.columns);
        let ours = super::outline(&document);
        let is_read = !super::holds_refused(&ours) && document.tables.iter().all(is_even);
        let ours = is_read.then(|| without_twins(ours));
        let Value::Array(items) = items else {
            // A table that docutils reports as broken is refused, or no table.
            let is_read = ours
                .iter()
                .flatten()
                .any(|item| matches!(item, Item::Table { .. }));
            if is_read && !differences::in_broken_rst(&page) {
                differing.push(format!(
                    "{page}\n- ours\n{}- docutils reports an error",
                    shown(ours.unwrap_or_default())
                ));
            }
            continue;
        };
        let reference: Outline = without_twins(pruned(items.iter().filter_map(item).collect()));
        match ours {
            None => refused += 1,
            Some(ours) if ours == reference => compared += 1,
            Some(_) if differences::in_rst(&page) => {}
            Some(ours) => differing.push(format!(
                "{page}\n- ours\n{}- docutils\n{}",
                shown(ours),
                shown(reference)
            )),
        }
    }
    assert!(
        differing.is_empty(),
        "{} pages differ:\n\n{}",
        differing.len(),
        differing.join("\n\n")
    );
    assert!(
        compared > 400,
        "only {compared} pages are the same, {refused} are refused"
    );
}

/// Pages that we read otherwise than docutils, each with the reason, what we read, and what docutils finds.
const OTHERWISE: [(&str, &str, &str, &str); 6] = [
    (
        "A mark alone in a cell often means that there is nothing. For docutils, it is a list of one empty item.",
        ".. list-table::\n\n   * - 404\n     - \\-\n   * - 500\n     - -\n",
        "404 - / 500 -",
        "404 - / 500",
    ),
    (
        "So does a bar, which is an empty line there.",
        "+-----+---+\n| 404 | | |\n+-----+---+\n",
        "404 |",
        "404",
    ),
    (
        "Authors forget the space behind `::`. It is a comment there.",
        ".. list-table::Codes\n\n   * - 404\n     - Away\n",
        "404 Away",
        "",
    ),
    (
        "An option that docutils does not know is an error there, but other programs may know it.",
        ".. list-table::\n   :color: red\n\n   * - 404\n     - Away\n",
        "404 Away",
        "an error",
    ),
    (
        "A paragraph that a line of marks follows is a heading to most authors. There, only one line is.",
        "One\ntwo\n===\n\n=== ====\n404 Away\n=== ====\n",
        "# two / 404 Away",
        "404 Away",
    ),
    (
        "A heading that consists of marks is none.",
        "--\n==\n\n=== ====\n404 Away\n=== ====\n",
        "404 Away",
        "# -- / 404 Away",
    ),
];

#[test]
fn what_is_read_otherwise_than_docutils_does() {
    for (reason, page, ours, docutils) in OTHERWISE {
        assert_ne!(ours, docutils, "{reason}");
        let items = super::outline(&rst::parse(page)).into_iter();
        let rows = items.flat_map(|item| match item {
            Item::Heading(_, text) => vec![format!("# {text}")],
            Item::Table { rows, .. } => rows.iter().map(|row| row.join(" ")).collect(),
            Item::Refused(_) => Vec::new(),
        });
        assert_eq!(rows.collect::<Vec<_>>().join(" / "), ours, "{reason}");
    }
}

/// An item of `rst.jsonl`: a heading with its level, or a table with its caption.
fn item(item: &Value) -> Option<Item> {
    let (first, second) = (item.get(0)?, item.get(1)?);
    if let Some(level) = first.as_u64() {
        let text = second.as_str()?.to_owned();
        return Some(Item::Heading(u8::try_from(level).ok()?, text));
    }
    let text = |field: &Value| field.as_str().unwrap_or_default().to_owned();
    let row = |row: &Value| row.as_array().into_iter().flatten().map(text).collect();
    Some(Item::Table {
        caption: text(first),
        rows: second.as_array()?.iter().map(row).collect(),
    })
}

/// Without the columns that hold in each row what the one before holds: where all cells span two columns, they are one.
fn without_twins(mut outline: Outline) -> Outline {
    for item in &mut outline {
        let Item::Table { rows, .. } = item else {
            continue;
        };
        for column in (1..rows.first().map_or(0, Vec::len)).rev() {
            if rows
                .iter()
                .all(|row| row.get(column) == row.get(column - 1))
            {
                for row in rows.iter_mut().filter(|row| column < row.len()) {
                    row.remove(column);
                }
            }
        }
    }
    outline
}
