//! Reads the headings, the pipe tables and the HTML tables of Markdown.

mod blocks;
mod code_list;
mod definition;
mod html_block;
pub(crate) mod inline;
mod pipe;

use self::{
    blocks::{Containers, Place},
    inline::Labels,
};
use crate::{
    error::{DocError, Position},
    html::{self, Cursor, tag::Tag},
    message,
    table::{Document, Shown, Table},
    text::{self, run, starts_with_any},
};

/// Finds the headings and tables of a document.
pub(crate) fn parse(text: &str) -> Document {
    let mut scanner = Scanner::new(text, Labels::new());
    scanner.scan();
    if scanner.found.is_empty() {
        return scanner.document;
    }
    // Links are known only after the first scan, because definitions may follow their uses.
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
    /// Whether the rest of the document has no end of an MDX comment.
    has_no_comment_end: bool,
    /// The line after the last pipe table.
    table_end: usize,
    containers: Containers,
    /// The lines of the open paragraph, and where the text begins in each.
    paragraph: Vec<(usize, usize)>,
    /// The labels of link reference definitions: those from the first scan, and those found in this scan.
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
        for line in &lines {
            starts.push(offset);
            offset += line.len();
            let end = text.get(offset..).unwrap_or("");
            offset += if end.starts_with('\r') { 2 } else { 1 };
        }
        Scanner {
            text,
            lines,
            starts,
            at: 0,
            cursor: Cursor::new(text),
            document: Document::default(),
            has_no_comment_end: false,
            table_end: usize::MAX,
            containers: Containers::default(),
            paragraph: Vec::new(),
            labels,
            found: Labels::new(),
        }
    }

    fn scan(&mut self) {
        self.skip_front_matter();
        while self.lines.get(self.at).is_some() {
            self.step();
        }
        self.end_paragraph();
    }

    fn line(&self, index: usize) -> &'a str {
        self.lines.get(index).copied().unwrap_or("")
    }

    /// The offset of a line; after the last line, the end of the text.
    fn start(&self, line: usize) -> usize {
        let start = self.starts.get(line).copied();
        start.unwrap_or(self.text.len())
    }

    fn offset(&self, place: Place) -> usize {
        self.starts.get(self.at).copied().unwrap_or(0) + place.byte
    }

    fn reduce(&self, text: &str) -> Shown {
        inline::reduce(text, &self.labels)
    }

    /// Skips metadata between two `---` at the top of the document.
    fn skip_front_matter(&mut self) {
        if self.line(0).trim_end() != "---" || self.line(1).trim().is_empty() {
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
            self.end_paragraph();
            self.containers.close_to(matched);
            self.at += 1;
            return;
        }
        let is_inside = matched == self.containers.depth();
        let goes_on = in_paragraph
            && !is_inside
            && !blocks::begins_container(line, place, false)
            && (place.indent(line) > 3
                || !self.begins_block(self.at, matched, place.content(line).rest(line)));
        if goes_on {
            if !self.html_in_text(place) {
                self.continue_paragraph(place);
            }
            return;
        }
        if !is_inside {
            self.end_paragraph();
            self.containers.close_to(matched);
        }
        let in_paragraph = !self.paragraph.is_empty();
        let depth = self.containers.depth();
        // A row of `-` below a paragraph makes it a heading. It does not begin a list or draw a line there.
        if in_paragraph
            && place.indent(line) <= 3
            && let Some(level) = blocks::setext_level(place.rest(line))
            && self.end_heading(level)
        {
            return;
        }
        let place = self.containers.enter(line, place, in_paragraph);
        if self.containers.depth() > depth {
            self.end_paragraph();
            self.document.push_listed(place.rest(line), || {
                text::position(self.at, line, place.byte)
            });
        }
        if let Some(title) = blocks::admonition(line.trim_start()) {
            self.document.above = title.to_owned();
        }
        self.leaf(place);
    }

    /// Reads the block that begins at a place of the current line, after the marks of its containers.
    fn leaf(&mut self, place: Place) {
        let line = self.line(self.at);
        let in_paragraph = !self.paragraph.is_empty();
        let is_indented = place.indent(line) > 3;
        let place = place.content(line);
        if is_indented {
            if !in_paragraph {
                // Code by its indentation.
                self.at += 1;
            } else if !self.html_in_text(place) {
                self.continue_paragraph(place);
            }
            return;
        }
        let content = place.rest(line);
        if content.trim().is_empty() {
            self.at += 1;
            return;
        }
        if self.comment(place) {
            self.end_paragraph();
        } else if let Some(fence) = fence(content) {
            self.end_paragraph();
            self.skip_fenced(place, &fence);
        } else if let Some((text, level)) = atx_heading(content) {
            self.end_paragraph();
            let is_code = is_code_span(text);
            let text = self.reduce(text).text;
            self.push_heading(text, level, is_code, self.at, place.byte);
            self.at += 1;
        } else if blocks::is_thematic_break(content) {
            self.end_paragraph();
            self.at += 1;
        } else if let Some(end) = html_block::begins(content, in_paragraph) {
            self.end_paragraph();
            self.html(place, end);
        } else if self.table(place) || (!in_paragraph && self.code_list(place)) {
            // They have taken their lines.
        } else if !self.html_in_text(place) {
            self.continue_paragraph(place);
        }
    }

    /// Reads the HTML table or heading that begins within the text of the current line.
    fn html_in_text(&mut self, place: Place) -> bool {
        let Some(at) = find_tag(place.rest(self.line(self.at))) else {
            return false;
        };
        self.end_paragraph();
        let offset = self.offset(place) + at;
        self.at += 1;
        self.html_from(offset, self.start(self.at));
        true
    }

    /// Whether the text of a line, which is in the outermost `depth` of the open containers, begins a block that ends a paragraph.
    fn begins_block(&self, index: usize, depth: usize, content: &str) -> bool {
        let next = self.line(index + 1);
        let (_, below) = self.containers.matching_within(depth, next);
        let next = match below.indent(next) {
            0..=3 => below.content(next).rest(next),
            _ => "",
        };
        begins_leaf(content) || pipe::may_begin(content, next)
    }

    /// Takes the current line into the paragraph.
    fn continue_paragraph(&mut self, place: Place) {
        let place = place.content(self.line(self.at));
        self.paragraph.push((self.at, place.byte));
        self.at += 1;
    }

    fn paragraph_text(&self) -> String {
        let mut text = String::new();
        for (line, byte) in &self.paragraph {
            text.push_str(self.line(*line).get(*byte..).unwrap_or(""));
            text.push('\n');
        }
        text
    }

    /// Ends the paragraph, which may contain link definitions.
    fn end_paragraph(&mut self) {
        let first = self.paragraph.first();
        let defines = first.is_some_and(|(line, byte)| {
            self.line(*line)
                .get(*byte..)
                .is_some_and(|text| text.starts_with('['))
        });
        if defines {
            definition::take(&self.paragraph_text(), &mut self.found);
        }
        let first = first.map(|(line, _)| *line);
        if first.is_some() && self.document.is_undescribed() {
            let below = self.reduce(&self.paragraph_text()).text;
            self.document.describe_heading(below);
        }
        if first.is_some() {
            self.document.above.clear();
        }
        // A long paragraph is not even copied.
        if let Some(first) = first
            && self.paragraph.len() <= LONGEST_ABOVE
            && let text = self.paragraph_text()
            && text.len() <= LONGEST_ABOVE
        {
            self.document.above = self.reduce(&text).text;
            // The caption of a table stands below it in Pandoc's dialect.
            let follows = first > self.table_end
                && (self.table_end..first).all(|line| self.line(line).trim().is_empty());
            let caption = [": ", "Table: "]
                .iter()
                .find_map(|mark| text.strip_prefix(mark));
            if let Some(caption) = caption.filter(|_| follows) {
                let caption = self.reduce(caption).text;
                if let Some(table) = self.document.tables.last_mut() {
                    table.caption = caption;
                }
            }
        }
        self.paragraph.clear();
    }

    /// Makes the paragraph a heading. Returns `false` if it has only definitions.
    fn end_heading(&mut self, level: u8) -> bool {
        let text = self.paragraph_text();
        let text = definition::take(&text, &mut self.found).trim_end();
        if text.is_empty() {
            return false;
        }
        let text = without_attributes(text);
        let is_code = is_code_span(text);
        let text = self.reduce(text).text;
        let (line, byte) = self.paragraph.first().copied().unwrap_or((self.at, 0));
        self.paragraph.clear();
        self.push_heading(text, level, is_code, line, byte);
        self.at += 1;
        true
    }

    fn push_heading(&mut self, text: String, level: u8, is_code: bool, line: usize, byte: usize) {
        let position = text::position(line, self.line(line), byte);
        self.document.push_heading(text, level, is_code, position);
    }

    /// Skips an MDX comment, `{/* … */}`, that begins at a place of the current line.
    fn comment(&mut self, place: Place) -> bool {
        let line = self.line(self.at);
        if !place.rest(line).starts_with("{/*") || self.has_no_comment_end {
            return false;
        }
        let rest = self.lines.iter().skip(self.at);
        let Some(count) = rest.clone().position(|line| line.contains("*/}")) else {
            self.has_no_comment_end = true;
            return false;
        };
        let mut rest = rest.take(count + 1);
        if rest.any(|line| line.contains('|') || line.contains("<t")) {
            let position = text::position(self.at, line, place.byte);
            self.document.remarks.push(message::comment(position));
        }
        self.at += count + 1;
        true
    }

    fn skip_fenced(&mut self, place: Place, fence: &Fence) {
        let line = self.line(self.at);
        let position = text::position(self.at, line, place.byte);
        self.at += 1;
        // The end of the page ends a quote, as an empty line does.
        while self.at <= self.lines.len() {
            let line = self.line(self.at);
            let (matched, place) = self.containers.matching(line);
            // A fence ends with the quote or the list item that it is in.
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
        let begin = line.get(place.byte..).unwrap_or("");
        self.document
            .remarks
            .push(message::unclosed(position, begin));
    }

    /// Reads the HTML block that begins at a place of the current line.
    fn html(&mut self, place: Place, end: html_block::End) {
        let first = self.at;
        let from = self.offset(place);
        let mut place = place;
        loop {
            let line = self.line(self.at);
            let content = place.content(line).rest(line);
            let may_hold = self.at > first && matches!(end, html_block::End::Blank);
            if may_hold {
                self.refuse_table(place, message::pipe_in_html);
            }
            let ends = match end {
                html_block::End::Mark(marks) => marks
                    .iter()
                    .any(|mark| contains_ignoring_case(content, mark)),
                html_block::End::Blank => false,
            };
            self.at += 1;
            if ends || self.at >= self.lines.len() {
                break;
            }
            let line = self.line(self.at);
            let (matched, next) = self.containers.matching(line);
            let is_blank = next.rest(line).trim().is_empty();
            if matched < self.containers.depth()
                || (is_blank && matches!(end, html_block::End::Blank))
            {
                break;
            }
            place = next;
        }
        let to = self.start(self.at);
        self.html_from(from, to);
    }

    /// Reads the HTML between two offsets, and on to the end of a table that is open at the second.
    fn html_from(&mut self, mut from: usize, mut to: usize) {
        loop {
            // Moved out of `self`, because `limit` borrows `self`.
            let mut document = std::mem::take(&mut self.document);
            let mut cursor = self.cursor.clone();
            let limit = || self.containers_end();
            let piece = html::Piece {
                from,
                to,
                quotes: self.containers.quotes(),
                limit: &limit,
            };
            let tables = document.tables.len();
            let end = html::within_markdown(&mut cursor, &piece, &mut document);
            let holds_table = document.tables.len() > tables;
            self.document = document;
            self.cursor = cursor;
            if end <= to {
                return;
            }
            // The line on which the open table or element ends may begin another block, or be part of a paragraph.
            let first = self.starts.partition_point(|start| *start < to);
            self.at = self.starts.partition_point(|start| *start < end);
            if holds_table {
                self.swallowed(first);
            }
            let last = self.line(self.at.saturating_sub(1));
            let (matched, place) = self.containers.matching(last);
            self.containers.close_to(matched);
            let content = place.content(last).rest(last);
            // Within a paragraph, fewer tags begin a block.
            let above = self.at.checked_sub(2).map_or("", |above| self.line(above));
            let above = self.containers.matching(above).1.content(above).rest(above);
            let in_paragraph = !above.trim().is_empty() && !begins_leaf(above);
            if !matches!(
                html_block::begins(content, in_paragraph),
                Some(html_block::End::Blank)
            ) {
                return;
            }
            let is_text = |line: &&&str| {
                let (matched, place) = self.containers.matching(line);
                matched == self.containers.depth() && !place.rest(line).trim().is_empty()
            };
            let more = self.lines.iter().skip(self.at).take_while(is_text).count();
            self.at += more;
            from = end;
            to = self.start(self.at);
        }
    }

    /// Keeps the pipe tables between a line and the current one, which an HTML table holds, as broken ones.
    fn swallowed(&mut self, first: usize) {
        let end = std::mem::replace(&mut self.at, first);
        while self.at < end {
            let (_, place) = self.containers.matching(self.line(self.at));
            self.at += self.refuse_table(place, message::pipe_in_table).max(1);
        }
        self.at = end;
    }

    /// Keeps the pipe table at a place of the current line, which is inside HTML, as a broken one. Returns its number of lines.
    fn refuse_table(&mut self, place: Place, flaw: fn(Position, &str) -> DocError) -> usize {
        if !self.is_table(place) {
            return 0;
        }
        let line = self.line(self.at);
        let place = place.content(line);
        let Some((mut table, rows)) = self.pipe_table(place) else {
            return 0;
        };
        let position = text::position(self.at, line, place.byte);
        table
            .flaws
            .insert(0, flaw(position, place.rest(line).trim()));
        self.document.push_table(table);
        rows
    }

    /// The offset of the first line, at or after the current one, that is outside of the open containers.
    fn containers_end(&self) -> usize {
        if self.containers.depth() == 0 {
            return self.text.len();
        }
        let is_inside = |line: &&&str| self.containers.matching(line).0 == self.containers.depth();
        let lines = self.lines.iter().skip(self.at).take_while(is_inside);
        self.start(self.at + lines.count())
    }

    /// Whether a table begins at a place of the current line.
    fn is_table(&self, place: Place) -> bool {
        let line = self.line(self.at);
        let next = self.line(self.at + 1);
        let (_, below) = self.containers.matching(next);
        pipe::is_head(
            place.content(line).rest(line),
            below.content(next).rest(next),
        )
    }

    fn table(&mut self, place: Place) -> bool {
        let Some((table, rows)) = self.pipe_table(place) else {
            return false;
        };
        self.end_paragraph();
        self.document.push_table(table);
        self.at += rows;
        self.table_end = self.at;
        true
    }

    /// Reads the definition list of codes that begins at a place of the current line.
    fn code_list(&mut self, place: Place) -> bool {
        let first = self.at;
        let row = |index: usize| {
            if index == first {
                return Some((self.line(index), place.byte));
            }
            let (line, place) = self.inside(index)?;
            let content = place.content(line);
            let begins_other = place.indent(line) <= 3
                && (blocks::begins_container(line, content, false)
                    || self.begins_block(index, self.containers.depth(), content.rest(line)));
            (!begins_other).then_some((line, place.byte))
        };
        let lines = code_list::Lines {
            first,
            row: &row,
            labels: &self.labels,
        };
        let Some((table, count)) = code_list::parse(&lines) else {
            return false;
        };
        self.document.push_table(table);
        self.at += count;
        true
    }

    /// A line, if it is in all open containers, and the offset after their marks.
    fn inside(&self, index: usize) -> Option<(&'a str, Place)> {
        let line = *self.lines.get(index)?;
        let (matched, place) = self.containers.matching(line);
        (matched == self.containers.depth()).then_some((line, place))
    }

    /// The pipe table that begins at a place of the current line, and how many lines it has.
    fn pipe_table(&self, place: Place) -> Option<(Table, usize)> {
        let first = self.at;
        let row = |index: usize| {
            if index == first {
                return Some((self.line(index), place.byte));
            }
            let (line, place) = self.inside(index)?;
            let goes_on = match index - first {
                1 => place.indent(line) <= 3,
                _ => !begins_other(line, place.content(line)),
            };
            goes_on.then(|| (line, place.content(line).byte))
        };
        let rows = pipe::Lines {
            first,
            count: self.lines.len(),
            row: &row,
            labels: &self.labels,
        };
        pipe::parse(&rows).or_else(|| pipe::fragment(&rows))
    }
}

/// The longest paragraph that may describe a table beside it, in bytes.
const LONGEST_ABOVE: usize = 512;

/// Whether a text is one code span.
fn is_code_span(text: &str) -> bool {
    let inner = text
        .trim()
        .strip_prefix('`')
        .and_then(|text| text.strip_suffix('`'));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains('`'))
}

/// The mark and length of a code fence.
fn fence(content: &str) -> Option<Fence> {
    let mark = content
        .chars()
        .next()
        .filter(|character| matches!(character, '`' | '~'))?;
    let length = run(content, mark);
    // With another backtick after it on the line, it would be a code span.
    let rest = content.get(length..).unwrap_or("");
    (length >= 3 && !(mark == '`' && rest.contains('`'))).then_some(Fence { mark, length })
}

/// The text of `## Heading ##`, with its inline markup, and its level.
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
    let text = if stripped.is_empty() || text::ends_with_any(stripped, " \t") {
        stripped
    } else {
        text
    };
    Some((without_attributes(text), u8::try_from(level).unwrap_or(6)))
}

/// A heading without the attributes that some dialects put after it: `Errors {#errors .section}`.
fn without_attributes(text: &str) -> &str {
    let trimmed = text.trim_end();
    match trimmed
        .strip_suffix('}')
        .and_then(|inner| inner.rsplit_once('{'))
    {
        Some((before, inner))
            if !before.ends_with('\\')
                && (starts_with_any(inner, "#.: ") || inner.contains('='))
                && !text::contains_any(inner, "<>") =>
        {
            before.trim_end()
        }
        _ => text,
    }
}

/// Whether a block other than a table begins at a place of a line.
fn begins_other(line: &str, place: Place) -> bool {
    let content = place.content(line).rest(line);
    blocks::begins_container(line, place, false) || begins_leaf(content)
}

/// Whether a text begins a block that cannot contain others.
fn begins_leaf(content: &str) -> bool {
    fence(content).is_some()
        || atx_heading(content).is_some()
        || blocks::is_thematic_break(content)
        || html_block::begins(content, true).is_some()
}

/// The offset of a tag that begins an HTML table or a heading, or hides its content from some readers. Tags in code and in
/// targets of links do not count.
fn find_tag(content: &str) -> Option<usize> {
    // Most lines have no tag.
    if !content.contains('<') {
        return None;
    }
    // The target of a definition may be in angle brackets, which is not a tag.
    if content.starts_with('[') && content.contains("]:") {
        return None;
    }
    let mut at = 0;
    let mut no_code = 0;
    let mut targets = 0;
    loop {
        let is_mark = |byte| matches!(byte, b'\\' | b'`' | b'(' | b'<');
        at += text::find_mark(content.get(at..)?, is_mark);
        let rest = content.get(at..)?;
        let after = rest.get(1..)?;
        at += match rest.as_bytes().first()? {
            b'\\' => 1 + usize::from(starts_with_any(after, "\\`(<")),
            b'`' => {
                let run = run(rest, '`');
                let code = inline::code_length(rest.get(run..)?, run, &mut no_code);
                run + code.map_or(0, |length| length + run)
            }
            b'(' if targets < MOST_TARGETS && content.get(..at)?.ends_with(']') => {
                targets += 1;
                // An element in parentheses is named, not used.
                let named = 1 + usize::from(after.starts_with('<'));
                inline::short_target(rest).unwrap_or(named)
            }
            b'(' if after.starts_with('<') => 2,
            b'<' if begins_other_html(after) => return Some(at),
            _ => 1,
        };
    }
}

/// How many targets of links one line may have before tags in further ones count. It keeps the work linear.
const MOST_TARGETS: usize = 64;

/// Whether the text behind a `<` is the rest of a tag that [`find_tag`] finds.
fn begins_other_html(tag: &str) -> bool {
    use html::tag::Element::{Heading, Noscript, Script, Style, Table, Td, Textarea, Tr, Xmp};
    let length = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (Some(name), Some(rest)) = (tag.get(..length), tag.get(length..)) else {
        return false;
    };
    let ends = rest.is_empty() || starts_with_any(rest, " \t\r/>");
    let matters = || {
        let tag = Tag::new(name);
        matches!(
            tag.element,
            Table | Tr | Td | Heading | Xmp | Script | Style | Textarea | Noscript
        ) || html::effects(tag, attributes(rest)).hides
    };
    !name.is_empty() && ends && matters()
}

/// The longest tag whose attributes are checked for hiding, in bytes.
const LONGEST_TAG: usize = 512;

/// The attributes that follow the name of an element.
fn attributes(rest: &str) -> &str {
    let end = text::find_within(rest, b'>', LONGEST_TAG);
    end.and_then(|end| rest.get(..end)).unwrap_or("")
}

fn contains_ignoring_case(text: &str, mark: &str) -> bool {
    let (text, mark) = (text.as_bytes(), mark.as_bytes());
    text.windows(mark.len())
        .any(|window| window.eq_ignore_ascii_case(mark))
}
