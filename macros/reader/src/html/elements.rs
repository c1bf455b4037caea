//! Tracks the open elements, by the rules of the WHATWG's tree construction for elements without an end tag.

use super::tokens::Token;

/// Elements without content and without an end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose begin tag ends a paragraph. Their end tag closes every element inside of them.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "template",
    "ul",
    "xmp",
    "object",
];

/// Elements whose end tag may be in a block that began inside of them.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements that a block's end tag inside of them does not reach out of.
const BARRIERS: [&str; 6] = ["table", "td", "th", "caption", "template", "object"];

/// The maximal depth of open elements. Deeper elements are not tracked.
const MAX_DEPTH: usize = 256;

/// The elements that are open, by [`kind`], outermost first.
pub(super) struct Elements {
    open: Vec<String>,
    /// Whether `<Name />` is an element without content, as in the JSX of Markdown. In HTML, the slash has no effect.
    is_jsx: bool,
}

impl Elements {
    pub(super) fn new(is_jsx: bool) -> Self {
        Elements {
            open: Vec::new(),
            is_jsx,
        }
    }

    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Opens or closes elements for a token. Returns `false` for an end tag without an open element.
    pub(super) fn pass(&mut self, token: Token<'_>) -> bool {
        match token {
            Token::Open { name, attributes } => {
                self.open(&kind(name), attributes);
                true
            }
            Token::Close(name) => self.close(&kind(name)),
            Token::Text(_) | Token::Nothing => true,
        }
    }

    /// Closes the elements that a new element closes, because their end tags may be left out.
    pub(super) fn end_implied(&mut self, name: &str) {
        match name {
            "td" | "th" => self.back_to(&["tr", "tbody", "thead", "tfoot", "table"]),
            "tr" => self.back_to(&["tbody", "thead", "tfoot", "table"]),
            "thead" | "tbody" | "tfoot" | "caption" | "col" | "colgroup" => {
                self.back_to(&["table"]);
            }
            "table" => {
                let around = ["table", "td", "th", "caption", "template"];
                let at = self
                    .open
                    .iter()
                    .rposition(|open| around.contains(&open.as_str()))
                    .filter(|at| self.open.get(*at).is_some_and(|open| open == "table"));
                self.truncate(at);
            }
            "li" => self.end_item(&["li"]),
            "dd" | "dt" => self.end_item(&["dd", "dt"]),
            _ => {}
        }
        if BLOCKS.contains(&name) && name != "template" && name != "object" {
            self.end("p");
        }
        if name == "h1" && self.open.last().is_some_and(|last| last == "h1") {
            self.open.pop();
        }
    }

    /// Opens a table if its rows are in the page without a `<table>`.
    pub(super) fn open_table(&mut self) {
        self.push("table");
    }

    fn open(&mut self, name: &str, attributes: &str) {
        self.end_implied(name);
        if is_part(name) {
            self.open_part(name);
            return;
        }
        let is_lost = matches!(name, "html" | "head" | "body");
        let is_void = VOID.contains(&name) || (self.is_jsx && attributes.ends_with('/'));
        if !is_lost && !is_void {
            self.push(name);
        }
    }

    /// Opens a part of a table, and the parts around it that may be left out.
    fn open_part(&mut self, name: &str) {
        let is_cell = matches!(name, "td" | "th");
        let is_row = is_cell || name == "tr";
        let Some(last) = self.open.last().cloned() else {
            return;
        };
        let in_group = matches!(last.as_str(), "tbody" | "thead" | "tfoot");
        if !(last == "table" || (is_row && in_group) || (is_cell && last == "tr")) {
            return;
        }
        if is_row && last == "table" {
            self.push("tbody");
        }
        if is_cell && last != "tr" {
            self.push("tr");
        }
        if name != "col" {
            self.push(name);
        }
    }

    fn push(&mut self, name: &str) {
        if self.open.len() < MAX_DEPTH {
            self.open.push(name.to_owned());
        }
    }

    fn close(&mut self, name: &str) -> bool {
        if is_part(name) || name == "table" {
            let at = self
                .open
                .iter()
                .rposition(|open| open == name || matches!(open.as_str(), "table" | "template"))
                .filter(|at| self.open.get(*at).is_some_and(|open| open == name));
            return self.truncate(at);
        }
        if name == "template" {
            let at = self.open.iter().rposition(|open| open == name);
            return self.truncate(at);
        }
        if BLOCKS.contains(&name) {
            return self.end(name) || name == "p";
        }
        if FORMATTING.contains(&name) {
            let at = self
                .open
                .iter()
                .rposition(|open| open == name || BARRIERS.contains(&open.as_str()))
                .filter(|at| self.open.get(*at).is_some_and(|open| open == name));
            let is_special = |open: &String| BLOCKS.contains(&open.as_str()) || is_part(open);
            return match at.and_then(|at| self.open.get_mut(at..)) {
                // Blocks inside of it stay open.
                Some([open, inside @ ..]) if inside.iter().any(is_special) => {
                    open.clear();
                    true
                }
                _ => self.truncate(at),
            };
        }
        // The end tag of any other element does not reach out of a block.
        let at = self
            .open
            .iter()
            .rposition(|open| open == name || BLOCKS.contains(&open.as_str()) || is_part(open))
            .filter(|at| self.open.get(*at).is_some_and(|open| open == name));
        self.truncate(at)
    }

    /// Closes the innermost element with this name, unless a barrier is between.
    fn end(&mut self, name: &str) -> bool {
        let at = self
            .open
            .iter()
            .rposition(|open| open == name || BARRIERS.contains(&open.as_str()))
            .filter(|at| self.open.get(*at).is_some_and(|open| open == name));
        self.truncate(at)
    }

    /// Closes the item before a new one, unless another block is between.
    fn end_item(&mut self, names: &[&str]) {
        let at = self.open.iter().rposition(|open| {
            let is_between = matches!(open.as_str(), "p" | "div" | "address");
            names.contains(&open.as_str())
                || is_part(open)
                || (BLOCKS.contains(&open.as_str()) && !is_between)
        });
        self.truncate(at.filter(|at| {
            self.open
                .get(*at)
                .is_some_and(|open| names.contains(&open.as_str()))
        }));
    }

    /// Closes everything inside of the innermost element with one of these names.
    fn back_to(&mut self, names: &[&str]) {
        if let Some(at) = self
            .open
            .iter()
            .rposition(|open| names.contains(&open.as_str()) || open == "template")
            .filter(|at| self.open.get(*at).is_some_and(|open| open != "template"))
        {
            self.open.truncate(at + 1);
        }
    }

    fn truncate(&mut self, at: Option<usize>) -> bool {
        if let Some(at) = at {
            self.open.truncate(at);
        }
        at.is_some()
    }
}

/// The name that an element is tracked under. All headings share one, because the end tag of any heading closes any other.
pub(super) fn kind(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    match name.as_bytes() {
        [b'h', b'1'..=b'6'] => "h1".to_owned(),
        _ => name,
    }
}

/// Whether an element is a part of a table.
pub(super) fn is_part(name: &str) -> bool {
    [
        "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "col", "colgroup",
    ]
    .iter()
    .any(|part| name.eq_ignore_ascii_case(part))
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.iter().any(|void| name.eq_ignore_ascii_case(void))
}

/// Whether this is the name of a block.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}
