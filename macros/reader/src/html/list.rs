//! A list of terms (`<dl>`) that is being read.

use super::flow::Flow;
use crate::{
    error::Position,
    table::{Cell, MOST_TERMS, Shown, Table},
    text::fold,
};

/// A list whose `</dl>` has not come yet.
pub(super) struct OpenList {
    position: Position,
    /// How many elements are open around it.
    pub(super) around: usize,
    items: Vec<(Cell, Cell)>,
    /// The terms without a description so far.
    terms: Vec<Cell>,
    part: Option<Part>,
}

/// A term or a description whose end has not come yet.
struct Part {
    is_term: bool,
    flow: Flow,
    position: Position,
}

impl OpenList {
    pub(super) fn new(position: Position, around: usize) -> Self {
        OpenList {
            position,
            around,
            items: Vec::new(),
            terms: Vec::new(),
            part: None,
        }
    }

    /// The text that is being read.
    pub(super) fn flow(&mut self) -> Option<&mut Flow> {
        self.part.as_mut().map(|part| &mut part.flow)
    }

    pub(super) fn begin(&mut self, is_term: bool, position: Position) {
        self.end_part();
        self.part = Some(Part {
            is_term,
            flow: Flow::default(),
            position,
        });
    }

    pub(super) fn end_part(&mut self) {
        let Some(part) = self.part.take() else {
            return;
        };
        let (text, struck) = part.flow.finish();
        let text = fold(&text);
        let cell = Cell::shown(Shown { text, struck }, part.position);
        if part.is_term {
            self.terms.push(cell);
        } else if self.terms.is_empty()
            && let Some((_, description)) = self.items.last_mut()
        {
            // A second paragraph about the same term.
            description.text.push(' ');
            description.text.push_str(&cell.text);
            description.struck |= cell.struck;
        } else if self.terms.len() > MOST_TERMS {
            self.terms.clear();
            self.items.clear();
        } else {
            let terms = self.terms.drain(..);
            self.items.extend(terms.map(|term| (term, cell.clone())));
        }
    }

    /// The list as a table, if its terms are codes.
    pub(super) fn finish(mut self) -> Option<Table> {
        self.end_part();
        let rest = self.terms.drain(..);
        self.items.extend(rest.map(|term| (term, Cell::default())));
        Table::of_list(self.position, self.items)
    }
}
