//! One section of a long page, chosen by its heading.

use crate::{
    error::DocError,
    message,
    table::{Document, Table},
    text::fold,
};

/// The tables of the section with a heading, those of its subsections included.
///
/// Headings are compared as text, case aside. Of several with the same text, only those that hold tables
/// count; `Outer > Inner` tells them apart.
pub(crate) fn tables<'a>(
    document: &'a Document,
    section: &str,
) -> Result<Vec<&'a Table>, Vec<DocError>> {
    let wanted: Vec<String> = section
        .split(" > ")
        .map(|part| fold(part).to_lowercase())
        .collect();
    let mut found: Vec<(usize, usize, Vec<&Table>)> = Vec::new();
    let mut empty = false;
    for (index, heading) in document.headings.iter().enumerate() {
        if Some(&heading.text.to_lowercase()) != wanted.last() || !matches(document, index, &wanted)
        {
            continue;
        }
        // A section within one of the same name belongs to that.
        if found.last().is_some_and(|(_, end, _)| index < *end) {
            continue;
        }
        let end = document.section_end(index);
        // Tables stand in the order of their headings.
        let before = |limit: usize| {
            document
                .tables
                .partition_point(|table| table.heading.is_none_or(|heading| heading < limit))
        };
        let tables: Vec<&Table> = document
            .tables
            .get(before(index)..before(end))
            .unwrap_or(&[])
            .iter()
            .collect();
        if tables.is_empty() {
            empty = true;
        } else {
            found.push((index, end, tables));
        }
    }
    if found.len() > 1 {
        let paths: Vec<String> = found
            .iter()
            .take(12)
            .map(|(index, ..)| document.path(*index).join(" > "))
            .collect();
        return Err(vec![message::ambiguous_section(
            section,
            found.len(),
            &paths,
        )]);
    }
    match found.pop() {
        Some((.., tables)) => Ok(tables),
        None => Err(vec![message::no_section(
            section,
            empty,
            &headings_with_tables(document),
        )]),
    }
}

fn matches(document: &Document, heading: usize, wanted: &[String]) -> bool {
    let path = document.path(heading);
    wanted.len() <= path.len()
        && path
            .iter()
            .rev()
            .zip(wanted.iter().rev())
            .all(|(have, want)| have.to_lowercase() == *want)
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
