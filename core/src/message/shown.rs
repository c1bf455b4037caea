//! How a message shows codes, tables and places.

use super::Message;
use crate::set::StatusSet;
use crate::table::{Class, Entry, Table};

impl Message {
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
        let (ranges, default) = table.ignores();
        let mut message = self;
        if ranges || default {
            message = message.line("ignored");
        }
        if ranges {
            message = message.text("`4XX` and its like, by `ranges = \"ignore\"`");
        }
        if ranges && default {
            message = message.text("; ");
        }
        if default {
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
        let message = self.line("help").text("write `guard!(");
        let written = match table.operation() {
            // Its name is a method and a path.
            Some(_) => "…",
            None => table.name(),
        };
        message
            .text(written)
            .text(" | edge)`, where `edge` documents what every operation may respond with: `mod edge { 500 \"Internal Server Error\" }`")
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
        if table.parts().is_empty() {
            return self.line("table").beginning(table);
        }
        let mut message = self.line("tables");
        let mut rest = table.parts();
        while let [part, after @ ..] = rest {
            let part = part.seen_through(table);
            message = message
                .code(part.name())
                .text(" ")
                .place(part, part.document(), 0);
            message = if after.is_empty() {
                message
            } else {
                message.text(", ")
            };
            rest = after;
        }
        message
    }

    /// Adds the place of the row of `code`.
    pub(crate) const fn row(self, table: Table, code: u16) -> Self {
        let Some(entry) = table.entry(code) else {
            return self.table(table);
        };
        let holder = table.holder_of_row(entry);
        self.line("table")
            .place(holder, entry.document(), entry.line())
    }

    /// Adds the place of the service error codes of a table.
    pub(crate) const fn table_of_codes(self, table: Table) -> Self {
        match table.error_codes() {
            [first, ..] => {
                let holder = table.holder_of_error_code(first.code());
                self.line("table").place(holder, first.document(), 0)
            }
            [] => self.table(table),
        }
    }

    /// Adds the place where a table begins: its document, and for an operation its line.
    pub(crate) const fn beginning(self, table: Table) -> Self {
        let line = match table.operation() {
            Some(operation) => operation.line(),
            None => 0,
        };
        self.place(table, table.document(), line)
    }

    /// Adds a place in a document of `table`: `docs/vpn.rst:21`. Line 0 is not shown.
    pub(crate) const fn place(self, table: Table, document: &str, line: u32) -> Self {
        if table.data().built_in {
            return self.text("built in");
        }
        let message = self.text(document);
        let message = match line {
            0 => message,
            _ => message.text(":").number(line),
        };
        match table.package() {
            Some(package) => message.text(" of the crate ").code(package),
            None => message,
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
