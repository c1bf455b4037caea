//! The answer for people: every row with its line, what looks odd, and what is refused.

use std::fmt::Write as _;

use statusbook_reader::{Codes, DocError, ErrorCodeRow, Note, Page, Position, StatusRow, between};

use super::document::Document;

/// How wide a text may get before it is cut, in characters.
const WIDEST: usize = 72;

/// The report on a document and, where it is another one, on the page of its error codes.
pub(crate) fn report(document: &Document, codes: Option<&Document>) -> String {
    let mut out = String::new();
    one(document, &mut out);
    if let Some(codes) = codes {
        out.push('\n');
        one(codes, &mut out);
        if let (Ok(statuses), Ok(page)) = (&document.page, &codes.page) {
            notes(&codes.name, &between(statuses, page), &mut out);
        }
    }
    out
}

/// A code, class or range as documents write it.
pub(crate) fn shown(codes: Codes) -> String {
    match codes {
        Codes::One(code) => code.to_string(),
        Codes::Range(from, to) if from % 100 == 0 && to == from + 99 => format!("{}xx", from / 100),
        Codes::Range(from, to) => format!("{from}-{to}"),
    }
}

fn one(document: &Document, out: &mut String) {
    match &document.page {
        Ok(page) => read(&document.name, page, out),
        Err(errors) => refused(document, errors, out),
    }
}

fn read(name: &str, page: &Page, out: &mut String) {
    let count =
        |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let (statuses, codes) = (page.statuses.len(), page.error_codes.len());
    let _ = writeln!(
        out,
        "{name}: {}, {}",
        count(statuses, "status row"),
        count(codes, "error code")
    );
    if statuses > 0 {
        let mut rows =
            vec![["line", "code", "reason", "methods", "description"].map(str::to_owned)];
        rows.extend(page.statuses.iter().map(status));
        table(&rows, out);
    }
    if codes > 0 {
        let mut rows =
            vec![["line", "error code", "status", "message", "description"].map(str::to_owned)];
        rows.extend(page.error_codes.iter().map(error_code));
        table(&rows, out);
    }
    notes(name, &page.notes, out);
}

fn status(row: &StatusRow) -> [String; 5] {
    [
        row.position.line.to_string(),
        shown(row.codes),
        row.reason.clone(),
        row.methods.join(" "),
        row.description.clone(),
    ]
}

fn error_code(row: &ErrorCodeRow) -> [String; 5] {
    let status = row
        .status
        .map_or_else(|| "-".to_owned(), |status| status.to_string());
    [
        row.position.line.to_string(),
        row.code.clone(),
        status,
        row.message.clone(),
        row.description.clone(),
    ]
}

/// Prints rows under each other; the first is the header.
pub(crate) fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]], out: &mut String) {
    let mut widths = [0_usize; COLUMNS];
    let mut filled = [false; COLUMNS];
    for (number, row) in rows.iter().enumerate() {
        for ((width, filled), text) in widths.iter_mut().zip(&mut filled).zip(row) {
            *width = (*width).max(text.chars().count().min(WIDEST));
            *filled |= number > 0 && !text.is_empty();
        }
    }
    out.push('\n');
    for row in rows {
        let mut line = String::new();
        for ((text, width), filled) in row.iter().zip(widths).zip(filled) {
            // A column that no row fills is not shown.
            if filled {
                let _ = write!(line, "  {:<width$}", cut(text));
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= WIDEST {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(WIDEST - 1).collect();
    cut.push('…');
    cut
}

fn notes(name: &str, notes: &[Note], out: &mut String) {
    if notes.is_empty() {
        return;
    }
    out.push_str("\nworth a look:\n");
    for note in notes {
        let _ = writeln!(out, "  {name}:{}: {}", note.position, note.message);
    }
}

/// Shows every reason with the line it speaks of.
fn refused(document: &Document, errors: &[DocError], out: &mut String) {
    let _ = writeln!(
        out,
        "{} is refused, and nothing of it is used:",
        document.name
    );
    for error in errors {
        self::error(&document.name, &document.text, error, out);
    }
}

/// A reason, and the line that it speaks of.
pub(crate) fn error(name: &str, text: &str, error: &DocError, out: &mut String) {
    let _ = writeln!(out, "\nerror: {}", error.message);
    match error.position {
        Some(position) => place(name, text, position, out),
        None => drop(writeln!(out, "  --> {name}")),
    }
}

fn place(name: &str, text: &str, position: Position, out: &mut String) {
    let _ = writeln!(out, "  --> {name}:{position}");
    let index = usize::try_from(position.line.saturating_sub(1)).unwrap_or(usize::MAX);
    let Some(line) = text.split('\n').nth(index) else {
        return;
    };
    let line = line.trim_end().replace('\t', " ");
    let column = usize::try_from(position.column.saturating_sub(1)).unwrap_or(0);
    // A line of a machine-written page may be very long: what stands around the place is shown.
    let from = column.saturating_sub(WIDEST / 2);
    let shown: String = line.chars().skip(from).take(WIDEST + WIDEST / 2).collect();
    let number = position.line.to_string();
    let margin = " ".repeat(number.len());
    let caret = " ".repeat(column - from);
    let _ = writeln!(out, "{margin} |\n{number} | {shown}\n{margin} | {caret}^");
}
