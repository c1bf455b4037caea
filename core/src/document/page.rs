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
    let text = folded(text);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        // `{#id}` behind a heading is an attribute of it.
        let is_attribute = character == '{'
            && characters
                .peek()
                .is_some_and(|next| !next.is_alphanumeric());
        // Marks at the end of a heading only close it.
        let is_end = character == '#' && out.ends_with(' ');
        if is_attribute
            || is_end
            || matches!(
                character,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$'
            )
        {
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

#[cfg(test)]
mod tests {
    use statusbook_reader::{Options, Page, read};

    use super::{CODES, Grammar, Markdown, Rst, STATUSES, folded};

    /// Words, and what is markup in one grammar or another.
    const PIECES: [&str; 64] = [
        "a",
        "b",
        "name",
        "Gone",
        "é",
        "日本",
        "—",
        "1",
        "404",
        "5xx",
        " ",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "|",
        "\\",
        "`",
        "``",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "&",
        "&amp;",
        "&#42;",
        "<b>",
        "</td>",
        "<!--",
        "-->",
        "```",
        "#",
        "##",
        "-",
        "---",
        "+",
        "=",
        "===",
        ":",
        "::",
        "..",
        ".. |a|",
        "|a|",
        "|a|_",
        "\\|a\\|",
        "[a]_",
        "a_",
        ":ref:`a`",
        "`a <b>`_",
        "{#id}",
        "$x$",
        "!",
        "1.",
        "(a)",
        "https://x.y/z_",
        "{{",
    ];

    /// Numbers that look random, the same on each run (xorshift).
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, end: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 % end as u64).unwrap_or(0)
        }

        fn text(&mut self, most: usize) -> String {
            (0..=self.below(most))
                .map(|_| PIECES[self.below(PIECES.len())])
                .collect()
        }
    }

    fn page(name: &str, text: &str, section: Option<&str>) -> Page {
        let options = Options {
            name,
            section,
            ..Options::default()
        };
        read(text, &options).unwrap_or_else(|errors| panic!("{errors:#?}:\n{text}"))
    }

    const GRAMMARS: [(&str, &dyn Grammar); 2] = [("page.md", &Markdown), ("page.rst", &Rst)];

    #[test]
    fn whatever_a_description_holds_is_read_back() {
        let mut numbers = Numbers(0x5eed);
        for _ in 0..1_500 {
            let descriptions: Vec<String> = (0..4).map(|_| numbers.text(8)).collect();
            let row =
                |(text, code): (&String, &str)| vec![code.to_owned(), String::new(), text.clone()];
            let codes = ["400", "404", "409", "500"];
            let rows: Vec<_> = descriptions.iter().zip(codes).map(row).collect();
            let wanted: Vec<String> = descriptions.iter().map(|text| folded(text)).collect();
            for (name, grammar) in GRAMMARS {
                let text = grammar.table(&STATUSES, &rows);
                let found = page(name, &text, None).statuses;
                let found: Vec<String> = found.into_iter().map(|row| row.description).collect();
                assert_eq!(found, wanted, "{name}:\n{text}");
            }
        }
    }

    #[test]
    fn whatever_a_message_or_a_name_holds_is_read_back() {
        let mut numbers = Numbers(0xc0de);
        for _ in 0..1_500 {
            let message = numbers.text(8);
            let row = vec![
                "404".to_owned(),
                "API.0001".to_owned(),
                message.clone(),
                "b".to_owned(),
            ];
            // The separator of sections is not a part of a name.
            let name = format!("x{}", numbers.text(5)).replace('>', "");
            for (file, grammar) in GRAMMARS {
                let text = grammar.heading(&name)
                    + "\n"
                    + &grammar.table(&CODES, std::slice::from_ref(&row));
                let found = page(file, &text, Some(&folded(&name))).error_codes;
                assert_eq!(found[0].message, folded(&message), "{file}:\n{text}");
            }
        }
    }
}
