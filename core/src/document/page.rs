//! Writes tables in Markdown and reStructuredText. `status_table!` reads the same table back.

use std::fmt::Write as _;

use super::{Reference, Responses};
use crate::status::Status;
use crate::table::ErrorCode;

const STATUSES: [&str; 3] = ["Status code", "Reason", "Description"];
const CODES: [&str; 4] = ["Status code", "Error code", "Message", "Description"];

impl Reference {
    /// Returns the responses as Markdown: one table, or a section with a table for each operation. A table of the
    /// service error codes follows.
    pub fn to_markdown(&self) -> String {
        self.page(&Markdown)
    }

    /// Returns the responses as reStructuredText: one table, or a section with a table for each operation. A table of the
    /// service error codes follows.
    pub fn to_rst(&self) -> String {
        self.page(&Rst)
    }

    fn page(&self, grammar: &dyn Grammar) -> String {
        let mut blocks = Vec::new();
        for responses in &self.operations {
            blocks.extend(responses.name.as_deref().map(|name| grammar.heading(name)));
            blocks.push(grammar.table(&STATUSES, &rows(responses)));
        }
        let codes = self.code_rows();
        if !codes.is_empty() {
            // A table below the last operation would be one of its section.
            blocks.extend(
                self.has_operations()
                    .then(|| grammar.heading("Error codes")),
            );
            blocks.push(grammar.table(&CODES, &codes));
        }
        blocks.join("\n")
    }

    /// Returns the rows of the service error codes. A code with several statuses has a row for each.
    fn code_rows(&self) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for (code, statuses) in self.error_codes() {
            for status in statuses {
                let documented = status.table().error_code(code);
                let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
                rows.push(vec![
                    status.code().to_string(),
                    code.to_owned(),
                    text(documented.and_then(ErrorCode::message)),
                    text(documented.and_then(ErrorCode::description)),
                ]);
            }
        }
        rows
    }
}

fn rows(responses: &Responses) -> Vec<Vec<String>> {
    let row = |status: Status| {
        let description = match status.descriptions() {
            [] => String::new(),
            descriptions => descriptions.join(" "),
        };
        vec![
            status.code().to_string(),
            status.reason().to_owned(),
            description,
        ]
    };
    responses
        .rows
        .values()
        .map(|found| row(found.status))
        .collect()
}

/// How a page is written.
trait Grammar {
    fn heading(&self, text: &str) -> String;
    fn table(&self, header: &[&str], rows: &[Vec<String>]) -> String;
}

struct Markdown;

impl Grammar for Markdown {
    fn heading(&self, text: &str) -> String {
        format!("## {}\n", markdown(text))
    }

    fn table(&self, header: &[&str], rows: &[Vec<String>]) -> String {
        let mut out = format!(
            "| {} |\n|{}\n",
            header.join(" | "),
            "---|".repeat(header.len())
        );
        for row in rows {
            for cell in row {
                let _ = write!(out, "| {} ", markdown(cell));
            }
            out.push_str("|\n");
        }
        out
    }
}

/// Returns the text on one line, with all markup escaped. Any ASCII punctuation can be escaped (`CommonMark` §2.4).
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in folded(text).chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$'
        ) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

struct Rst;

impl Grammar for Rst {
    fn heading(&self, text: &str) -> String {
        let text = rst(text);
        format!("{text}\n{}\n", "-".repeat(text.chars().count() * 2))
    }

    fn table(&self, header: &[&str], rows: &[Vec<String>]) -> String {
        let mut out = ".. list-table::\n   :header-rows: 1\n\n".to_owned();
        let header = header.iter().map(|text| (*text).to_owned()).collect();
        for row in [&header].into_iter().chain(rows) {
            for (number, cell) in row.iter().enumerate() {
                let bullet = if number == 0 { "   * -" } else { "     -" };
                let _ = writeln!(out, "{}", format!("{bullet} {}", rst(cell)).trim_end());
            }
        }
        out
    }
}

/// Returns the text on one line, with all markup escaped.
fn rst(text: &str) -> String {
    let text = folded(text);
    // At its start, a text can be a list (`1. one`), a directive or a field.
    let enumerator = text
        .find(|c: char| !c.is_ascii_alphanumeric())
        .filter(|end| text[*end..].starts_with(['.', ')']));
    // At its end, `::` announces a block.
    let announced = text.strip_suffix("::").map(|rest| rest.len() + 1);
    let mut out = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let is_start = at == 0 && character.is_ascii_punctuation();
        if is_start
            || enumerator == Some(at)
            || announced == Some(at)
            || matches!(character, '\\' | '`' | '*' | '_' | '|')
        {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Returns the text on one line without control characters. White space is folded as the reader does.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}
