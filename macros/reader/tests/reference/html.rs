//! What `html5ever` finds in a page.

use html5ever::{ParseOpts, data::NAMED_ENTITIES, tendril::TendrilSink as _};
use markup5ever_rcdom::{Handle, Node, NodeData, RcDom};

use super::{
    Item, Outline, compare, differences,
    differences::{Difference, Known},
    generate_html, pruned,
};
use crate::{
    html::{
        self,
        entities::{Dialect, decode_into},
    },
    table::MAX_COLUMNS,
    text::{fold, raised},
};

#[test]
fn html_is_read_as_html5ever_does() {
    compare(
        generate_html::page,
        |page| super::outline(&html::parse(page)),
        outline,
        90,
    );
}

#[test]
fn character_references_are_those_of_html5ever() {
    let mut names = 0;
    for (name, &(first, second)) in &NAMED_ENTITIES {
        // The beginnings of names are in the list, too, without characters.
        let shown: String = [first, second]
            .into_iter()
            .filter_map(|code| char::from_u32(code).filter(|shown| *shown != '\0'))
            .collect();
        if shown.is_empty() {
            continue;
        }
        names += 1;
        let mut ours = String::new();
        decode_into(&mut ours, &format!("&{name} x"), Dialect::Html);
        assert_eq!(ours, format!("{shown} x"), "&{name}");
    }
    assert_eq!(names, 2231);
}

/// The outline of a page; `None` where it holds what we read in another way.
pub(super) fn outline(page: &str) -> (Outline, Known) {
    outline_but(page, |_, _| ())
}

/// The outline of a page; `None` where it holds what we read in another way, or what is known to be such.
pub(super) fn outline_but(page: &str, is_other: fn(&Node, &mut Known)) -> (Outline, Known) {
    let mut options = ParseOpts::default();
    // A page is read as it comes, before any script runs, and by today's rules if it has no doctype, too.
    options.tree_builder.scripting_enabled = false;
    options.tree_builder.iframe_srcdoc = true;
    let dom = html5ever::parse_document(RcDom::default(), options).one(page);
    let mut outline = Outline::new();
    let is_old = dom.quirks_mode.get() == html5ever::tree_builder::QuirksMode::Quirks;
    let mut known = Known::new();
    if is_old {
        known.insert(Difference::Quirks);
    }
    is_known(&dom.document, &mut known);
    is_other(&dom.document, &mut known);
    walk(&dom.document, &mut outline, &mut known);
    (pruned(outline), known)
}

fn is_known(node: &Node, known: &mut Known) {
    differences::in_html(node, known);
    for child in node.children.borrow().iter() {
        is_known(child, known);
    }
}

/// Adds the headings and tables below a node, a table within another before it.
fn walk(node: &Node, outline: &mut Outline, known: &mut Known) {
    if is_hidden(node) {
        return;
    }
    match name(node) {
        "table" => table(node, outline, known),
        heading if heading_level(heading).is_some() => {
            let level = heading_level(heading).unwrap_or(0);
            let text = text_of(node);
            outline.push(Item::Heading(level, text));
            if differences::in_heading(node) {
                known.insert(Difference::HeadingEnded);
            }
        }
        _ => {
            for child in node.children.borrow().iter() {
                walk(child, outline, known);
            }
        }
    }
}

/// The fields of a table, as the HTML standard forms them; tables within it go to the outline.
fn table(node: &Node, outline: &mut Outline, known: &mut Known) {
    let mut rows: Vec<Handle> = Vec::new();
    let mut caption = String::new();
    for child in node
        .children
        .borrow()
        .iter()
        .filter(|child| !is_hidden(child))
    {
        match name(child) {
            "tr" => {
                rows.push(child.clone());
            }
            "thead" | "tbody" | "tfoot" => {
                for row in child.children.borrow().iter().filter(|row| !is_hidden(row)) {
                    if name(row) == "tr" {
                        rows.push(row.clone());
                    }
                }
            }
            "caption" => {
                nested(child, outline, known);
                caption = text_of(child);
            }
            _ => {}
        }
    }
    let mut grid: Vec<Vec<Option<String>>> = vec![Vec::new(); rows.len()];
    for (y, row) in rows.iter().enumerate() {
        for cell in row.children.borrow().iter().filter(|cell| !is_hidden(cell)) {
            if !matches!(name(cell), "td" | "th") {
                continue;
            }
            nested(cell, outline, known);
            let text = text_of(cell);
            let mut x = 0;
            while grid[y].get(x).is_some_and(Option::is_some) {
                x += 1;
            }
            let columns = span(cell, "colspan").min(MAX_COLUMNS);
            for line in grid.iter_mut().skip(y).take(span(cell, "rowspan")) {
                if line.len() < x + columns {
                    line.resize(x + columns, None);
                }
                line[x..x + columns].fill(Some(text.clone()));
            }
        }
    }
    let rows = grid.into_iter();
    outline.push(Item::Table {
        caption,
        rows: rows
            .map(|row| row.into_iter().map(Option::unwrap_or_default).collect())
            .collect(),
    });
}

/// Finds the tables within a cell.
fn nested(node: &Node, outline: &mut Outline, known: &mut Known) {
    for child in node
        .children
        .borrow()
        .iter()
        .filter(|child| !is_hidden(child))
    {
        if name(child) == "table" {
            table(child, outline, known);
        } else {
            nested(child, outline, known);
        }
    }
}

fn text_of(node: &Node) -> String {
    let mut text = String::new();
    write_text(node, &mut text);
    fold(&text)
}

/// The text of a node as it is shown: without tables within it, words of blocks apart.
fn write_text(node: &Node, out: &mut String) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => out.push_str(&contents.borrow()),
            NodeData::Element { .. } if !is_hidden(child) => {
                // A mark that is set high is one here, too.
                if name(child) == "sup"
                    && let Some(mark) = raised(&text_of(child))
                {
                    out.push_str(&mark);
                    continue;
                }
                let parts = differences::parts_words(name(child));
                if parts {
                    out.push(' ');
                }
                if name(child) != "table" {
                    write_text(child, out);
                }
                if parts {
                    out.push(' ');
                }
            }
            _ => {}
        }
    }
}

pub(super) fn is_hidden(node: &Node) -> bool {
    const RAW: [&str; 11] = [
        "head",
        "iframe",
        "noembed",
        "noframes",
        "plaintext",
        "script",
        "style",
        "template",
        "textarea",
        "title",
        "xmp",
    ];
    let style = attribute(node, "style")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_none = |declaration: &str| {
        declaration
            .split_once(':')
            .is_some_and(|(property, value)| property.trim() == "display" && value.trim() == "none")
    };
    RAW.contains(&name(node))
        || attribute(node, "hidden").is_some()
        || style.split(';').any(is_none)
}

/// Whether a node, or one below it, is one of several elements.
pub(super) fn holds(node: &Node, names: &[&str]) -> bool {
    names.contains(&name(node))
        || node
            .children
            .borrow()
            .iter()
            .any(|child| holds(child, names))
}

pub(super) fn name(node: &Node) -> &str {
    match &node.data {
        NodeData::Element { name, .. } => &name.local,
        _ => "",
    }
}

fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn span(node: &Node, wanted: &str) -> usize {
    let value = attribute(node, wanted).and_then(|value| value.parse().ok());
    value.filter(|span| *span > 0).unwrap_or(1)
}

fn attribute(node: &Node, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attributes = attrs.borrow();
    let found = attributes
        .iter()
        .find(|attribute| &*attribute.name.local == wanted)?;
    Some(found.value.to_string())
}
