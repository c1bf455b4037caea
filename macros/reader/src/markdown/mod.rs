//! Markdown: its headings, its pipe tables, and the HTML tables in it.

pub(crate) mod inline;
mod pipe;

use crate::{
    html::{self, Cursor, tokens},
    table::Document,
    text::{self, digits, indent, run, starts_with_any, trim_start_any},
};

/// Finds the headings and tables of a document.
pub(crate) fn parse(text: &str) -> Document {
    let lines = text::lines(text);
    let mut starts = Vec::with_capacity(lines.len());
    let mut offset = 0;
    for line in text.split('\n') {
        starts.push(offset);
        offset += line.len() + 1;
    }
    let mut scanner = Scanner {
        text,
        lines,
        starts,
        at: 0,
        cursor: Cursor::new(text),
        document: Document::default(),
        items: Vec::new(),
        after_blank: true,
    };
    scanner.skip_front_matter();
    while scanner.at < scanner.lines.len() {
        scanner.step();
    }
    scanner.document
}

struct Scanner<'a> {
    text: &'a str,
    lines: Vec<&'a str>,
    /// The byte offset of each line.
    starts: Vec<usize>,
    at: usize,
    cursor: Cursor<'a>,
    document: Document,
    /// The columns where the contents of the open list items begin.
    items: Vec<usize>,
    after_blank: bool,
}

impl<'a> Scanner<'a> {
    fn line(&self, index: usize) -> &'a str {
        self.lines.get(index).copied().unwrap_or("")
    }

    /// Metadata between two `---` at the very top.
    fn skip_front_matter(&mut self) {
        if self.line(0).trim_end() != "---" {
            return;
        }
        let end = self
            .lines
            .iter()
            .skip(1)
            .position(|line| matches!(line.trim_end(), "---" | "..."));
        if let Some(end) = end {
            self.at = end + 2;
        }
    }

    fn step(&mut self) {
        let line = self.line(self.at);
        let column = content_start(line);
        let content = line.get(column..).unwrap_or("");
        if content.trim().is_empty() {
            self.after_blank = true;
            self.at += 1;
            return;
        }
        if self.is_indented_code(line) {
            self.at += 1;
            return;
        }
        let column = self.enter_items(line, column);
        let content = line.get(column..).unwrap_or("");
        self.after_blank = false;
        if let Some(fence) = fence(content) {
            self.skip_fenced(fence);
        } else if content.starts_with("<!--") {
            self.skip_comment(column);
        } else if let Some((text, level)) = atx_heading(content) {
            self.document.push_heading(text, level);
            self.at += 1;
        } else if let Some(at) = find_table_tag(content) {
            let offset = self.starts.get(self.at).copied().unwrap_or(0) + column + at;
            let end = html::table_in_markdown(&mut self.cursor, offset, &mut self.document);
            self.at = self
                .starts
                .partition_point(|start| *start < end)
                .max(self.at + 1);
        } else if let Some((text, level)) = html_heading(content) {
            self.document.push_heading(text, level);
            self.at += 1;
        } else if let Some((table, rows)) =
            pipe::parse(self.lines.get(self.at..).unwrap_or(&[]), self.at, column)
        {
            self.document.push_table(table);
            self.at += rows;
        } else if let Some((table, rows)) =
            pipe::fragment(self.lines.get(self.at..).unwrap_or(&[]), self.at, column)
        {
            self.document.push_table(table);
            self.at += rows;
        } else if let Some(level) = self.setext_level() {
            self.document.push_heading(inline::reduce(content), level);
            self.at += 2;
        } else {
            self.at += 1;
        }
    }

    /// Whether the line is code by its indentation: four columns more than the list item it stands in.
    fn is_indented_code(&mut self, line: &str) -> bool {
        let depth = indent(line);
        if !self.after_blank {
            return false;
        }
        while self.items.last().is_some_and(|item| depth < *item) {
            self.items.pop();
        }
        depth >= self.items.last().copied().unwrap_or(0) + 4
    }

    /// Opens the list items that begin on the line; returns where the content after their markers begins.
    fn enter_items(&mut self, line: &str, mut column: usize) -> usize {
        while let Some(after) = line.get(column..).and_then(list_marker) {
            while self.items.last().is_some_and(|item| *item > column) {
                self.items.pop();
            }
            column += after;
            self.items.push(column);
        }
        column
    }

    fn skip_fenced(&mut self, fence: (char, usize)) {
        self.at += 1;
        while self.at < self.lines.len() {
            let line = self.line(self.at);
            let content = line.get(content_start(line)..).unwrap_or("").trim_end();
            self.at += 1;
            let marks = run(content, fence.0);
            if marks >= fence.1 && marks == content.len() {
                return;
            }
        }
    }

    fn skip_comment(&mut self, column: usize) {
        let offset = self.starts.get(self.at).copied().unwrap_or(0) + column;
        let rest = self.text.get(offset..).unwrap_or("");
        let end = rest.find("-->").map_or(self.text.len(), |end| offset + end);
        // What stands behind the comment on its last line is read only where it is a line of its own.
        self.at = self
            .starts
            .partition_point(|start| *start <= end)
            .max(self.at + 1);
    }

    fn setext_level(&self) -> Option<u8> {
        let next = self.line(self.at + 1).trim();
        let level = match next.chars().next()? {
            '=' => 1,
            '-' => 2,
            _ => return None,
        };
        let first = next.chars().next()?;
        next.chars()
            .all(|character| character == first)
            .then_some(level)
    }
}

/// The column of a line's content, after its indentation and its block-quote marks.
fn content_start(line: &str) -> usize {
    line.len() - trim_start_any(line, " \t>").len()
}

/// How long a list marker with its spaces is.
fn list_marker(text: &str) -> Option<usize> {
    let digits = digits(text);
    let marker = match text.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    let rest = text.get(marker..)?;
    let spaces = run(rest, ' ');
    (spaces > 0 && spaces < rest.len()).then_some(marker + spaces)
}

/// The character and length of a code fence.
pub(crate) fn fence(content: &str) -> Option<(char, usize)> {
    let first = content
        .chars()
        .next()
        .filter(|character| matches!(character, '`' | '~'))?;
    let length = run(content, first);
    // A fence of backticks has none behind it: that would be a code span.
    let rest = content.get(length..).unwrap_or("");
    (length >= 3 && !(first == '`' && rest.contains('`'))).then_some((first, length))
}

/// The text and level of `## Heading ##`.
pub(crate) fn atx_heading(content: &str) -> Option<(String, u8)> {
    let level = run(content, '#');
    if !(1..=6).contains(&level) {
        return None;
    }
    let text = content.get(level..)?;
    if !text.is_empty() && !starts_with_any(text, " \t") {
        return None;
    }
    let text = text.trim();
    let stripped = text.trim_end_matches('#');
    let text = if stripped.is_empty() || stripped.ends_with(' ') {
        stripped
    } else {
        text
    };
    Some((
        inline::reduce(without_attributes(text)),
        u8::try_from(level).unwrap_or(6),
    ))
}

/// A heading without the attributes that some dialects put behind it: `Errors {#errors .section}`.
fn without_attributes(text: &str) -> &str {
    let trimmed = text.trim_end();
    match trimmed
        .strip_suffix('}')
        .and_then(|inner| inner.rsplit_once('{'))
    {
        Some((before, inner)) if starts_with_any(inner, "#.: ") || inner.contains('=') => {
            before.trim_end()
        }
        _ => text,
    }
}

/// The text and level of `<h2>Heading</h2>` on one line.
fn html_heading(content: &str) -> Option<(String, u8)> {
    let level = content
        .strip_prefix("<h")
        .or_else(|| content.strip_prefix("<H"))?
        .chars()
        .next()?;
    let level = level.to_digit(10).filter(|level| (1..=6).contains(level))?;
    Some((inline::reduce(content), u8::try_from(level).unwrap_or(6)))
}

/// Where a line holds the tag that begins an HTML table, or a row that stands outside of any.
fn find_table_tag(content: &str) -> Option<usize> {
    let mut in_code = false;
    content.bytes().enumerate().find_map(|(at, byte)| {
        in_code ^= byte == b'`';
        if byte != b'<' {
            return None;
        }
        let rest = content.get(at + 1..).unwrap_or("");
        let is_tag = |name: &str| {
            let ends = rest
                .as_bytes()
                .get(name.len())
                .is_none_or(|byte| byte.is_ascii_whitespace() || *byte == b'>');
            ends && rest
                .get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        (!in_code && (is_tag("table") || is_tag("tr") || is_tag("td"))).then_some(at)
    })
}

/// Whether a line begins an HTML block, which ends a pipe table.
pub(crate) fn is_html_block(content: &str) -> bool {
    matches!(tokens::Tokens::new(content, 0).next(), Some((_, tokens::Token::Open { name, .. } | tokens::Token::Close(name)))
        if ["table", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "section", "details", "aside", "hr", "pre"]
            .iter().any(|block| name.eq_ignore_ascii_case(block)))
}
