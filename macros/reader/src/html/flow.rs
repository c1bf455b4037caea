//! The text of a cell, a caption or a heading that is being read.

use super::{
    entities::{self, Dialect},
    hidden::Effects,
    tag::{BLOCK, Element},
};
use crate::text::raised;

/// The characters for what `<bdo>` does (Unicode's UAX #9).
const OVERRIDE: char = '\u{202e}';
const END_OF_OVERRIDE: char = '\u{202c}';

/// A text with its character references decoded and its white space unchanged.
#[derive(Default)]
pub(super) struct Flow {
    text: String,
    /// Where a raised text begins, and how many elements are open around it.
    raised: Option<(usize, usize)>,
    /// Whether some of it is struck out.
    struck: bool,
}

impl Flow {
    /// A text that may be struck out by what is around it.
    pub(super) fn within(struck: bool) -> Self {
        Flow {
            struck,
            ..Flow::default()
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        entities::decode_into(&mut self.text, text, Dialect::Html);
    }

    /// Follows an element that begins at this depth.
    pub(super) fn open(&mut self, element: Element, effects: Effects, around: usize) {
        self.struck |= effects.strikes;
        if effects.overrides_direction {
            self.text.push(OVERRIDE);
        }
        if element == Element::Sup {
            self.end_raised();
            self.raised = Some((self.text.len(), around));
        } else {
            self.part(element);
        }
    }

    pub(super) fn close(&mut self, element: Element) {
        if element == Element::Bdo {
            self.text.push(END_OF_OVERRIDE);
        }
        self.part(element);
    }

    /// Ends the markup that was opened deeper than this.
    pub(super) fn end_deeper(&mut self, depth: usize) {
        if self.raised.is_some_and(|(_, around)| depth <= around) {
            self.end_raised();
        }
    }

    /// Adds a space if an element separates words.
    pub(super) fn part(&mut self, element: Element) {
        if parts_words(element) {
            self.text.push(' ');
        }
    }

    /// The text, and whether some of it is struck out.
    pub(super) fn finish(mut self) -> (String, bool) {
        self.end_raised();
        (self.text, self.struck)
    }

    /// `404<sup>1</sup>` has a mark, not another digit.
    fn end_raised(&mut self) {
        let Some((start, _)) = self.raised.take() else {
            return;
        };
        let inner = self.text.split_off(start.min(self.text.len()));
        if let Some(mark) = raised(inner.trim()) {
            self.text.push_str(&mark);
        } else {
            self.text.push(' ');
            self.text.push_str(&inner);
            self.text.push(' ');
        }
    }
}

/// Whether an element separates the words before and after it.
pub(crate) fn parts_words(element: Element) -> bool {
    matches!(element, Element::Br | Element::Sub) || element.is(BLOCK)
}
