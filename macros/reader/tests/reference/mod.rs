//! The grammars against reference implementations: the same headings, the same tables, the same texts.
//!
//! HTML is checked against `html5ever`, and Markdown against `pulldown-cmark` (whose HTML goes through `html5ever`
//! again), on generated pages and mutations of them; reStructuredText to what docutils found in generated tables.
//! `STATUSBOOK_PAGES` sets the number of pages per format. Where we differ on purpose is in [`differences`].

mod differences;
mod generate_html;
mod generate_markdown;
mod html;
mod markdown;
#[path = "../common/numbers.rs"]
mod numbers;
mod rst;

use std::{collections::BTreeSet, fmt::Write as _};

use crate::table::Document;

/// How many pages a test compares, unless the environment says otherwise.
const PAGES: u64 = 4_000;

/// What a page holds, in its order: all that two grammars must agree on.
#[derive(Debug, PartialEq, Eq)]
enum Item {
    Heading(u8, String),
    /// Rows of texts; a cell that spans several fields is in each.
    Table {
        caption: String,
        rows: Vec<Vec<String>>,
    },
}

type Outline = Vec<Item>;

/// What our grammar found; `None` where it refuses a table.
fn outline(document: &Document) -> Option<Outline> {
    let mut outline = Outline::new();
    let mut headings = document.headings.iter();
    let mut written = 0;
    for table in &document.tables {
        if !table.flaws.is_empty() {
            return None;
        }
        let before = table.heading.map_or(0, |heading| heading + 1);
        for heading in headings.by_ref().take(before - written) {
            outline.push(Item::Heading(heading.level(), heading.text.clone()));
        }
        written = before;
        let text = |row, column| table.text(row, column).to_owned();
        let row = |row| {
            (0..table.width(row))
                .map(|column| text(row, column))
                .collect()
        };
        outline.push(Item::Table {
            caption: table.caption.clone(),
            rows: (0..table.row_count()).map(row).collect(),
        });
    }
    outline.extend(headings.map(|heading| Item::Heading(heading.level(), heading.text.clone())));
    Some(pruned(outline))
}

/// Without what holds nothing: fields at the end of a row, rows without a text, tables without a row, headings without
/// a text, and the marks that generators put behind a heading.
fn pruned(mut outline: Outline) -> Outline {
    for item in &mut outline {
        match item {
            Item::Table { rows, .. } => {
                for row in rows.iter_mut() {
                    while row.pop_if(|text| text.is_empty()).is_some() {}
                }
                rows.retain(|row| !row.is_empty());
            }
            Item::Heading(_, text) => {
                let shown = text.trim_end_matches(['¶', '#', '§', ' ']).len();
                text.truncate(shown);
            }
        }
    }
    outline.retain(|item| match item {
        Item::Heading(_, text) => !text.is_empty(),
        Item::Table { rows, .. } => !rows.is_empty(),
    });
    outline
}

fn shown(outline: Option<Outline>) -> String {
    let mut out = String::new();
    for item in outline.unwrap_or_default() {
        match item {
            Item::Heading(level, text) => {
                let _ = writeln!(out, "  h{level} {text:?}");
            }
            Item::Table { caption, rows } => {
                let _ = writeln!(out, "  table {caption:?}");
                for row in rows {
                    let _ = writeln!(out, "    {row:?}");
                }
            }
        }
    }
    out
}

fn pages() -> u64 {
    std::env::var("STATUSBOOK_PAGES")
        .ok()
        .and_then(|pages| pages.parse().ok())
        .unwrap_or(PAGES)
}

/// How many pages that differ are looked at before the test gives up.
const MOST_DIFFERENCES: usize = 24;

/// Compares page after page, and shows what is needed of those that differ.
fn compare(
    generate: fn(&mut numbers::Numbers) -> String,
    ours: fn(&str) -> Option<Outline>,
    reference: fn(&str) -> Option<Outline>,
) {
    let differs = |page: &str| match (ours(page), reference(page)) {
        (Some(ours), Some(reference)) => Some(ours != reference),
        _ => None,
    };
    let mut compared = 0;
    let mut differing: BTreeSet<(usize, String)> = BTreeSet::new();
    let pages = pages();
    for seed in 0..pages {
        let page = generate(&mut numbers::Numbers::new(seed));
        match differs(&page) {
            None => continue,
            Some(false) => compared += 1,
            Some(true) => {
                let small = shrunk(page, &|page| differs(page) == Some(true));
                differing.insert((small.len(), small));
            }
        }
        if differing.len() >= MOST_DIFFERENCES {
            break;
        }
    }
    let mut report = String::new();
    for (_, page) in &differing {
        let (ours, reference) = (shown(ours(page)), shown(reference(page)));
        let _ = writeln!(report, "{page:?}\n- ours\n{ours}- reference\n{reference}");
    }
    assert!(
        differing.is_empty(),
        "{} pages differ, all else taken away:\n\n{report}",
        differing.len()
    );
    // Pages that we refuse, and differences that are known, say nothing.
    assert!(
        compared * 5 > pages,
        "only {compared} of {pages} pages could be compared"
    );
}

/// A text without all that is not needed for it to fail.
fn shrunk(mut text: String, fails: &dyn Fn(&str) -> bool) -> String {
    let mut size = text.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < text.len() {
            let end = (at + size).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                let without = format!("{}{}", &text[..at], &text[end..]);
                if fails(&without) {
                    text = without;
                    continue;
                }
            }
            at += size;
        }
        size /= 2;
    }
    text
}
