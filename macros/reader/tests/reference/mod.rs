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

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use crate::table::Document;
use differences::{Difference, Known};

/// How many pages a test compares, unless the environment says otherwise.
const PAGES: u64 = 4_000;

/// What a page holds, in its order: all that two grammars must agree on.
#[derive(Debug, PartialEq, Eq)]
enum Item {
    Heading(u8, String),
    /// A table that we refuse.
    Refused(Box<Item>),
    /// Rows of texts; a cell that spans several fields is in each.
    Table {
        caption: String,
        rows: Vec<Vec<String>>,
    },
}

type Outline = Vec<Item>;

/// Whether two outlines are the same. A table that we refuse may be another one in the reference, or none.
fn agree(ours: &[Item], reference: &[Item]) -> bool {
    match (ours, reference) {
        ([Item::Refused(table), ours @ ..], [other, rest @ ..]) => {
            (**table == *other && agree(ours, rest))
                || agree(ours, reference)
                || (matches!(other, Item::Table { .. }) && agree(ours, rest))
        }
        ([Item::Refused(_), ours @ ..], []) => agree(ours, reference),
        ([first, ours @ ..], [other, rest @ ..]) => first == other && agree(ours, rest),
        (ours, reference) => ours.is_empty() && reference.is_empty(),
    }
}

fn holds_refused(outline: &[Item]) -> bool {
    outline.iter().any(|item| matches!(item, Item::Refused(_)))
}

/// What our grammar found.
fn outline(document: &Document) -> Outline {
    let mut outline = Outline::new();
    let mut headings = document.headings.iter();
    let mut written = 0;
    for table in &document.tables {
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
        let item = Item::Table {
            caption: table.caption.clone(),
            rows: (0..table.row_count()).map(row).collect(),
        };
        outline.push(if table.flaws.is_empty() {
            item
        } else {
            Item::Refused(Box::new(item))
        });
    }
    outline.extend(headings.map(|heading| Item::Heading(heading.level(), heading.text.clone())));
    pruned(outline)
}

/// Without what holds nothing: fields at the end of a row, rows without a text, tables without a row, headings without
/// a text, and the marks that generators put behind a heading.
fn pruned(mut outline: Outline) -> Outline {
    outline.iter_mut().for_each(prune);
    outline.retain(|item| match item {
        Item::Heading(_, text) => !text.is_empty(),
        Item::Table { rows, .. } => !rows.is_empty(),
        Item::Refused(_) => true,
    });
    outline
}

fn prune(item: &mut Item) {
    match item {
        Item::Refused(table) => prune(table),
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

fn shown(outline: Outline) -> String {
    let mut out = String::new();
    for item in outline {
        match item {
            Item::Heading(level, text) => {
                let _ = writeln!(out, "  h{level} {text:?}");
            }
            Item::Refused(table) => {
                out.push_str("  refused:\n");
                out += &shown(vec![*table]);
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

/// What a known difference did.
#[derive(Default)]
struct Count {
    /// The pages that it was found in.
    pages: u32,
    /// Those in which no other was found.
    alone: u32,
    /// Those that differ, and in which no other was found.
    needed: u32,
}

/// Compares page after page, and shows what is needed of those that differ.
///
/// A page that holds what we read in another way on purpose may differ, and so may one with a table that we refuse. `least` is
/// the share of the others, which are held to the reference, in hundredths.
fn compare(
    generate: fn(&mut numbers::Numbers) -> String,
    ours: fn(&str) -> Outline,
    reference: fn(&str) -> (Outline, Known),
    least: u64,
) {
    let pages = pages();
    let (mut held, mut same, mut different, mut refused) = (0, 0, 0, 0);
    let mut counts: BTreeMap<Difference, Count> = BTreeMap::new();
    let mut differing: BTreeSet<(usize, String)> = BTreeSet::new();
    for seed in 0..pages {
        let page = generate(&mut numbers::Numbers::new(seed));
        let (outline, (theirs, known)) = (ours(&page), reference(&page));
        let differs = !agree(&outline, &theirs);
        for difference in &known {
            let count = counts.entry(*difference).or_default();
            count.pages += 1;
            count.alone += u32::from(known.len() == 1);
            count.needed += u32::from(known.len() == 1 && differs);
        }
        match (differs, known.is_empty()) {
            (false, true) => held += 1,
            (false, false) => same += 1,
            (true, false) => different += 1,
            (true, true) if holds_refused(&outline) => refused += 1,
            (true, true) => {
                let small = shrunk(page, &|page| {
                    let (outline, (theirs, known)) = (ours(page), reference(page));
                    known.is_empty() && !holds_refused(&outline) && !agree(&outline, &theirs)
                });
                differing.insert((small.len(), small));
            }
        }
        if differing.len() >= MOST_DIFFERENCES {
            break;
        }
    }
    println!("of {pages} pages, {held} are held to the reference and are the same");
    println!("{refused} differ, and have a table that we refuse");
    println!("{same} are the same and {different} differ of those with a known difference:");
    println!("  pages  alone needed");
    for (difference, count) in &counts {
        let Count {
            pages,
            alone,
            needed,
        } = count;
        println!("{pages:7}{alone:7}{needed:7} {difference:?}");
    }
    let mut report = String::new();
    for (_, page) in &differing {
        let (ours, theirs) = (shown(ours(page)), shown(reference(page).0));
        let _ = writeln!(report, "{page:?}\n- ours\n{ours}- reference\n{theirs}");
    }
    assert!(
        differing.is_empty(),
        "{} pages differ, all else taken away:\n\n{report}",
        differing.len()
    );
    assert!(
        held * 100 >= pages * least,
        "only {held} of {pages} pages are held to the reference"
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
