//! Tracks the open elements, by the rules of the WHATWG's tree construction for elements without an end tag.

use std::borrow::Cow;

/// Whether an element has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether the begin tag of an element ends a paragraph. Its end tag closes every element inside of it.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "header"
            | "hgroup"
            | "hr"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "template"
            | "ul"
            | "xmp"
            | "object"
    )
}

/// Whether the end tag of an element may be in a block that began inside of it.
fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

/// Whether the end tag of a block inside of an element does not reach out of it.
fn is_barrier(name: &str) -> bool {
    matches!(
        name,
        "table" | "td" | "th" | "caption" | "template" | "object"
    )
}

/// The maximal depth of open elements. Deeper elements are not tracked.
const MAX_DEPTH: usize = 256;

/// The elements that are open, by [`kind`], outermost first.
pub(super) struct Elements<'a> {
    open: Vec<Cow<'a, str>>,
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
                    .rposition(|open| around.contains(&open.as_ref()))
                    .filter(|at| self.open.get(*at).is_some_and(|open| open == "table"));
                self.truncate(at);
            }
            "li" => self.end_item(&["li"]),
            "dd" | "dt" => self.end_item(&["dd", "dt"]),
            _ => {}
        }
        if is_block(name) && name != "template" && name != "object" {
            self.end("p");
        }
        if name == "h1" && self.open.last().is_some_and(|last| last == "h1") {
            self.open.pop();
        }
    }

    /// Opens a table if its rows are in the page without a `<table>`.
    pub(super) fn open_table(&mut self) {
        self.push(Cow::Borrowed("table"));
    }

    /// Opens an element; [`end_implied`](Self::end_implied) comes before.
    pub(super) fn open(&mut self, name: Cow<'a, str>, attributes: &str) {
        if is_part(&name) {
            self.open_part(name);
            return;
        }
        let is_lost = matches!(name.as_ref(), "html" | "head" | "body");
        let is_void = is_void(&name) || (self.is_jsx && attributes.ends_with('/'));
        if !is_lost && !is_void {
            self.push(name);
        }
    }

    /// Opens a part of a table, and the parts around it that may be left out.
    fn open_part(&mut self, name: Cow<'a, str>) {
        let is_cell = matches!(name.as_ref(), "td" | "th");
        let is_row = is_cell || name == "tr";
        let Some(last) = self.open.last().cloned() else {
            return;
        };
        let in_group = matches!(last.as_ref(), "tbody" | "thead" | "tfoot");
        if !(last == "table" || (is_row && in_group) || (is_cell && last == "tr")) {
            return;
        }
        if is_row && last == "table" {
            self.push(Cow::Borrowed("tbody"));
        }
        if is_cell && last != "tr" {
            self.push(Cow::Borrowed("tr"));
        }
        if name != "col" {
            self.push(name);
        }
    }

    fn push(&mut self, name: Cow<'a, str>) {
        if self.open.len() < MAX_DEPTH {
            self.open.push(name);
        }
    }

    /// Closes elements for an end tag. Returns `false` if it has no open element.
    pub(super) fn close(&mut self, name: &str) -> bool {
        if is_part(name) || name == "table" {
            let at = self
                .open
                .iter()
                .rposition(|open| open == name || matches!(open.as_ref(), "table" | "template"))
                .filter(|at| self.open.get(*at).is_some_and(|open| open == name));
            return self.truncate(at);
        }
        if name == "template" {
            let at = self.open.iter().rposition(|open| open == name);
            return self.truncate(at);
        }
        if is_block(name) {
            return self.end(name) || name == "p";
        }
        if is_formatting(name) {
            let at = self
                .open
                .iter()
                .rposition(|open| open == name || is_barrier(open))
                .filter(|at| self.open.get(*at).is_some_and(|open| open == name));
            let is_special = |open: &Cow<'a, str>| is_block(open) || is_part(open);
            return match at.and_then(|at| self.open.get_mut(at..)) {
                // Blocks inside of it stay open.
                Some([open, inside @ ..]) if inside.iter().any(is_special) => {
                    *open = Cow::Borrowed("");
                    true
                }
                _ => self.truncate(at),
            };
        }
        // The end tag of any other element does not reach out of a block.
        let at = self
            .open
            .iter()
            .rposition(|open| open == name || is_block(open) || is_part(open))
            .filter(|at| self.open.get(*at).is_some_and(|open| open == name));
        self.truncate(at)
    }

    /// Closes the innermost element with this name, unless a barrier is between.
    fn end(&mut self, name: &str) -> bool {
        let at = self
            .open
            .iter()
            .rposition(|open| open == name || is_barrier(open))
            .filter(|at| self.open.get(*at).is_some_and(|open| open == name));
        self.truncate(at)
    }

    /// Closes the item before a new one, unless another block is between.
    fn end_item(&mut self, names: &[&str]) {
        let at = self.open.iter().rposition(|open| {
            let is_between = matches!(open.as_ref(), "p" | "div" | "address");
            names.contains(&open.as_ref()) || is_part(open) || (is_block(open) && !is_between)
        });
        self.truncate(at.filter(|at| {
            self.open
                .get(*at)
                .is_some_and(|open| names.contains(&open.as_ref()))
        }));
    }

    /// Closes everything inside of the innermost element with one of these names.
    fn back_to(&mut self, names: &[&str]) {
        if let Some(at) = self
            .open
            .iter()
            .rposition(|open| names.contains(&open.as_ref()) || open == "template")
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

/// The name that an element is tracked under, by its name in lower case. All headings share one, because the end tag
/// of any heading closes any other.
pub(super) fn kind<'a>(name: &Cow<'a, str>) -> Cow<'a, str> {
    match name.as_bytes() {
        [b'h', b'1'..=b'6'] => Cow::Borrowed("h1"),
        _ => name.clone(),
    }
}

/// A name in lower case. Most are, and are not copied.
pub(super) fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// Whether an element is a part of a table.
pub(super) fn is_part(name: &str) -> bool {
    matches!(
        name,
        "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" | "caption" | "col" | "colgroup"
    )
}
