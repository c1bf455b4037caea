//! Reads definition lists of codes, in the syntax of PHP Markdown Extra: a term, and below it lines that begin
//! with `: `.

use super::inline::{self, Labels};
use crate::{
    table::{Cell, MOST_TERMS, Table},
    text::{self, begins_with_code, starts_with_any},
};

/// The lines that may belong to a list: those in the same quotes and list items as the first.
pub(super) struct Lines<'a, 'l> {
    /// The index of the first.
    pub(super) first: usize,
    /// A line by its index, and where its content begins; `None` after the last.
    pub(super) row: &'l dyn Fn(usize) -> Option<(&'a str, usize)>,
    pub(super) labels: &'l Labels,
}

/// Reads the list that begins with the first line. Returns the number of its lines too.
///
/// The list ends before two items in a row that are not codes.
pub(super) fn parse(lines: &Lines<'_, '_>) -> Option<(Table, usize)> {
    let mut items: Vec<(Cell, Cell)> = Vec::new();
    let mut at = 0;
    // How many items and lines the list has: a last item without a digit belongs to prose.
    let (mut count, mut end) = (0, 0);
    let mut after_other = true;
    while let Some(found) = lines.item(at) {
        let terms = (at..found.definition).filter_map(|index| lines.term(index));
        let terms: Vec<Cell> = terms.filter(|term| !term.text.is_empty()).collect();
        let is_other = !terms.iter().any(|term| begins_with_code(&term.text));
        if after_other && is_other {
            break;
        }
        after_other = is_other;
        let shown = inline::reduce(&found.text, lines.labels);
        for term in terms {
            let description = Cell::new(shown.text.clone(), term.position);
            items.push((term, description));
        }
        if found.has_number {
            (count, end) = (items.len(), found.end);
        }
        at = lines.next_filled(found.end);
    }
    items.truncate(count);
    let table = Table::of_list(items.first()?.0.position, items)?;
    Some((table, end))
}

/// One or more terms, and their definition.
struct Item {
    /// The index of the line where the definition begins.
    definition: usize,
    /// Whether a term has a digit.
    has_number: bool,
    text: String,
    /// The index of the first line after the item.
    end: usize,
}

impl<'a> Lines<'a, '_> {
    /// The content of a line, and how far it is indented beyond the first.
    fn indented(&self, index: usize) -> Option<(&'a str, usize)> {
        let (line, start) = (self.row)(self.first + index)?;
        let rest = line.get(start..)?;
        Some((rest.trim(), text::indent(rest)))
    }

    fn content(&self, index: usize) -> Option<&'a str> {
        self.indented(index).map(|(content, _)| content)
    }

    fn is_blank(&self, index: usize) -> bool {
        self.content(index).is_some_and(str::is_empty)
    }

    /// The index of the first line at or after this one that is not blank.
    fn next_filled(&self, mut index: usize) -> usize {
        while self.is_blank(index) {
            index += 1;
        }
        index
    }

    /// What follows the colon of a line that begins a definition.
    fn definition(&self, index: usize) -> Option<&'a str> {
        let (content, indent) = self.indented(index)?;
        let text = content.strip_prefix(':').filter(|_| indent <= 3)?;
        starts_with_any(text, " \t").then(|| text.trim())
    }

    fn term(&self, index: usize) -> Option<Cell> {
        let (line, start) = (self.row)(self.first + index)?;
        let content = line.get(start..)?;
        let start = start + text::indent(content);
        let position = text::position(self.first + index, line, start);
        Some(Cell::shown(
            inline::reduce(content.trim(), self.labels),
            position,
        ))
    }

    /// The item whose first term is this line.
    fn item(&self, first: usize) -> Option<Item> {
        let mut at = first;
        let mut has_number = false;
        while self.definition(at).is_none() {
            let (content, indent) = self.indented(at)?;
            // One empty line may separate the terms from the definition.
            if content.is_empty() && at > first && self.definition(at + 1).is_some() {
                at += 1;
                break;
            }
            if content.is_empty() || indent > 3 || at == first + MOST_TERMS {
                return None;
            }
            has_number |= text::contains(content, |c| c.is_ascii_digit());
            at += 1;
        }
        if at == first {
            return None;
        }
        let definition = at;
        let (_, term) = self.indented(first)?;
        let mut text = String::new();
        loop {
            let next = self.next_filled(at);
            let goes_on = self.definition(next).is_some()
                || self.indented(next).is_some_and(|(_, indent)| indent > 3)
                || (next == at && self.is_lazy(at, term));
            let Some(content) = self.content(next).filter(|_| goes_on) else {
                break;
            };
            text.push_str(self.definition(next).unwrap_or(content));
            text.push('\n');
            at = next + 1;
        }
        Some(Item {
            definition,
            has_number,
            text,
            end: at,
        })
    }

    /// Whether a line continues the definition above it, and does not begin the next item. It continues it if it is
    /// indented further than the term.
    fn is_lazy(&self, index: usize, term: usize) -> bool {
        let next = self.definition(index + 1).is_some()
            || (self.is_blank(index + 1) && self.definition(index + 2).is_some());
        self.indented(index)
            .is_some_and(|(_, indent)| indent > term || !next)
    }
}
