//! Tracks the open elements, by the rules of the WHATWG's tree construction for elements without an end tag.

use super::tag::{BARRIER, BLOCK, Element, FORMATTING, PART, Tag, VOID};

/// The maximal depth of open elements. Deeper elements are not tracked.
const MAX_DEPTH: usize = 256;

/// The elements that are open, outermost first.
pub(super) struct Elements<'a> {
    open: Vec<Tag<'a>>,
    /// Whether `<Name />` is an element without content, as in the JSX of Markdown. In HTML, the slash has no effect.
    is_jsx: bool,
}

impl<'a> Elements<'a> {
    pub(super) fn new(is_jsx: bool) -> Self {
        Elements {
            open: Vec::new(),
            is_jsx,
        }
    }

    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Closes the elements that a new element closes, because their end tags may be left out.
    pub(super) fn end_implied(&mut self, tag: Tag<'_>) {
        use Element::{
            Caption, Col, Colgroup, Dd, Dt, Heading, Li, Object, P, Table, Tbody, Td, Template,
            Tfoot, Th, Thead, Tr,
        };
        match tag.element {
            Td | Th => self.back_to(|open| matches!(open, Tr | Tbody | Thead | Tfoot | Table)),
            Tr => self.back_to(|open| matches!(open, Tbody | Thead | Tfoot | Table)),
            Thead | Tbody | Tfoot | Caption | Col | Colgroup => {
                self.back_to(|open| open == Table);
            }
            Table => {
                let stops = |open| matches!(open, Td | Th | Caption | Template);
                self.truncate(self.innermost(tag, stops));
            }
            Li => self.end_item(|open| open == Li),
            Dd | Dt => self.end_item(|open| matches!(open, Dd | Dt)),
            _ => {}
        }
        if tag.is(BLOCK) && !matches!(tag.element, Template | Object) {
            self.end(Tag::missing(P));
        }
        if tag.element == Heading && self.open.last().is_some_and(|last| *last == tag) {
            self.open.pop();
        }
    }

    /// Opens a table if its rows are in the page without a `<table>`.
    pub(super) fn open_table(&mut self) {
        self.push(Tag::missing(Element::Table));
    }

    /// Opens an element; [`end_implied`](Self::end_implied) comes before.
    pub(super) fn open(&mut self, tag: Tag<'a>, attributes: &str) {
        if tag.is(PART) {
            self.open_part(tag);
            return;
        }
        let is_lost = matches!(tag.element, Element::Html | Element::Head | Element::Body);
        let is_void = tag.is(VOID) || (self.is_jsx && attributes.ends_with('/'));
        if !is_lost && !is_void {
            self.push(tag);
        }
    }

    /// Opens a part of a table, and the parts around it that may be left out.
    fn open_part(&mut self, tag: Tag<'a>) {
        use Element::{Col, Table, Tbody, Td, Tfoot, Th, Thead, Tr};
        let is_cell = matches!(tag.element, Td | Th);
        let is_row = is_cell || tag.element == Tr;
        let Some(last) = self.open.last().map(|last| last.element) else {
            return;
        };
        let in_group = matches!(last, Tbody | Thead | Tfoot);
        if !(last == Table || (is_row && in_group) || (is_cell && last == Tr)) {
            return;
        }
        if is_row && last == Table {
            self.push(Tag::missing(Tbody));
        }
        if is_cell && last != Tr {
            self.push(Tag::missing(Tr));
        }
        if tag.element != Col {
            self.push(tag);
        }
    }

    fn push(&mut self, tag: Tag<'a>) {
        if self.open.len() < MAX_DEPTH {
            self.open.push(tag);
        }
    }

    /// Closes elements for an end tag. Returns `false` if it has no open element.
    pub(super) fn close(&mut self, tag: Tag<'_>) -> bool {
        use Element::{P, Table, Template};
        if tag.is(PART) || tag.element == Table {
            let stops = |open| matches!(open, Table | Template);
            return self.truncate(self.innermost(tag, stops));
        }
        if tag.element == Template {
            return self.truncate(self.innermost(tag, |_| false));
        }
        if tag.is(BLOCK) {
            return self.end(tag) || tag.element == P;
        }
        if tag.is(FORMATTING) {
            let at = self.innermost(tag, |open| open.is(BARRIER));
            return match at.and_then(|at| self.open.get_mut(at..)) {
                // Blocks inside of it stay open.
                Some([open, inside @ ..]) if inside.iter().any(|open| open.is(BLOCK | PART)) => {
                    *open = Tag::missing(Element::Other);
                    true
                }
                _ => self.truncate(at),
            };
        }
        // The end tag of any other element does not reach out of a block.
        self.truncate(self.innermost(tag, |open| open.is(BLOCK | PART)))
    }

    /// Closes the innermost element with this tag, unless a barrier is between.
    fn end(&mut self, tag: Tag<'_>) -> bool {
        self.truncate(self.innermost(tag, |open| open.is(BARRIER)))
    }

    /// Closes the item before a new one, unless another block is between.
    fn end_item(&mut self, is_item: fn(Element) -> bool) {
        use Element::{Address, Div, P};
        let at = self.open.iter().rposition(|open| {
            let is_between = matches!(open.element, P | Div | Address);
            is_item(open.element) || open.is(PART) || (open.is(BLOCK) && !is_between)
        });
        self.truncate(at.filter(|at| self.open.get(*at).is_some_and(|open| is_item(open.element))));
    }

    /// Closes everything inside of the innermost element that passes a test.
    fn back_to(&mut self, is_context: fn(Element) -> bool) {
        let around = |open: &Tag<'_>| is_context(open.element) || open.element == Element::Template;
        if let Some(at) = self.open.iter().rposition(around)
            && self
                .open
                .get(at)
                .is_some_and(|open| open.element != Element::Template)
        {
            self.open.truncate(at + 1);
        }
    }

    /// The innermost element with this tag, unless one that stops the search is inside of it.
    fn innermost(&self, tag: Tag<'_>, stops: fn(Element) -> bool) -> Option<usize> {
        let found = |open: &Tag<'_>| *open == tag || stops(open.element);
        let at = self.open.iter().rposition(found);
        at.filter(|at| self.open.get(*at).is_some_and(|open| *open == tag))
    }

    fn truncate(&mut self, at: Option<usize>) -> bool {
        if let Some(at) = at {
            self.open.truncate(at);
        }
        at.is_some()
    }
}
