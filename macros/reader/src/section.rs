//! One section of a long page, chosen by its heading.

use std::ops::Range;

use crate::{
    error::DocError,
    message,
    table::{Document, Heading, Table},
    text::fold,
};

/// The tables of the section with a heading, those of its subsections included, and which headings these are, as indices.
///
/// Headings are compared as text, without regard to case. Of several with the same text, only those with tables
/// count. `Outer > Inner` distinguishes them.
pub(crate) fn tables<'a>(
    document: &'a Document,
    section: &str,
) -> Result<(Range<usize>, &'a [Table]), Vec<DocError>> {
    let wanted: Vec<String> = section
        .split(" > ")
        .map(|part| fold(part).to_lowercase())
        .collect();
    let mut found: Vec<(&Heading, Range<usize>, &[Table])> = Vec::new();
    let mut empty = false;
    for (index, heading) in document.headings.iter().enumerate() {
        if !matches(document, heading, &wanted) {
            continue;
        }
        // A section within a section of the same name belongs to the outer one.
        if found.last().is_some_and(|(_, range, _)| index < range.end) {
            continue;
        }
        let end = document.section_end(index);
        // Tables are in the order of their headings.
        let before = |limit: usize| {
            document
                .tables
                .partition_point(|table| table.heading.is_none_or(|heading| heading < limit))
        };
        let tables = document.tables.get(before(index)..before(end));
        match tables {
            Some(tables) if !tables.is_empty() => found.push((heading, index..end, tables)),
            _ => empty = true,
        }
    }
    if found.len() > 1 {
        let mut paths: Vec<String> = Vec::new();
        for (heading, ..) in found.iter().take(12) {
            let path = path(document, heading);
            if paths.last() != Some(&path) {
                paths.push(path);
            }
        }
        return Err(vec![message::ambiguous_section(
            section,
            found.len(),
            &paths,
        )]);
    }
    match found.pop() {
        Some((_, headings, tables)) => Ok((headings, tables)),
        None => Err(vec![message::no_section(
            section,
            empty,
            &headings_with_tables(document),
        )]),
    }
}

/// Returns whether a heading, and those above it, are the wanted ones.
fn matches(document: &Document, heading: &Heading, wanted: &[String]) -> bool {
    let mut have = Some(heading);
    for want in wanted.iter().rev() {
        match have {
            Some(heading) if heading.text.to_lowercase() == *want => {
                have = document.above(heading);
            }
            _ => return false,
        }
    }
    true
}

/// Returns the headings that lead to a heading, outermost first, with the heading itself.
fn path(document: &Document, heading: &Heading) -> String {
    let mut path = heading.text.clone();
    let mut above = document.above(heading);
    while let Some(heading) = above {
        path = format!("{} > {path}", heading.text);
        above = document.above(heading);
    }
    path
}

fn headings_with_tables(document: &Document) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for heading in document.tables.iter().filter_map(|table| table.heading) {
        let Some(heading) = document.headings.get(heading) else {
            continue;
        };
        if !names.contains(&heading.text) && names.len() < 12 {
            names.push(heading.text.clone());
        }
    }
    names
}
