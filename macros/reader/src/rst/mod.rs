//! Reads the headings of reStructuredText, and its tables at any depth.

mod canvas;
mod code_list;
mod csv_table;
mod directive;
mod grid;
pub(crate) mod inline;
mod list_table;
mod simple;
mod substitution;
pub(crate) mod tabs;

pub(crate) use self::simple::is_border as is_simple_border;
use crate::{
    html,
    listed::Listed,
    message,
    table::{Document, Table},
    text::{self, indent},
};

/// Finds the headings and tables of a document.
pub(crate) fn parse(text: &str) -> Document {
    let expanded;
    let text = if text.contains('\t') {
        expanded = tabs::expand(text);
        expanded.as_str()
    } else {
        text
    };
    let mut scanner = Scanner {
        lines: text::lines(text),
        at: 0,
        document: Document::default(),
        levels: Vec::new(),
        below_text: None,
        caption: None,
    };
    while scanner.at < scanner.lines.len() {
        scanner.step();
    }
    substitution::resolve(&scanner.lines, &mut scanner.document);
    scanner.document
}

struct Scanner<'a> {
    lines: Vec<&'a str>,
    at: usize,
    document: Document,
    /// The styles of headings in the order of their first use, which is the order of their levels.
    levels: Vec<(char, bool)>,
    /// The line below a text, which may continue the text.
    below_text: Option<usize>,
    /// The caption of an open `.. table::`, and its indentation.
    caption: Option<(usize, String)>,
}

impl<'a> Scanner<'a> {
    fn line(&self, index: usize) -> &'a str {
        self.lines.get(index).copied().unwrap_or("")
    }

    /// Reads what begins at the current line.
    fn step(&mut self) {
        let line = self.line(self.at);
        if line.trim().is_empty() {
            self.at += 1;
            return;
        }
        let column = indent(line);
        if self
            .caption
            .as_ref()
            .is_some_and(|(depth, _)| column <= *depth)
        {
            self.caption = None;
        }
        if column == 0 && self.heading() {
            return;
        }
        let lines = self.lines.get(self.at..).unwrap_or(&[]);
        if let Some((table, count)) = code_list::parse(lines, self.at) {
            self.push(table);
            self.at += count.max(1);
            return;
        }
        let column = skip_markers(line, column);
        let content = line.get(column..).unwrap_or("");
        if is_status_list(content) {
            self.document.lists.push(Listed {
                code: None,
                position: text::position(self.at, line, column),
            });
        } else if column > indent(line) {
            self.document
                .push_listed(content, || text::position(self.at, line, column));
        }
        if grid::is_border(content) {
            self.grid(column);
        } else if simple::is_border(content) {
            self.simple(column);
        } else if grid::is_fragment(content) {
            self.fragment(column);
        } else if !(content.starts_with("..") && self.directive(column)) {
            self.at += 1;
            self.below_text = Some(self.at);
            let literal = content.trim_end().ends_with("::");
            if literal && self.line(self.at).trim().is_empty() {
                self.skip_block(column);
            }
        }
    }

    /// Reads a title with its underline, and its overline if it has one.
    fn heading(&mut self) -> bool {
        let (first, second, third) = (
            self.line(self.at),
            self.line(self.at + 1),
            self.line(self.at + 2),
        );
        let (title, style, lines) = match (adornment(first), adornment(second), adornment(third)) {
            (Some(over), None, Some(under)) if over == under && !second.trim().is_empty() => {
                (second, (over, true), 3)
            }
            (None, Some(under), _) if is_long_enough(second, first) => (first, (under, false), 2),
            _ => return false,
        };
        let level = self
            .levels
            .iter()
            .position(|known| *known == style)
            .unwrap_or_else(|| {
                self.levels.push(style);
                self.levels.len() - 1
            });
        let level = u8::try_from(level + 1).unwrap_or(u8::MAX);
        let position = text::place(self.at + usize::from(style.1), indent(title));
        let is_code = is_literal(title.trim());
        self.document
            .push_heading(inline::reduce(title), level, is_code, position);
        self.at += lines;
        if is_code {
            self.document.describe_heading(self.first_paragraph());
        }
        true
    }

    /// The first paragraph of the section that begins here.
    fn first_paragraph(&self) -> String {
        let lines = self.lines.get(self.at..).unwrap_or(&[]);
        let is_prose =
            |line: &str| !line.trim().is_empty() && indent(line) == 0 && !line.starts_with("..");
        let mut paragraph = lines.iter().skip_while(|line| !is_prose(line)).peekable();
        let begins_section = |line: &str| adornment(line).is_some();
        let mut taken = Vec::new();
        while let Some(line) = paragraph.next_if(|line| !line.trim().is_empty()) {
            let next = paragraph.peek().copied().copied().unwrap_or("");
            // Titles, tables and labels are not paragraphs.
            if begins_section(line) || begins_section(next) || simple::is_border(line) {
                return String::new();
            }
            taken.push(*line);
        }
        inline::reduce_block(&taken)
    }

    fn grid(&mut self, column: usize) {
        let mut end = self.at + 1;
        while self
            .lines
            .get(end)
            .is_some_and(|line| is_grid_line(line, column))
        {
            end += 1;
        }
        let mut table = grid::parse(self.lines.get(self.at..end).unwrap_or(&[]), self.at, column);
        let above = self.at.checked_sub(1).map_or("", |above| self.line(above));
        if self.below_text == Some(self.at) && indent(above) == column {
            let flaw = message::grid_no_top(table.position, above.trim());
            table.flaw(flaw);
        }
        // A line that ends like a line of the table, but begins differently, is a broken line of the table.
        let next = self.line(end).trim_end();
        if (next.ends_with('|') || next.ends_with('+'))
            && !text::starts_with_any(next.trim_start(), "|+")
        {
            table.flaw(message::grid_broken(
                text::position(end, next, indent(next)),
                next,
            ));
        }
        self.push(table);
        self.at = end;
    }

    /// Reads lines that look like a grid, but have no top border, as a broken table.
    fn fragment(&mut self, column: usize) {
        let first = self.at;
        let mut end = first + 1;
        while self
            .lines
            .get(end)
            .is_some_and(|line| is_grid_line(line, column))
        {
            end += 1;
        }
        let table = grid::fragment(self.lines.get(first..end).unwrap_or(&[]), first, column);
        self.push(table);
        self.at = end;
    }

    fn simple(&mut self, column: usize) {
        let lines = self.lines.get(self.at..).unwrap_or(&[]);
        let (count, complete) = simple::extent(lines, column);
        let mut table = simple::parse(lines.get(..count).unwrap_or(&[]), self.at, column, complete);
        let above = self.at.checked_sub(1).map_or("", |above| self.line(above));
        if !above.trim().is_empty()
            && indent(above) == column
            && !above.trim_start().starts_with("..")
        {
            table
                .flaws
                .push(message::simple_no_top(table.position, above.trim()));
        }
        self.push(table);
        self.at += count.max(1);
    }

    fn push(&mut self, mut table: Table) {
        if let Some((_, caption)) = self.caption.take() {
            table.caption = caption;
        }
        table.above = self.above();
        self.document.push_table(table);
    }

    /// The end of the paragraph or directive above the current line.
    fn above(&self) -> String {
        const MOST_LINES: usize = 4;
        let above = self.lines.get(..self.at).unwrap_or(&[]);
        let lines = above.iter().rev().take(MOST_LINES);
        let mut lines = lines.skip_while(|line| line.trim().is_empty());
        let mut text = Vec::new();
        while let Some(line) = lines.next().filter(|line| !line.trim().is_empty()) {
            text.insert(0, line.trim());
        }
        text.join(" ")
    }

    /// Reads what begins with `..`: a table directive, or something to skip. Returns `false` if the content should be read
    /// like the rest of the document.
    fn directive(&mut self, column: usize) -> bool {
        let content = self.line(self.at).get(column..).unwrap_or("");
        match directive::kind(content) {
            directive::Kind::Table(caption) => {
                self.caption = Some((column, inline::reduce(caption)));
                self.at += 1;
            }
            directive::Kind::ListTable(caption) => {
                let block = directive::Block::new(&self.lines, self.at, column);
                let above = self.above();
                self.at = block.end;
                let mut table = list_table::parse(&block);
                table.caption = inline::reduce(caption);
                table.above = above;
                self.document.push_table(table);
            }
            directive::Kind::CsvTable(caption) => {
                let block = directive::Block::new(&self.lines, self.at, column);
                let above = self.above();
                self.at = block.end;
                let mut table = csv_table::parse(&block, &self.lines);
                table.caption = inline::reduce(caption);
                table.above = above;
                self.document.push_table(table);
            }
            directive::Kind::RawHtml => {
                self.at += 1;
                let first = self.at;
                self.skip_block(column);
                let mut html = String::new();
                for line in self.lines.get(first..self.at).unwrap_or(&[]) {
                    html.push_str(line);
                    html.push('\n');
                }
                for table in html::tables_from_line(&html, first) {
                    self.document.push_table(table);
                }
            }
            directive::Kind::Verbatim => {
                self.at += 1;
                self.skip_block(column);
            }
            directive::Kind::Include(file) => {
                let position = text::position(self.at, self.line(self.at), column);
                self.document
                    .remarks
                    .push(message::included(position, file));
                self.at += 1;
            }
            directive::Kind::Other => self.at += 1,
        }
        true
    }

    /// Skips blank lines, and lines that are indented deeper than `column`.
    fn skip_block(&mut self, column: usize) {
        while self
            .lines
            .get(self.at)
            .is_some_and(|line| line.trim().is_empty() || indent(line) > column)
        {
            self.at += 1;
        }
    }
}

/// Whether a line lists a status as Sphinx extensions do: `:statuscode 404:`, `.. rest_status_code::`.
fn is_status_list(content: &str) -> bool {
    content.starts_with(":statuscode ") || content.starts_with(".. rest_status_code::")
}

/// The column where the text begins after the markers of lists: `-`, `*`, `#.`, `1.`, `a)`.
fn skip_markers(line: &str, mut column: usize) -> usize {
    loop {
        let rest = line.get(column..).unwrap_or("");
        let Some((marker, after)) = rest.split_once(' ') else {
            return column;
        };
        let number = marker
            .strip_suffix(['.', ')'])
            .map(|number| number.trim_start_matches('('));
        let numbered = number.is_some_and(|n| {
            n == "#"
                || (!n.is_empty() && n.len() <= 4 && n.bytes().all(|b| b.is_ascii_alphanumeric()))
        });
        if !(matches!(marker, "-" | "*" | "•") || numbered) {
            return column;
        }
        let content = after.trim_start_matches(' ');
        // The marker matters only if a table or a directive follows it.
        if content.is_empty() {
            return column;
        }
        column = line.len() - content.len();
    }
}

fn is_grid_line(line: &str, column: usize) -> bool {
    indent(line) == column
        && line
            .get(column..)
            .is_some_and(|line| text::starts_with_any(line, "+|"))
}

/// Whether a title is one literal, or one interpreted text: ```` ``not_found`` ````.
fn is_literal(title: &str) -> bool {
    let inner = title
        .strip_prefix('`')
        .and_then(|title| title.strip_suffix('`'));
    let inner = inner.map(|inner| {
        inner
            .strip_prefix('`')
            .and_then(|inner| inner.strip_suffix('`'))
            .unwrap_or(inner)
    });
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains('`'))
}

/// The character that a line consists of, if it may underline or overline a title.
fn adornment(line: &str) -> Option<char> {
    let line = line.trim_end();
    let first = line.chars().next().filter(char::is_ascii_punctuation)?;
    (line.len() >= 2 && line.chars().all(|character| character == first)).then_some(first)
}

/// Whether an underline is valid: as long as its title, or at least four characters (docutils warns, and accepts it).
fn is_long_enough(underline: &str, title: &str) -> bool {
    let length = underline.trim_end().len();
    !title.trim().is_empty() && (length >= 4 || length >= title.trim_end().chars().count())
}
