//! Text that a `const fn` can build, and how codes and tables are shown in it.

use crate::set::StatusSet;
use crate::table::{Class, Table};

const CAPACITY: usize = 4096;

/// Text that a `const fn` can build. What does not fit is cut, with a mark.
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

    /// Adds a text that fits whole; else a mark, after which nothing more is added.
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
            self.bytes[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    pub(crate) const fn code(self, code: &str) -> Self {
        self.text("`").text(code).text("`")
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

    /// A line of its own under the sentence: `documented: …`.
    pub(crate) const fn line(self, label: &str) -> Self {
        self.text("\n  ").text(label).text(": ")
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

    /// The documented codes of a class; ranges as the range they are.
    pub(crate) const fn documented(mut self, table: Table, class: Class) -> Self {
        let singles = table.listed(class);
        let mut empty = singles.is_empty();
        if !empty {
            self = self.codes(singles);
        }
        let entries = table.entries();
        let mut at = 0;
        while at < entries.len() {
            if class.lists(entries[at].class()) && !entries[at].is_single() {
                self = if empty { self } else { self.text(" ") };
                self = self.range(entries[at].first, entries[at].last);
                empty = false;
            }
            at += 1;
        }
        if empty {
            self = self.codes(StatusSet::EMPTY);
        }
        self
    }

    pub(crate) const fn range(self, first: u16, last: u16) -> Self {
        if first.is_multiple_of(100) && last == first + 99 {
            self.number((first / 100) as u32).text("xx")
        } else {
            self.number(first as u32).text("-").number(last as u32)
        }
    }

    /// What to write instead of a guard's table.
    #[cfg(feature = "guard")]
    pub(crate) const fn union_of_guard(self, table: Table) -> Self {
        self.line("help")
            .text("write `guard!(")
            .text(table.name())
            .text(" | edge)`, where `edge` documents what the whole service may respond with: `mod edge { 500 \"Internal Server Error\" }`")
    }

    /// `:21`, where the operation of a table begins.
    #[cfg(feature = "guard")]
    pub(crate) const fn line_number(self, table: Table) -> Self {
        match table.operation() {
            Some(operation) if operation.line() > 0 => self.text(":").number(operation.line()),
            _ => self,
        }
    }

    /// A code with its documented phrase: `404 Not Found`.
    pub(crate) const fn with_reason(self, table: Table, code: u16) -> Self {
        let message = self.number(code as u32);
        match table.status(code) {
            Ok(status) if !status.reason().is_empty() => message.text(" ").text(status.reason()),
            _ => message,
        }
    }

    /// Where the table stands: its document, or those that it is the union of.
    pub(crate) const fn table(self, table: Table) -> Self {
        let parts = table.parts();
        if parts.is_empty() {
            let message = self.line("table").text(table.document());
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
                .text(parts[at].document());
            at += 1;
        }
        message
    }

    /// Where the row of `code` stands.
    pub(crate) const fn row(self, table: Table, code: u16) -> Self {
        match table.entry(code) {
            Some(entry) => self
                .line("table")
                .text(entry.document())
                .text(":")
                .number(entry.line()),
            None => self.table(table),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_cut_with_a_mark() {
        let long = "x".repeat(CAPACITY / 2);
        let message = Message::new().text(&long).text(&long).text("never seen");
        let text = message.as_str();
        assert!(text.starts_with(&long));
        assert!(text.ends_with('…'), "{}", &text[text.len() - 20..]);
    }
}
