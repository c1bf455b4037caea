//! Every sentence that a check can say, built in a fixed buffer so that it can be said while compiling.

use crate::nearest::nearest;
use crate::set::StatusSet;
use crate::table::{Kind, Table};

/// Of a body whose media type cannot be a header value.
pub(crate) const BODY_MEDIA_TYPE: &str =
    "the `MEDIA_TYPE` of a body must be visible ASCII, such as `application/json`";

const CAPACITY: usize = 4096;

/// Text that a `const fn` can build. What does not fit is cut, with a mark.
pub(crate) struct Message {
    bytes: [u8; CAPACITY],
    length: usize,
    cut: bool,
}

impl Message {
    const fn new() -> Self {
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
    const fn text(mut self, text: &str) -> Self {
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

    const fn code(self, code: &str) -> Self {
        self.text("`").text(code).text("`")
    }

    const fn number(self, number: u32) -> Self {
        let message = if number >= 10 {
            self.number(number / 10)
        } else {
            self
        };
        const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        message.text(DIGITS[(number % 10) as usize])
    }

    const fn status(self, code: u16) -> Self {
        self.text("`").number(code as u32).text("`")
    }

    /// A line of its own under the sentence: `documented: …`.
    const fn line(self, label: &str) -> Self {
        self.text("\n  ").text(label).text(": ")
    }

    const fn codes(mut self, set: StatusSet) -> Self {
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

    /// The documented codes of a kind; ranges as the range they are.
    const fn documented(mut self, table: Table, kind: Kind) -> Self {
        let entries = table.entries();
        let mut singles = StatusSet::EMPTY;
        let mut ranges = 0;
        let mut at = 0;
        while at < entries.len() {
            if shown(kind, entries[at].kind()) {
                if entries[at].is_single() {
                    singles = singles.with(entries[at].first);
                } else {
                    ranges += 1;
                }
            }
            at += 1;
        }
        if !singles.is_empty() || ranges == 0 {
            self = self.codes(singles);
        }
        at = 0;
        while at < entries.len() {
            if shown(kind, entries[at].kind()) && !entries[at].is_single() {
                self = if singles.is_empty() {
                    self
                } else {
                    self.text(" ")
                };
                self = self.range(entries[at].first, entries[at].last);
                singles = singles.with(entries[at].first);
            }
            at += 1;
        }
        self
    }

    const fn range(self, first: u16, last: u16) -> Self {
        if first % 100 == 0 && last == first + 99 {
            self.number((first / 100) as u32).text("xx")
        } else {
            self.number(first as u32).text("-").number(last as u32)
        }
    }

    /// A code with its documented phrase: `404 Not Found`.
    const fn with_reason(self, table: Table, code: u16) -> Self {
        let message = self.number(code as u32);
        match table.status(code) {
            Ok(status) if !status.reason().is_empty() => message.text(" ").text(status.reason()),
            _ => message,
        }
    }

    /// Where the table stands: its document, or those that it is the union of.
    const fn table(self, table: Table) -> Self {
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
    const fn row(self, table: Table, code: u16) -> Self {
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

/// Of a success the successes are shown, of an error the errors, of what is neither everything.
const fn shown(asked: Kind, entry: Kind) -> bool {
    matches!(
        (asked, entry),
        (Kind::Other, _) | (Kind::Success, Kind::Success) | (Kind::Error, Kind::Error)
    )
}

/// The nearest documented code of the same kind.
pub(crate) const fn nearest_of(table: Table, code: u16) -> Option<u16> {
    let entries = table.entries();
    let mut singles = StatusSet::EMPTY;
    let mut at = 0;
    while at < entries.len() {
        if entries[at].is_single() && shown(Kind::of(code), entries[at].kind()) {
            singles = singles.with(entries[at].first);
        }
        at += 1;
    }
    nearest(code, singles)
}

pub(crate) const fn undocumented(table: Table, code: u16) -> Message {
    if code < 100 || code > 599 {
        return Message::new()
            .text("`")
            .number(code as u32)
            .text("` is not a status code: write a number from 100 to 599");
    }
    let kind = Kind::of(code);
    let noun = match kind {
        Kind::Success => "success",
        Kind::Error => "error",
        Kind::Other => "status",
    };
    let mut message = Message::new()
        .text("status ")
        .status(code)
        .text(" is not a documented ")
        .text(noun)
        .text(" of ")
        .code(table.name())
        .line("documented")
        .documented(table, kind);
    if let Some(nearest) = nearest_of(table, code) {
        message = message.line("nearest").with_reason(table, nearest);
    }
    if let Some(operation) = table.operation() {
        let siblings = operation.siblings;
        let mut at = 0;
        while at < siblings.len() {
            let (method, codes) = siblings[at];
            if codes.contains(code) {
                message = message
                    .line("elsewhere")
                    .text("`")
                    .text(method)
                    .text(" ")
                    .text(operation.path())
                    .text("` documents ")
                    .status(code);
            }
            at += 1;
        }
    }
    message.table(table)
}

pub(crate) const fn not_for_method(table: Table, method: &str, code: u16) -> Message {
    let mut message = Message::new()
        .text("status ")
        .status(code)
        .text(" is not documented for ")
        .code(method)
        .text(" by ")
        .code(table.name());
    if let Some(entry) = table.entry(code) {
        message = message.line("documented for");
        let mut at = 0;
        while let Some(name) = entry.methods().get(at) {
            message = if at == 0 { message } else { message.text(" ") };
            message = message.text(name);
            at += 1;
        }
    }
    let mut theirs = StatusSet::EMPTY;
    let entries = table.entries();
    let mut at = 0;
    while at < entries.len() {
        if entries[at].methods().contains(method) {
            theirs = theirs.with(entries[at].first);
        }
        at += 1;
    }
    if !theirs.is_empty() {
        message = message.line("successes of this method").codes(theirs);
    }
    message.row(table, code)
}

pub(crate) const fn method_of_no_success(table: Table, method: &str, code: u16) -> Message {
    Message::new()
        .text("status ")
        .status(code)
        .text(" is no success, and only successes are documented by method: leave ")
        .code(method)
        .text(" out")
        .table(table)
}

pub(crate) const fn stale_escape(table: Table, code: u16) -> Message {
    Message::new()
        .text("status ")
        .status(code)
        .text(" is documented by ")
        .code(table.name())
        .text(": remove `undocumented = \"…\"`")
        .line("documented")
        .with_reason(table, code)
        .row(table, code)
}

pub(crate) const fn unknown_error_code(table: Table, code: &str) -> Message {
    let mut message = Message::new()
        .text("error code ")
        .code(code)
        .text(" is not documented by ")
        .code(table.name());
    let codes = table.error_codes();
    let mut best: Option<(usize, &str)> = None;
    let mut at = 0;
    while at < codes.len() {
        let distance = distance(code, codes[at].code);
        let closer = match best {
            Some((best, _)) => distance < best,
            None => distance * 2 <= code.len(),
        };
        if closer {
            best = Some((distance, codes[at].code));
        }
        at += 1;
    }
    if let Some((_, nearest)) = best {
        message = message.line("nearest").code(nearest);
        if let Some(entry) = table.error_code(nearest)
            && !entry.message().is_empty()
        {
            message = message.text(" ").text(entry.message());
        }
    }
    match codes.first() {
        Some(first) => message.line("table").text(first.document()),
        None => message.table(table),
    }
}

pub(crate) const fn error_code_of_other_status(table: Table, code: &str, status: u16) -> Message {
    let mut message = Message::new()
        .text("error code ")
        .code(code)
        .text(" is not documented for status ")
        .status(status)
        .text(" by ")
        .code(table.name());
    if let Some(entry) = table.error_code(code) {
        message = message
            .line("documented for")
            .codes(StatusSet::of(entry.statuses()));
        return message
            .line("table")
            .text(entry.document())
            .text(":")
            .number(entry.line());
    }
    message.table(table)
}

pub(crate) const fn uncovered(table: Table, inner: &str, missing: StatusSet) -> Message {
    let message = Message::new()
        .code(inner)
        .text(" can answer statuses that ")
        .code(table.name())
        .text(" does not document")
        .line("undocumented")
        .codes(missing)
        .line("documented")
        .documented(table, Kind::Error);
    message.table(table)
}

pub(crate) const fn unanswered(table: Table, types: &str, missing: StatusSet) -> Message {
    Message::new()
        .text("documented errors of ")
        .code(table.name())
        .text(" are never answered by ")
        .code(types)
        .line("missing")
        .codes(missing)
        .line("help")
        .text("add a variant for each, or list them in `except(…)`")
        .table(table)
}

pub(crate) const fn needless_exception(table: Table, code: u16, answered: bool) -> Message {
    let message = Message::new().text("status ").status(code);
    if answered {
        message
            .text(" is answered: remove it from `except(…)`")
            .table(table)
    } else {
        message
            .text(" is not a documented error of ")
            .code(table.name())
            .text(": remove it from `except(…)`")
            .table(table)
    }
}

pub(crate) const fn unknown_operation(table: Table, operation: &str) -> Message {
    let operations = table.operations();
    let mut message = Message::new().code(table.name());
    if operations.is_empty() {
        return message
            .text(" is no OpenAPI document: write the table without ")
            .text("`[\"")
            .text(operation)
            .text("\"]`")
            .table(table);
    }
    message = message.text(" has no operation ").code(operation);
    let mut best = 0;
    let mut shortest = usize::MAX;
    let mut at = 0;
    while at < operations.len() {
        let distance = distance(operation, operations[at].name());
        if distance < shortest {
            shortest = distance;
            best = at;
        }
        at += 1;
    }
    message
        .line("nearest")
        .code(operations[best].name())
        .table(operations[best])
}

/// Whether two strings are equal: `==` cannot be called while compiling.
pub(crate) const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// How many bytes have to be changed to make one string of the other (Levenshtein), for suggestions.
const fn distance(left: &str, right: &str) -> usize {
    const LONGEST: usize = 128;
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() >= LONGEST || right.len() >= LONGEST {
        return LONGEST;
    }
    let mut row = [0; LONGEST];
    let mut column = 0;
    while column <= right.len() {
        row[column] = column;
        column += 1;
    }
    let mut line = 0;
    while line < left.len() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        column = 0;
        while column < right.len() {
            let changed = diagonal + if left[line] == right[column] { 0 } else { 1 };
            diagonal = row[column + 1];
            let added = 1 + if row[column] < diagonal {
                row[column]
            } else {
                diagonal
            };
            row[column + 1] = if changed < added { changed } else { added };
            column += 1;
        }
        line += 1;
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changes() {
        assert_eq!(distance("VPN.0012", "VPN.0012"), 0);
        assert_eq!(distance("VPN.0012", "VPN.0021"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
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
