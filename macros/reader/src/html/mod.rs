//! HTML: its headings and tables, with row and column spans, in a page or within Markdown.

pub(crate) mod entities;
mod hidden;
mod table;
pub(crate) mod tokens;

pub(crate) use self::hidden::{hidden_end, is_hidden, strikes};
use self::{
    entities::Dialect,
    hidden::Hidden,
    table::OpenTable,
    tokens::{Token, Tokens},
};
use crate::{
    error::Position,
    message,
    table::{Document, Table},
    text::{fold, place, trim_end_any},
};

/// Tables within tables deeper than this are not told apart.
const MAX_DEPTH: usize = 12;

/// Finds the headings and tables of an HTML page.
pub(crate) fn parse(text: &str) -> Document {
    let mut document = Document::default();
    read(text, Builder::new(Cursor::new(text), &mut document, false));
    document
}

/// Reads one HTML table within Markdown, from its `<table` to its `</table>`; returns where it ends.
///
/// The cursor goes with it, so that a document of many tables is still read once.
pub(crate) fn table_in_markdown(
    cursor: &mut Cursor<'_>,
    offset: usize,
    document: &mut Document,
) -> usize {
    let mut tokens = Tokens::new(cursor.text, offset);
    let mut builder = Builder::new(cursor.clone(), document, true);
    for (at, token) in tokens.by_ref() {
        builder.token(at, token);
        if builder.open.is_empty() {
            break;
        }
    }
    builder.finish();
    *cursor = builder.cursor;
    tokens.at
}

/// Finds the tables of HTML that stands within another document, from a line of it, counted from 0.
pub(crate) fn tables_from_line(text: &str, line: usize) -> Vec<Table> {
    let mut document = Document::default();
    let mut cursor = Cursor::new(text);
    cursor.position = place(line, 0);
    read(text, Builder::new(cursor, &mut document, false));
    document.tables
}

fn read(text: &str, mut builder: Builder<'_, '_>) {
    for (offset, token) in Tokens::new(text, 0) {
        builder.token(offset, token);
    }
    builder.finish();
}

/// Turns rising byte offsets into positions, looking at each byte once.
#[derive(Clone)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Cursor {
            text,
            offset: 0,
            position: Position { line: 1, column: 1 },
        }
    }

    fn advance(&mut self, offset: usize) -> Position {
        for character in self.text.get(self.offset..offset).unwrap_or("").chars() {
            if character == '\n' {
                self.position = Position {
                    line: self.position.line + 1,
                    column: 1,
                };
            } else {
                self.position.column += 1;
            }
        }
        self.offset = self.offset.max(offset);
        self.position
    }
}

struct Builder<'a, 'd> {
    cursor: Cursor<'a>,
    document: &'d mut Document,
    markdown: bool,
    /// The tables that are open, outermost first.
    open: Vec<OpenTable>,
    /// Tables beyond the depth that are open.
    ignored: usize,
    /// An open heading: its level and its text so far.
    heading: Option<(u8, String)>,
    /// The hidden element that is open.
    hidden: Option<Hidden>,
}

impl<'a, 'd> Builder<'a, 'd> {
    fn new(cursor: Cursor<'a>, document: &'d mut Document, markdown: bool) -> Self {
        Builder {
            cursor,
            document,
            markdown,
            open: Vec::new(),
            ignored: 0,
            heading: None,
            hidden: None,
        }
    }

    fn token(&mut self, offset: usize, token: Token<'_>) {
        if let Some(hidden) = &mut self.hidden {
            let is_read = hidden.pass(token);
            if hidden.has_ended() {
                self.hidden = None;
            }
            if !is_read {
                return;
            }
        }
        match token {
            Token::Text(text) => self.text(offset, text),
            Token::Open { name, attributes } if is_hidden(name, attributes) => {
                self.hide(offset, name);
            }
            Token::Open { name, attributes } => {
                self.open_tag(offset, &name.to_ascii_lowercase(), attributes);
            }
            Token::Close(name) => self.close_tag(&name.to_ascii_lowercase()),
            Token::Nothing => {}
        }
    }

    fn text(&mut self, offset: usize, text: &str) {
        if let Some(table) = self.open.last_mut() {
            if let Some(caption) = &mut table.caption {
                entities::decode_into(caption, text, Dialect::Html);
            } else if let Some(cell) = &mut table.cell {
                let blank = text.len() - text.trim_start().len();
                if !cell.seen_text && blank < text.len() {
                    cell.position = self.cursor.advance(offset + blank);
                    cell.seen_text = true;
                }
                entities::decode_into(&mut cell.text, text, Dialect::Html);
            } else if !is_blank(text) && !table.has_stray_text {
                table.has_stray_text = true;
                let blank = text.len() - text.trim_start().len();
                let position = self.cursor.advance(offset + blank);
                table
                    .table
                    .flaws
                    .push(message::html_outside(position, text.trim()));
            }
        } else if let Some((_, heading)) = &mut self.heading {
            entities::decode_into(heading, text, Dialect::Html);
        }
    }

    /// Skips a hidden element; a hidden part of a table that is shown is a flaw of that.
    fn hide(&mut self, offset: usize, name: &str) {
        const PARTS: [&str; 6] = ["tr", "td", "th", "thead", "tbody", "tfoot"];
        self.hidden = Some(Hidden::new(name));
        let is_part = PARTS.iter().any(|part| name.eq_ignore_ascii_case(part));
        if is_part && let Some(open) = self.open.last_mut() {
            let position = self.cursor.advance(offset);
            open.table.flaw(message::html_hidden(position, name));
        }
    }

    fn open_tag(&mut self, offset: usize, name: &str, attributes: &str) {
        let position = self.cursor.advance(offset);
        if name == "table" {
            // A table can only begin within a cell of another: the other was never closed.
            if self.ignored == 0
                && self
                    .open
                    .last()
                    .is_some_and(|table| table.cell.is_none() && table.caption.is_none())
            {
                self.cut_off();
            }
            if self.open.len() >= MAX_DEPTH {
                self.ignored += 1;
                return;
            }
            self.open.push(OpenTable::new(position));
            return;
        }
        if self.open.is_empty() && matches!(name, "tr" | "td" | "th") {
            let mut table = OpenTable::new(position);
            table.table.flaws.push(message::html_no_table(position));
            self.open.push(table);
        }
        if self.open.is_empty()
            && let Some(level) = heading_level(name)
        {
            self.heading = Some((level, String::new()));
            return;
        }
        let markdown = self.markdown;
        let Some(table) = self.open.last_mut().filter(|_| self.ignored == 0) else {
            return;
        };
        match name {
            "thead" => table.in_head = true,
            "tbody" | "tfoot" => {
                table.end_cell(markdown);
                table.end_row();
                table.in_head = false;
            }
            "caption" => table.caption = Some(String::new()),
            "tr" => table.begin_row(markdown),
            "td" | "th" => {
                table.begin_cell(position, attributes, name == "th", markdown);
            }
            "sup" => {
                if let Some(cell) = &mut table.cell {
                    cell.raised = Some(cell.text.len());
                }
            }
            _ => {
                if let Some(cell) = &mut table.cell {
                    cell.struck |= strikes(name, attributes);
                }
                self.separate(name);
            }
        }
    }

    fn close_tag(&mut self, name: &str) {
        if self.open.is_empty() {
            let level = self.heading.as_ref().map(|(level, _)| *level);
            if heading_level(name) == level
                && let Some((level, text)) = self.heading.take()
            {
                // Generators put a mark that links to the heading behind it.
                let text = fold(&text);
                let text = trim_end_any(&text, "¶#§ ").to_owned();
                self.document.push_heading(text, level);
            }
            return;
        }
        if name == "table" {
            if self.ignored > 0 {
                self.ignored -= 1;
            } else {
                self.end_table();
            }
            return;
        }
        let markdown = self.markdown;
        let Some(table) = self.open.last_mut().filter(|_| self.ignored == 0) else {
            return;
        };
        match name {
            "td" | "th" => table.end_cell(markdown),
            "tr" => {
                table.end_cell(markdown);
                table.end_row();
            }
            "thead" => {
                table.end_cell(markdown);
                table.end_row();
                table.in_head = false;
            }
            "caption" => {
                let caption = table.caption.take();
                table.table.caption = fold(&caption.unwrap_or_default());
            }
            "sup" => {
                if let Some(cell) = &mut table.cell {
                    cell.end_raised();
                }
            }
            _ => self.separate(name),
        }
    }

    /// Parts words that a block element parts.
    fn separate(&mut self, name: &str) {
        const INLINE: [&str; 27] = [
            "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "tt",
            "u", "var", "wbr",
        ];
        if INLINE.contains(&name) {
            return;
        }
        if let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut()) {
            cell.text.push(' ');
        }
    }

    fn end_table(&mut self) {
        let Some(mut open) = self.open.pop() else {
            return;
        };
        open.end_cell(self.markdown);
        open.end_row();
        self.document.push_table(open.table);
        // A table within a cell parts the words around it.
        self.separate("table");
    }

    /// Ends a table whose end is missing.
    fn cut_off(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.table
                .flaws
                .push(message::html_cut_off(open.table.position));
            self.end_table();
        }
    }

    /// Ends what the document leaves open.
    fn finish(&mut self) {
        while !self.open.is_empty() {
            self.cut_off();
        }
    }
}

/// Whether a text shows nothing: pandoc writes the line end between two rows as `&#10;`.
fn is_blank(text: &str) -> bool {
    let mut shown = String::new();
    entities::decode_into(&mut shown, text, Dialect::Html);
    fold(&shown).is_empty()
}

/// The level of a heading, by the name of its element: `h2`.
fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'0'..=b'9'] => Some(digit - b'0'),
        _ => None,
    }
}
