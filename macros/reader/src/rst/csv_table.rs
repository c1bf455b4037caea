//! `.. csv-table::`: rows of comma-separated values.

use super::directive::Block;
use crate::{
    message,
    rst::inline,
    table::{Cell, Table},
    text::{common_indent, lines, place},
};

/// Reads the directive.
pub(super) fn parse(block: &Block<'_>, lines: &[&str]) -> Table {
    let mut table = Table::new(place(block.line, block.column));
    if let Some(file) = block.option("file").or_else(|| block.option("url")) {
        table
            .flaws
            .push(message::csv_elsewhere(table.position, file));
    }
    let dialect = Dialect::new(block);
    if let Some((header, index)) = block.option_on_line("header") {
        // docutils always splits the header at commas, but authors also use the delimiter of the rows there.
        let own = header.contains(dialect.delimiter);
        let header_dialect = if own { dialect } else { Dialect::default() };
        let mut rows = Rows::new(&mut table, header_dialect);
        let line = lines.get(index).map_or(header, |line| line.trim_end());
        rows.line(index, line, line.len().saturating_sub(header.len()));
        rows.finish();
    }
    let declared = block
        .option("header-rows")
        .and_then(|rows| rows.parse::<usize>().ok())
        .unwrap_or(0);
    table.header_rows = table.row_count() + declared;
    let depth = common_indent(&mut block.content.iter().map(|(_, line)| *line));
    let mut rows = Rows::new(&mut table, dialect);
    for &(index, line) in &block.content {
        rows.line(index, line, depth);
    }
    rows.finish();
    table
}

#[derive(Clone, Copy)]
struct Dialect {
    delimiter: char,
    quote: char,
    /// What comes before a character without its meaning. With it, a doubled quote is not one.
    escape: Option<char>,
    /// Whether spaces after a delimiter are kept. Without that, a quote after them opens a quoted field.
    keep_space: bool,
}

impl Default for Dialect {
    fn default() -> Self {
        Dialect {
            delimiter: ',',
            quote: '"',
            escape: None,
            keep_space: false,
        }
    }
}

impl Dialect {
    fn new(block: &Block<'_>) -> Self {
        let character = |name: &str| match block.option(name)? {
            "tab" => Some('\t'),
            "space" => Some(' '),
            value => value.chars().next(),
        };
        Dialect {
            delimiter: character("delim").unwrap_or(','),
            quote: character("quote").unwrap_or('"'),
            escape: character("escape"),
            keep_space: block.option("keepspace").is_some(),
        }
    }
}

/// Collects fields, which may run over several lines inside quotes.
struct Rows<'a> {
    table: &'a mut Table,
    dialect: Dialect,
    field: String,
    start: Option<crate::Position>,
    quoted: bool,
    was_quoted: bool,
}

impl<'a> Rows<'a> {
    fn new(table: &'a mut Table, dialect: Dialect) -> Self {
        Rows {
            table,
            dialect,
            field: String::new(),
            start: None,
            quoted: false,
            was_quoted: false,
        }
    }

    fn line(&mut self, index: usize, line: &str, depth: usize) {
        let (before, text) = line
            .split_at_checked(depth.min(line.len()))
            .unwrap_or(("", ""));
        let depth = before.chars().count();
        if text.trim().is_empty() && !self.quoted {
            return;
        }
        if self.quoted {
            self.field.push('\n');
        } else {
            self.table.begin_row();
        }
        let mut characters = text.chars().enumerate().peekable();
        while let Some((at, character)) = characters.next() {
            let here = place(index, depth + at);
            if Some(character) == self.dialect.escape {
                self.start = self.start.or(Some(here));
                self.field
                    .extend(characters.next().map(|(_, escaped)| escaped));
            } else if self.quoted {
                // A doubled quote is a quote in the text.
                let quote = self.dialect.quote;
                let doubled = character == quote
                    && self.dialect.escape.is_none()
                    && characters.next_if(|(_, next)| *next == quote).is_some();
                if character != quote || doubled {
                    self.field.push(character);
                } else {
                    self.quoted = false;
                }
            } else if character == self.dialect.delimiter {
                self.end_field(here);
            } else if character == self.dialect.quote && self.field.is_empty() && !self.was_quoted {
                self.field.clear();
                self.start = characters
                    .peek()
                    .map(|(next, _)| place(index, depth + next));
                self.quoted = true;
                self.was_quoted = true;
            } else if character.is_whitespace() && self.field.is_empty() && !self.dialect.keep_space
            {
            } else {
                // docutils refuses it too: a delimiter is missing, or a quote is not doubled.
                if self.was_quoted && !character.is_whitespace() {
                    let flaw = message::csv_behind_quote(here, character);
                    self.table.flaw(flaw);
                }
                self.start = self.start.or(Some(here));
                self.field.push(character);
            }
        }
        if !self.quoted {
            self.end_field(place(index, depth + text.chars().count()));
        }
    }

    fn end_field(&mut self, here: crate::Position) {
        let cell = Cell::new(
            inline::reduce_block(&lines(&self.field)),
            self.start.take().unwrap_or(here),
        );
        if self.table.width(self.table.row_count().saturating_sub(1)) < crate::table::MAX_COLUMNS {
            self.table.push(cell);
        }
        self.field.clear();
        self.was_quoted = false;
    }

    /// Ends the table. A quote that is still open has hidden rows.
    fn finish(mut self) {
        if self.quoted {
            let start = self.start.unwrap_or(self.table.position);
            self.table.flaws.push(message::csv_unclosed(start));
            self.end_field(start);
        }
    }
}
