//! Markdown: its headings, its pipe tables, and the HTML tables in it.

mod blocks;
pub(crate) mod inline;
mod pipe;

use self::{
    blocks::{Containers, Place},
    inline::Labels,
};
use crate::{
    html::{self, Cursor, tokens},
    table::{Document, Shown},
    text::{self, run, starts_with_any},
};

/// Finds the headings and tables of a document.
pub(crate) fn parse(text: &str) -> Document {
    let mut scanner = Scanner::new(text, Labels::new());
    scanner.scan();
    if scanner.found.is_empty() {
        return scanner.document;
    }
    // What is a link is known only at the end of the document.
    let mut scanner = Scanner::new(text, scanner.found);
    scanner.scan();
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
    containers: Containers,
    /// The lines of the paragraph that is open, and where its text begins in each.
    paragraph: Vec<(usize, usize)>,
    /// The labels of link reference definitions: those known from a first scan, and those found in this one.
    labels: Labels,
    found: Labels,
}

/// A code fence: its mark and its length.
struct Fence {
    mark: char,
    length: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str, labels: Labels) -> Self {
        let lines = text::lines(text);
        let mut starts = Vec::with_capacity(lines.len());
        let mut offset = 0;
        for line in text.split('\n') {
            starts.push(offset);
            offset += line.len() + 1;
        }
        Scanner {
            text,
            lines,
            starts,
            at: 0,
            cursor: Cursor::new(text),
            document: Document::default(),
            containers: Containers::default(),
            paragraph: Vec::new(),
            labels,
            found: Labels::new(),
        }
    }

    fn scan(&mut self) {
        self.skip_front_matter();
        while self.at < self.lines.len() {
            self.step();
        }
    }

    fn line(&self, index: usize) -> &'a str {
        self.lines.get(index).copied().unwrap_or("")
    }

    fn offset(&self, place: Place) -> usize {
        self.starts.get(self.at).copied().unwrap_or(0) + place.byte
    }

    fn reduce(&self, text: &str) -> Shown {
        inline::reduce(text, &self.labels)
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
        let (matched, place) = self.containers.matching(line);
        let in_paragraph = !self.paragraph.is_empty();
        if place.rest(line).trim().is_empty() {
            if matched < self.containers.depth() {
                self.containers.close_to(matched);
            }
            self.paragraph.clear();
            self.at += 1;
            return;
        }
        let is_inside = matched == self.containers.depth();
        let goes_on = in_paragraph
            && !is_inside
            && !blocks::begins_container(line, place, true)
            && !self.begins_block(place.content(line).rest(line));
        if goes_on {
            self.continue_paragraph(place);
            return;
        }
        if !is_inside {
            self.containers.close_to(matched);
            self.paragraph.clear();
        }
        let in_paragraph = !self.paragraph.is_empty();
        let depth = self.containers.depth();
        // A row of `-` below a paragraph makes it a heading, before it makes a list or a line.
        if in_paragraph
            && place.indent(line) <= 3
            && let Some(level) = blocks::setext_level(place.rest(line))
        {
            self.end_heading(level);
            return;
        }
        let place = self.containers.enter(line, place, in_paragraph);
        if self.containers.depth() > depth {
            self.paragraph.clear();
        }
        self.leaf(place);
    }

    /// Reads the block that begins at a place of the current line, behind the marks of its containers.
    fn leaf(&mut self, place: Place) {
        let line = self.line(self.at);
        let in_paragraph = !self.paragraph.is_empty();
        if place.indent(line) > 3 {
            if in_paragraph {
                self.continue_paragraph(place);
            } else {
                // Code by its indentation.
                self.at += 1;
            }
            return;
        }
        let place = place.content(line);
        let content = place.rest(line);
        if content.trim().is_empty() {
            self.at += 1;
            return;
        }
        if let Some(fence) = fence(content) {
            self.paragraph.clear();
            self.skip_fenced(&fence);
        } else if let Some((text, level)) = atx_heading(content) {
            self.paragraph.clear();
            let text = self.reduce(text).text;
            self.push_heading(text, level, self.at, place.byte);
            self.at += 1;
        } else if blocks::is_thematic_break(content) {
            self.paragraph.clear();
            self.at += 1;
        } else if self.html(place) || self.table(place) {
            self.paragraph.clear();
        } else {
            self.continue_paragraph(place);
        }
    }

    /// Whether a text begins a block that ends a paragraph.
    fn begins_block(&self, content: &str) -> bool {
        fence(content).is_some()
            || atx_heading(content).is_some()
            || blocks::is_thematic_break(content)
            || (content.contains('<') && begins_html(content))
            || pipe::may_begin(content, self.line(self.at + 1))
    }

    /// Takes the current line into the paragraph.
    fn continue_paragraph(&mut self, place: Place) {
        let line = self.line(self.at);
        let place = place.content(line);
        if self.paragraph.is_empty()
            && let Some(label) = definition(place.rest(line))
        {
            self.found.insert(label);
            self.at += 1;
            return;
        }
        self.paragraph.push((self.at, place.byte));
        self.at += 1;
    }

    /// Makes the paragraph a heading.
    fn end_heading(&mut self, level: u8) {
        let mut text = String::new();
        let lines = std::mem::take(&mut self.paragraph);
        let (first, start) = lines.first().copied().unwrap_or((self.at, 0));
        for (line, byte) in lines {
            text.push_str(self.line(line).get(byte..).unwrap_or(""));
            text.push('\n');
        }
        let text = self.reduce(without_attributes(text.trim_end())).text;
        self.push_heading(text, level, first, start);
        self.at += 1;
    }

    fn push_heading(&mut self, text: String, level: u8, line: usize, byte: usize) {
        let position = text::position(line, self.line(line), byte);
        self.document.push_heading(text, level, position);
    }

    fn skip_fenced(&mut self, fence: &Fence) {
        self.at += 1;
        while self.at < self.lines.len() {
            let line = self.line(self.at);
            let (matched, place) = self.containers.matching(line);
            // A fence ends with the quote or the list item that it stands in.
            if matched < self.containers.depth() {
                return;
            }
            self.at += 1;
            let content = place.content(line).rest(line).trim_end();
            let marks = run(content, fence.mark);
            if place.indent(line) <= 3 && marks >= fence.length && marks == content.len() {
                return;
            }
        }
    }

    /// Reads the HTML of the line, if it holds any that matters: a table, a heading, or what hides others.
    fn html(&mut self, place: Place) -> bool {
        let content = place.rest(self.line(self.at));
        if !content.contains('<') || !begins_html(content) {
            return false;
        }
        if let Some((text, level)) = html_heading(content) {
            let text = self.reduce(text).text;
            self.push_heading(text, level, self.at, place.byte);
            self.at += 1;
            return true;
        }
        let mut from = self.offset(place);
        loop {
            let next = self.starts.partition_point(|start| *start <= from);
            self.at = next.max(self.at);
            let end = self.starts.get(next).copied().unwrap_or(self.text.len());
            let tag = self.text.get(from..end).and_then(find_block_tag);
            let Some(at) = tag.map(|at| from + at) else {
                return true;
            };
            let mut found = tokens::Tokens::new(self.text, at);
            from = match found.next() {
                Some((_, tokens::Token::Open { name, attributes }))
                    if html::is_hidden(name, attributes) =>
                {
                    html::hidden_end(self.text, at)
                }
                Some((_, tokens::Token::Open { name, .. })) if is_table_part(name) => {
                    html::table_in_markdown(&mut self.cursor, at, &mut self.document)
                }
                _ => found.at,
            };
            from = from.max(at + 1);
        }
    }

    fn table(&mut self, place: Place) -> bool {
        let first = self.at;
        let row = |index: usize| {
            let line = *self.lines.get(index)?;
            if index == first {
                return Some((line, place.byte));
            }
            let (matched, place) = self.containers.matching(line);
            (matched == self.containers.depth()).then(|| (line, place.content(line).byte))
        };
        let rows = pipe::Lines {
            first,
            count: self.lines.len(),
            row: &row,
            labels: &self.labels,
        };
        let Some((table, rows)) = pipe::parse(&rows).or_else(|| pipe::fragment(&rows)) else {
            return false;
        };
        self.document.push_table(table);
        self.at += rows;
        true
    }
}

/// The mark and length of a code fence.
fn fence(content: &str) -> Option<Fence> {
    let mark = content
        .chars()
        .next()
        .filter(|character| matches!(character, '`' | '~'))?;
    let length = run(content, mark);
    // A fence of backticks has none behind it: that would be a code span.
    let rest = content.get(length..).unwrap_or("");
    (length >= 3 && !(mark == '`' && rest.contains('`'))).then_some(Fence { mark, length })
}

/// The text and level of `## Heading ##`, its inline markup as it is.
fn atx_heading(content: &str) -> Option<(&str, u8)> {
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
    let text = if stripped.is_empty() || stripped.ends_with([' ', '\t']) {
        stripped
    } else {
        text
    };
    Some((without_attributes(text), u8::try_from(level).unwrap_or(6)))
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
fn html_heading(content: &str) -> Option<(&str, u8)> {
    let level = content
        .strip_prefix("<h")
        .or_else(|| content.strip_prefix("<H"))?
        .chars()
        .next()?;
    let level = level.to_digit(10).filter(|level| (1..=6).contains(level))?;
    Some((content, u8::try_from(level).unwrap_or(6)))
}

/// The label of a link reference definition: `[label]: target`.
fn definition(content: &str) -> Option<String> {
    let inner = content.strip_prefix('[')?;
    let mut escaped = false;
    let end = inner.bytes().take(1000).position(|byte| {
        let ends = !escaped && matches!(byte, b']' | b'[');
        escaped = byte == b'\\' && !escaped;
        ends
    })?;
    let target = inner.get(end..)?.strip_prefix("]:")?;
    let label = inner.get(..end)?;
    let is_label = !label.trim().is_empty() && !label.starts_with('^');
    (is_label && !target.trim().is_empty()).then(|| inline::label(label))
}

/// Whether a line begins HTML that is looked at: a comment, a heading, a table or something hidden.
fn begins_html(content: &str) -> bool {
    html_heading(content).is_some() || find_block_tag(content).is_some()
}

/// Where a line holds a tag that begins an HTML table, or that hides what follows.
fn find_block_tag(content: &str) -> Option<usize> {
    let mut in_code = false;
    content.bytes().enumerate().find_map(|(at, byte)| {
        in_code ^= byte == b'`';
        if byte != b'<' || in_code {
            return None;
        }
        let rest = content.get(at + 1..).unwrap_or("");
        if rest.starts_with("!--") {
            return Some(at);
        }
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = rest.get(..length).filter(|name| !name.is_empty())?;
        let is_mine = is_table_part(name)
            || RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw))
            || hides(name, rest.get(length..).unwrap_or(""));
        is_mine.then_some(at)
    })
}

/// The longest tag that is looked at for what hides, in bytes.
const LONGEST_TAG: usize = 512;

/// Elements whose content is no Markdown and no table.
const RAW: [&str; 5] = ["script", "style", "textarea", "template", "xmp"];

fn is_table_part(name: &str) -> bool {
    ["table", "tr", "td"]
        .iter()
        .any(|part| name.eq_ignore_ascii_case(part))
}

fn hides(name: &str, rest: &str) -> bool {
    let end = text::find_within(rest, b'>', LONGEST_TAG);
    html::is_hidden(name, end.and_then(|end| rest.get(..end)).unwrap_or(""))
}

/// Whether a line begins an HTML block, which ends a pipe table.
fn is_html_block(content: &str) -> bool {
    matches!(tokens::Tokens::new(content, 0).next(), Some((_, tokens::Token::Open { name, .. } | tokens::Token::Close(name)))
        if ["table", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "section", "details", "aside", "hr", "pre"]
            .iter().any(|block| name.eq_ignore_ascii_case(block)))
}
