//! The text of a cell, a caption or a heading that is being read.

use super::{
    elements::{is_block, kind, lower},
    entities::{self, Dialect},
    hidden::Effects,
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
    pub(super) fn open(&mut self, name: &str, effects: Effects, around: usize) {
        self.struck |= effects.strikes;
        if effects.overrides_direction {
            self.text.push(OVERRIDE);
        }
        if name == "sup" {
            self.end_raised();
            self.raised = Some((self.text.len(), around));
        } else {
            self.part(name);
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        if name == "bdo" {
            self.text.push(END_OF_OVERRIDE);
        }
        self.part(name);
    }

    /// Ends the markup that was opened deeper than this.
    pub(super) fn end_deeper(&mut self, depth: usize) {
        if self.raised.is_some_and(|(_, around)| depth <= around) {
            self.end_raised();
        }
    }

    /// Adds a space if an element separates words.
    pub(super) fn part(&mut self, name: &str) {
        if parts_words(name) {
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
pub(crate) fn parts_words(name: &str) -> bool {
    let name = kind(&lower(name));
    name == "br" || name == "sub" || is_block(&name)
}
