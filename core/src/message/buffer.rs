//! Text that a `const fn` can build, and how it shows codes and tables.

use crate::set::StatusSet;
use crate::table::{Class, Entry, Table};

const CAPACITY: usize = 4096;

/// Text that a `const fn` can build. A text that is too long is cut, with a mark.
pub(crate) struct Message {
    bytes: [u8; CAPACITY],
    length: usize,
    cut: bool,
}

impl Message {
    pub(crate) const fn new() -> Self {
        Message {
            bytes: [0; CAPACITY],
            length: 0,
            cut: false,
        }
    }

    pub(crate) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match str::from_utf8(text) {
            Ok(text) => text,
            // Only whole strings are pushed, so that the bytes are UTF-8.
            Err(_) => "",
        }
    }

    /// Adds a text if it fits. Otherwise adds a mark, and nothing after it.
    ///
    /// The text may come from a document, and must not begin a line of its own. So characters with an effect on a
    /// terminal or an editor are replaced by spaces.
    pub(crate) const fn text(mut self, text: &str) -> Self {
        const CUT: &str = " …";
        if self.cut {
            return self;
        }
        let room = CAPACITY - CUT.len() - self.length;
        self.cut = text.len() > room;
        let bytes = if self.cut {
            CUT.as_bytes()
        } else {
            text.as_bytes()
        };
        let mut at = 0;
        while at < bytes.len() {
            let acting = acting(bytes, at);
            self.bytes[self.length] = if acting == 0 { bytes[at] } else { b' ' };
            self.length += 1;
            at += if acting == 0 { 1 } else { acting };
        }
        self
    }

    pub(crate) const fn code(self, code: &str) -> Self {
        self.text("`").text(code).text("`")
    }

    /// Adds a text as a URI spells it.
    pub(crate) const fn uri(mut self, text: &str) -> Self {
        let mut rest = text.as_bytes();
        while let Some((piece, after)) = crate::uri::next(rest) {
            self = self.text(piece.as_str());
            rest = after;
        }
        self
    }

    /// Adds the name of a header field as `http` names its constant: `WWW_AUTHENTICATE`.
    pub(crate) const fn constant(mut self, header: &str) -> Self {
        let mut rest = header.as_bytes();
        while let [letter, after @ ..] = rest {
            let letter = match *letter {
                b'-' => b'_',
                other => other.to_ascii_uppercase(),
            };
            // Names are short, and ASCII.
            if letter.is_ascii() && self.length < CAPACITY {
                self.bytes[self.length] = letter;
                self.length += 1;
            }
            rest = after;
        }
        self
    }

    /// Adds the module of an operation: `get_file` for `getFile`.
    pub(crate) const fn module(mut self, operation: &str) -> Self {
        let mut rest = operation.as_bytes();
        let mut after_small = false;
        while let [letter, after @ ..] = rest {
            if letter.is_ascii_uppercase() && after_small {
                self = self.text("_");
            }
            after_small = !letter.is_ascii_uppercase();
            // Names are short. Characters that are not ASCII are left out.
            if letter.is_ascii() && self.length < CAPACITY {
                self.bytes[self.length] = letter.to_ascii_lowercase();
                self.length += 1;
            }
            rest = after;
        }
        self
    }

    pub(crate) const fn number(self, number: u32) -> Self {
        const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        let message = if number >= 10 {
            self.number(number / 10)
        } else {
            self
        };
        message.text(DIGITS[(number % 10) as usize])
    }

    pub(crate) const fn status(self, code: u16) -> Self {
        self.text("`").number(code as u32).text("`")
    }

    /// Begins a line below the message: `documented: …`.
    pub(crate) const fn line(self, label: &str) -> Self {
        let mut message = self.text(" ");
        // The only line break of the message.
        if !message.cut {
            message.bytes[message.length - 1] = b'\n';
        }
        message.text("  ").text(label).text(": ")
    }

    pub(crate) const fn codes(mut self, set: StatusSet) -> Self {
        let mut next = set.next(0);
        let mut first = true;
        while let Some(code) = next {
            self = if first { self } else { self.text(" ") };
            self = self.number(code as u32);
            first = false;
            next = set.next(code + 1);
        }
        if first { self.text("none") } else { self }
    }

    /// Adds the documented codes of a class. A range is shown as a range.
    pub(crate) const fn documented(mut self, table: Table, class: Class) -> Self {
        let singles = table.listed(class);
        let mut empty = singles.is_empty();
        if !empty {
            self = self.codes(singles);
        }
        let entries = table.entries();
        let mut at = 0;
        while at < entries.len() {
            let entry = &entries[at];
            let listed = class.lists(entry.class()) && !entry.is_single();
            if listed && !within_another(entry, entries) {
                self = if empty { self } else { self.text(" ") };
                self = self.range(entry.first, entry.last);
                empty = false;
            }
            at += 1;
        }
        if empty {
            self = self.codes(StatusSet::EMPTY);
        }
        self
    }

    /// Adds what the document lists and `status_table!` ignores.
    pub(crate) const fn ignored(self, table: Table) -> Self {
        let data = table.data();
        let mut message = self;
        if data.ignores_ranges || data.ignores_default {
            message = message.line("ignored");
        }
        if data.ignores_ranges {
            message = message.text("`4XX` and its like, by `ranges = \"ignore\"`");
        }
        if data.ignores_ranges && data.ignores_default {
            message = message.text("; ");
        }
        if data.ignores_default {
            message = message.text("`default`, by `default = \"ignore\"`");
        }
        message
    }

    pub(crate) const fn range(self, first: u16, last: u16) -> Self {
        if first.is_multiple_of(100) && last == first + 99 {
            self.number((first / 100) as u32).text("xx")
        } else {
            self.number(first as u32).text("-").number(last as u32)
        }
    }

    /// Adds what to write instead of the table of a guard.
    #[cfg(feature = "guard")]
    pub(crate) const fn union_of_guard(self, table: Table) -> Self {
        self.line("help")
            .text("write `guard!(")
            .text(table.name())
            .text(" | edge)`, where `edge` documents what every operation may respond with: `mod edge { 500 \"Internal Server Error\" }`")
    }

    /// Adds `:21`, the line where the operation of a table begins.
    #[cfg(feature = "guard")]
    pub(crate) const fn line_number(self, table: Table) -> Self {
        match table.operation() {
            Some(operation) if operation.line() > 0 => self.text(":").number(operation.line()),
            _ => self,
        }
    }

    /// Adds a code with its documented reason phrase: `404 Not Found`.
    pub(crate) const fn with_reason(self, table: Table, code: u16) -> Self {
        let message = self.number(code as u32);
        match table.status(code) {
            Ok(status) if !status.reason().is_empty() => message.text(" ").text(status.reason()),
            _ => message,
        }
    }

    /// Adds the place of the table: its document, or those of its parts.
    pub(crate) const fn table(self, table: Table) -> Self {
        let parts = table.parts();
        if parts.is_empty() {
            let message = self.line("table").document(table, table.document());
            return match table.operation() {
                Some(operation) if operation.line() > 0 => {
                    message.text(":").number(operation.line())
                }
                _ => message,
            };
        }
        let mut message = self.line("tables");
        let mut at = 0;
        while at < parts.len() {
            message = if at == 0 { message } else { message.text(", ") };
            message = message
                .code(parts[at].name())
                .text(" ")
                .document(parts[at], parts[at].document());
            at += 1;
        }
        message
    }

    /// Adds the place of the row of `code`.
    pub(crate) const fn row(self, table: Table, code: u16) -> Self {
        let Some(entry) = table.entry(code) else {
            return self.table(table);
        };
        let message = self.line("table").document(table, entry.document());
        if table.is_built_in(entry.document()) {
            message
        } else {
            message.text(":").number(entry.line())
        }
    }

    /// The document of `table` as the user knows it.
    const fn document(self, table: Table, document: &str) -> Self {
        if table.is_built_in(document) {
            self.text("built in")
        } else {
            self.text(document)
        }
    }
}

/// Returns whether a wider range includes this one.
const fn within_another(range: &Entry, entries: &[Entry]) -> bool {
    let mut rest = entries;
    while let Some((other, after)) = rest.split_first() {
        let wider = other.last - other.first > range.last - range.first;
        if wider && other.first <= range.first && range.last <= other.last {
            return true;
        }
        rest = after;
    }
    false
}

/// Returns the length of the character at `at` if it has an effect where a message is read: it breaks the line,
/// controls a terminal, or changes the direction of text (Unicode's `Bidi_Control`). Returns 0 for any other.
const fn acting(text: &[u8], at: usize) -> usize {
    const fn byte(text: &[u8], at: usize) -> u8 {
        if at < text.len() { text[at] } else { 0 }
    }
    match (byte(text, at), byte(text, at + 1), byte(text, at + 2)) {
        (0..=0x1f | 0x7f, _, _) => 1,
        // C1 controls, and the Arabic letter mark.
        (0xc2, 0x80..=0x9f, _) | (0xd8, 0x9c, _) => 2,
        // U+200E and U+200F, U+2028 to U+202E, U+2066 to U+2069.
        (0xe2, 0x80, 0x8e | 0x8f | 0xa8..=0xae) | (0xe2, 0x81, 0xa6..=0xa9) => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_writes_a_line_of_its_own() {
        for letter in '\0'..=char::MAX {
            let text = format!("a{letter}b");
            let message = Message::new().text(&text).line("table");
            let acts = letter.is_control()
                || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let expected = if acts { "a b" } else { &text };
            assert_eq!(
                message.as_str(),
                format!("{expected}\n  table: "),
                "{letter:?}"
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_cut_with_a_mark() {
        let long = "x".repeat(CAPACITY / 2);
        let message = Message::new().text(&long).text(&long).text("never seen");
        let text = message.as_str();
        assert!(text.starts_with(&long));
        assert!(text.ends_with('…'), "{}", &text[text.len() - 20..]);
    }
}
