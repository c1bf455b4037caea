//! Reads headings and tables, with row and column spans, from an HTML page or from HTML in Markdown.

mod elements;
pub(crate) mod entities;
mod flow;
mod hidden;
mod list;
mod table;
pub(crate) mod tag;
pub(crate) mod tokens;

use std::borrow::Cow;

use self::{
    elements::Elements,
    entities::Dialect,
    flow::Flow,
    hidden::Effects,
    list::OpenList,
    table::OpenTable,
    tag::{Element, PART, Tag},
    tokens::{Token, Tokens},
};
pub(crate) use self::{
    flow::parts_words,
    hidden::{effects, hidden_end},
};
use crate::{
    error::Position,
    message,
    table::{Document, Table},
    text::{fold, place, trim_end_any},
};

/// Tables nested deeper than this are not distinguished.
const MAX_DEPTH: usize = 12;

/// Finds the headings and tables of an HTML page.
pub(crate) fn parse(text: &str) -> Document {
    let mut document = Document::default();
    read(text, Builder::new(Cursor::new(text), &mut document, false));
    document
}

/// A piece of HTML within Markdown.
pub(crate) struct Piece<'l> {
    /// The offset of its first byte, and the offset after its last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The number of block quotes around it. Each of its lines begins with one `>` for each.
    pub(crate) quotes: usize,
    /// The latest end of a hidden element that does not end within the piece.
    pub(crate) limit: &'l dyn Fn() -> usize,
}

/// Reads a piece of HTML. If a table or a hidden element is open at its end, reads on to the end of that. Returns the end.
///
/// The cursor moves along, so that a document with many tables is still read only once.
pub(crate) fn within_markdown(
    cursor: &mut Cursor<'_>,
    piece: &Piece<'_>,
    document: &mut Document,
) -> usize {
    let text = cursor.text;
    let mut builder = Builder::new(cursor.clone(), document, true);
    builder.quotes = piece.quotes;
    let mut tokens = Tokens::new(text.get(..piece.to).unwrap_or(""), piece.from);
    for (at, token) in tokens.by_ref() {
        builder.token(at, token);
    }
    let mut end = tokens.at;
    let mut unclosed = tokens.unclosed;
    let limit = match (builder.open.is_empty(), &builder.hidden) {
        (false, _) => text.len(),
        (true, Some(_)) => (piece.limit)(),
        (true, None) => end,
    };
    let mut tokens = Tokens::new(text.get(..limit).unwrap_or(""), end);
    while (!builder.open.is_empty() || builder.hidden.is_some())
        && let Some((at, token)) = tokens.next()
    {
        builder.token(at, token);
        end = tokens.at;
        unclosed = tokens.unclosed;
    }
    // In Markdown, an element without an end tag ends with its block.
    let is_last = end >= text.trim_end().len();
    builder.finish(unclosed.filter(|_| is_last), is_last);
    *cursor = builder.cursor;
    end
}

/// Finds the tables in HTML that is part of another document. `line` is its first line there, counted from 0.
pub(crate) fn tables_from_line(text: &str, line: usize) -> Vec<Table> {
    let mut document = Document::default();
    let mut cursor = Cursor::new(text);
    cursor.position = place(line, 0);
    read(text, Builder::new(cursor, &mut document, false));
    document.tables
}

fn read<'a>(text: &'a str, mut builder: Builder<'a, '_>) {
    let mut tokens = Tokens::new(text, 0);
    for (offset, token) in tokens.by_ref() {
        builder.token(offset, token);
    }
    builder.finish(tokens.unclosed, true);
}

/// Turns increasing byte offsets into positions, and reads each byte once.
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
        let passed = self.text.as_bytes().get(self.offset..offset);
        for byte in passed.unwrap_or(&[]) {
            match byte {
                b'\n' => {
                    self.position = Position {
                        line: self.position.line + 1,
                        column: 1,
                    };
                }
                // A byte after the first of a character.
                0x80..=0xbf => {}
                _ => self.position.column += 1,
            }
        }
        self.offset = self.offset.max(offset);
        self.position
    }
}

/// A heading whose end has not come yet.
struct OpenHeading {
    level: u8,
    flow: Flow,
    /// How many elements are open around the code in it.
    code: Option<usize>,
    /// Whether there is text outside of code.
    has_words: bool,
    /// How many elements are open around it.
    depth: usize,
    position: Position,
}

/// The first paragraph below a heading that is code, while it is open.
struct OpenParagraph {
    flow: Flow,
    /// How many elements are open around it.
    depth: usize,
}

/// The text of the last block outside of tables, which may describe the table below it.
#[derive(Default)]
struct Above {
    text: String,
    has_ended: bool,
}

impl Above {
    /// The longest text that is kept, in bytes: a longer one does not introduce a table.
    const LONGEST: usize = 512;

    /// Ends the block if the element that begins or ends here is a block itself.
    fn part(&mut self, element: Element) {
        self.has_ended |= parts_words(element);
    }

    fn text(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        if std::mem::take(&mut self.has_ended) {
            self.text.clear();
        }
        if self.text.len() < Self::LONGEST {
            let end = text.char_indices().map(|(at, _)| at).nth(Self::LONGEST);
            let end = end.unwrap_or(text.len());
            entities::decode_into(&mut self.text, text.get(..end).unwrap_or(""), Dialect::Html);
        }
    }

    fn take(&mut self) -> String {
        fold(&std::mem::take(&mut self.text))
    }
}

/// An element that is hidden, and whose end has not come yet.
struct Hidden<'a> {
    position: Position,
    tag: Tag<'a>,
    /// How many elements are open around it.
    around: usize,
}

struct Builder<'a, 'd> {
    cursor: Cursor<'a>,
    document: &'d mut Document,
    markdown: bool,
    /// The number of block quotes around the piece.
    quotes: usize,
    /// The tables that are open, outermost first.
    open: Vec<OpenTable>,
    /// The number of open tables that are nested too deep to be read.
    ignored: usize,
    heading: Option<OpenHeading>,
    below: Option<OpenParagraph>,
    /// Whether a list item begins here, outside of tables.
    begins_item: bool,
    /// The lists of terms that are open outside of tables, outermost first.
    lists: Vec<OpenList>,
    /// The hidden element that is open.
    hidden: Option<Hidden<'a>>,
    /// The depth of the open element that strikes its text out, if it is outside of cells.
    struck: Option<usize>,
    above: Above,
    elements: Elements<'a>,
    /// Nothing that is open ends at this depth or deeper.
    settled: usize,
}

impl<'a, 'd> Builder<'a, 'd> {
    fn new(cursor: Cursor<'a>, document: &'d mut Document, markdown: bool) -> Self {
        Builder {
            cursor,
            document,
            markdown,
            quotes: 0,
            open: Vec::new(),
            ignored: 0,
            heading: None,
            below: None,
            begins_item: false,
            lists: Vec::new(),
            hidden: None,
            struck: None,
            above: Above::default(),
            elements: Elements::new(markdown),
            settled: 0,
        }
    }

    fn token(&mut self, offset: usize, token: Token<'a>) {
        if let Token::Open { tag, .. } = token {
            if self.open.is_empty() && self.hidden.is_none() && is_row(tag.element) {
                self.elements.open_table();
            }
            let before = self.elements.depth();
            self.elements.end_implied(tag);
            self.end_outside();
            let has_ended = self.elements.depth() < before && self.hidden.is_none();
            if has_ended && let Some(flow) = self.open.last_mut().and_then(OpenTable::flow) {
                flow.part(Element::P);
            }
        }
        let around = self.elements.depth();
        let ends_something = match token {
            Token::Open { tag, attributes } => {
                self.elements.open(tag, attributes);
                true
            }
            Token::Close(tag) => self.elements.close(tag),
            Token::Text(_) | Token::Nothing => true,
        };
        if let Some(hidden) = &self.hidden {
            if self.elements.depth() > hidden.around {
                return;
            }
            let is_own_end = matches!(token, Token::Close(tag) if tag == hidden.tag);
            self.hidden = None;
            if is_own_end {
                return;
            }
        }
        self.end_outside();
        match token {
            Token::Text(text) => self.text(offset, text),
            Token::Open { tag, attributes } => {
                let effects = effects(tag, attributes);
                let position = self.cursor.advance(offset);
                self.settled = self.settled.max(around + 1);
                if !effects.hides || self.moves_out(tag.element) {
                    self.open_tag(position, tag, (attributes, effects), around);
                    return;
                }
                if self.elements.depth() > around {
                    self.hidden = Some(Hidden {
                        position,
                        tag,
                        around,
                    });
                }
                self.hide(position, tag);
            }
            // An end tag without an open element has no effect.
            Token::Close(tag) => {
                // In Markdown, its begin may be in another piece.
                self.document.in_noscript &= tag.element != Element::Noscript;
                if ends_something || (tag.element == Element::Table && !self.open.is_empty()) {
                    self.close_tag(tag.element);
                }
            }
            Token::Nothing => {}
        }
    }

    /// Ends headings, cells and the like whose elements have ended.
    fn end_outside(&mut self) {
        let depth = self.elements.depth();
        if depth < self.settled {
            self.end_to(depth);
        }
    }

    /// Ends those whose elements are at this depth or deeper.
    fn end_to(&mut self, depth: usize) {
        if self
            .hidden
            .as_ref()
            .is_some_and(|hidden| depth <= hidden.around)
        {
            self.hidden = None;
        }
        self.struck = self.struck.filter(|around| depth > *around);
        if let Some(below) = self.below.take_if(|below| depth <= below.depth) {
            self.document.describe_heading(fold(&below.flow.finish().0));
        }
        while self.open.is_empty()
            && let Some(list) = self.lists.pop_if(|list| depth <= list.around)
        {
            self.end_list(list);
        }
        for flow in self.lists.iter_mut().filter_map(OpenList::flow) {
            flow.end_deeper(depth);
        }
        if let Some(flow) = self.open.last_mut().and_then(OpenTable::flow) {
            flow.end_deeper(depth);
        } else if let Some(heading) = &mut self.heading {
            heading.flow.end_deeper(depth);
            heading.code = heading.code.filter(|around| depth > *around);
            if depth <= heading.depth {
                self.end_heading();
            }
        }
        self.settled = depth;
    }

    fn text(&mut self, offset: usize, text: &str) {
        let unquoted = match self.quotes {
            0 => Cow::Borrowed(text),
            quotes => {
                let before = self.cursor.text.get(..offset).unwrap_or("");
                let begins_line = before.ends_with('\n');
                Cow::Owned(without_quotes(text, quotes, begins_line))
            }
        };
        let text = unquoted.as_ref();
        let Some(table) = self.open.last_mut() else {
            self.above.text(text);
            if self.begins_item && !is_blank(text) {
                self.begins_item = false;
                let cursor = &mut self.cursor;
                self.document
                    .push_listed(text.trim_start(), || cursor.advance(offset));
            }
            if let Some(heading) = &mut self.heading {
                heading.flow.text(text);
                heading.has_words |= heading.code.is_none() && !is_mark(text);
            }
            if let Some(below) = &mut self.below {
                below.flow.text(text);
            }
            for flow in self.lists.iter_mut().filter_map(OpenList::flow) {
                flow.text(text);
            }
            return;
        };
        let blank = text.len() - text.trim_start().len();
        if let Some(cell) = table.cell.as_mut().filter(|cell| !cell.seen_text)
            && blank < text.len()
        {
            cell.position = self.cursor.advance(offset + blank);
            cell.seen_text = true;
        }
        if let Some(flow) = table.flow() {
            flow.text(text);
        } else if !table.has_stray_text && !is_blank(text) {
            table.has_stray_text = true;
            let position = self.cursor.advance(offset + blank);
            table
                .table
                .flaws
                .push(message::html_outside(position, text.trim()));
        }
    }

    /// Whether a browser moves an element out of its place, so that it hides nothing: parts of tables outside of
    /// tables, and other elements between the cells of a table.
    fn moves_out(&mut self, element: Element) -> bool {
        match self.open.last_mut() {
            None => element.is(PART),
            Some(table) => {
                table.flow().is_none() && !element.is(PART) && element != Element::Template
            }
        }
    }

    /// Skips a hidden element. A hidden part of a visible table is a flaw of the table.
    fn hide(&mut self, position: Position, tag: Tag<'_>) {
        if tag.is(PART)
            && let Some(open) = self.open.last_mut()
        {
            open.table.flaw(message::html_hidden(position, tag.name));
        }
    }

    fn open_tag(
        &mut self,
        position: Position,
        tag: Tag<'_>,
        (attributes, effects): (&str, Effects),
        around: usize,
    ) {
        let element = tag.element;
        self.document.in_noscript |= element == Element::Noscript;
        let in_text = self.open.last_mut().and_then(OpenTable::flow).is_some();
        if (!in_text || tag.is(PART)) && self.struck.is_none() && effects.strikes {
            self.struck = self.elements.depth().checked_sub(1);
        }
        if self.open.is_empty() {
            self.above.part(element);
        }
        if element == Element::Table {
            self.open_table(position);
            return;
        }
        if self.open.is_empty() && is_row(element) {
            let mut table = OpenTable::new(position);
            table.table.flaws.push(message::html_no_table(position));
            self.open.push(table);
        }
        if self.open.is_empty() {
            if let Some(level) = tag.heading_level() {
                self.end_heading();
                self.heading = Some(OpenHeading {
                    level,
                    flow: Flow::default(),
                    code: None,
                    has_words: false,
                    depth: around,
                    position,
                });
            } else if let Some(heading) = self.heading.as_mut().filter(|_| !element.is(PART)) {
                heading.flow.open(element, effects, around);
                if matches!(
                    element,
                    Element::Code | Element::Tt | Element::Samp | Element::Kbd
                ) {
                    heading.code.get_or_insert(around);
                }
            } else if let Some(below) = &mut self.below {
                below.flow.open(element, effects, around);
            } else if element == Element::P && self.document.is_undescribed() {
                self.below = Some(OpenParagraph {
                    flow: Flow::default(),
                    depth: around,
                });
            }
            self.open_in_list(element, effects, around, position);
            return;
        }
        let markdown = self.markdown;
        let Some(table) = self.open.last_mut().filter(|_| self.ignored == 0) else {
            return;
        };
        if element.is(PART) {
            table.end_caption();
        }
        match element {
            Element::Thead
            | Element::Tbody
            | Element::Tfoot
            | Element::Caption
            | Element::Colgroup
            | Element::Col => {
                table.end_cell(markdown);
                table.end_row();
                table.in_head = element == Element::Thead;
                if element == Element::Caption {
                    table.caption = Some(Flow::default());
                }
            }
            Element::Tr => table.begin_row(markdown),
            Element::Td | Element::Th => {
                let is_struck = self.struck.is_some();
                let attributes = (attributes, effects);
                table.begin_cell(
                    position,
                    attributes,
                    element == Element::Th,
                    is_struck,
                    markdown,
                );
            }
            _ => {
                if let Some(flow) = table.flow() {
                    flow.open(element, effects, around);
                }
            }
        }
    }

    fn open_table(&mut self, position: Position) {
        self.end_heading();
        // A table can only be nested in a cell. Outside of a cell, the table before it was never closed.
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
        let mut table = OpenTable::new(position);
        if self.open.is_empty() {
            table.table.above = self.above.take();
        }
        self.open.push(table);
    }

    /// Passes an element to the lists of terms that are open.
    fn open_in_list(
        &mut self,
        element: Element,
        effects: Effects,
        around: usize,
        position: Position,
    ) {
        for flow in self.lists.iter_mut().filter_map(OpenList::flow) {
            flow.open(element, effects, around);
        }
        self.begins_item |= element == Element::Li;
        if element == Element::Dl && self.lists.len() < MAX_DEPTH {
            self.lists.push(OpenList::new(position, around));
        }
        if let (Element::Dt | Element::Dd, Some(list)) = (element, self.lists.last_mut()) {
            list.begin(element == Element::Dt, position);
        }
    }

    fn close_tag(&mut self, element: Element) {
        if self.open.is_empty() {
            self.above.part(element);
            if let Some(heading) = self.heading.as_mut().filter(|_| !element.is(PART)) {
                heading.flow.close(element);
            }
            if let (Element::Dt | Element::Dd, Some(list)) = (element, self.lists.last_mut()) {
                list.end_part();
            }
            for flow in self.lists.iter_mut().filter_map(OpenList::flow) {
                flow.close(element);
            }
            return;
        }
        if element == Element::Table {
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
        match element {
            Element::Td | Element::Th => table.end_cell(markdown),
            Element::Tr => {
                table.end_cell(markdown);
                table.end_row();
            }
            Element::Thead | Element::Tbody | Element::Tfoot => {
                table.end_cell(markdown);
                table.end_row();
                table.in_head = false;
            }
            Element::Caption => table.end_caption(),
            _ => {
                if let Some(flow) = table.flow() {
                    flow.close(element);
                }
            }
        }
    }

    fn end_heading(&mut self) {
        let Some(heading) = self.heading.take() else {
            return;
        };
        // Generators end a heading with a mark that links to it.
        let text = fold(&heading.flow.finish().0);
        let text = trim_end_any(&text, "¶#§ ").to_owned();
        let is_code = !heading.has_words && !text.is_empty();
        self.document
            .push_heading(text, heading.level, is_code, heading.position);
    }

    fn end_list(&mut self, list: OpenList) {
        if let Some(table) = list.finish() {
            self.document.push_table(table);
        }
    }

    fn end_table(&mut self) {
        let Some(mut open) = self.open.pop() else {
            return;
        };
        open.end_caption();
        open.end_cell(self.markdown);
        open.end_row();
        self.document.push_table(open.table);
        // A list whose element ended inside of the table is still open.
        self.settled = usize::MAX;
        // A table within a cell separates the words around it.
        if let Some(flow) = self.open.last_mut().and_then(OpenTable::flow) {
            flow.part(Element::Table);
        }
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

    /// Ends everything that is still open. `is_last` says that the document ends here too.
    fn finish(&mut self, unclosed: Option<(usize, &str)>, is_last: bool) {
        if let Some(below) = self.below.take() {
            self.document.describe_heading(fold(&below.flow.finish().0));
        }
        if is_last && let Some(hidden) = self.hidden.take() {
            self.document.remarks.push(message::unclosed(
                hidden.position,
                &format!("<{}>", hidden.tag.name.to_ascii_lowercase()),
            ));
        }
        if let Some((offset, name)) = unclosed {
            let position = self.cursor.advance(offset);
            self.document
                .remarks
                .push(message::unclosed(position, &format!("<{name}>")));
        }
        self.end_heading();
        while !self.open.is_empty() {
            self.cut_off();
        }
        while let Some(list) = self.lists.pop() {
            self.end_list(list);
        }
    }
}

/// Replaces the block quote marks at the beginning of each line by spaces.
fn without_quotes(text: &str, quotes: usize, begins_line: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut left = if begins_line { quotes } else { 0 };
    for character in text.chars() {
        match character {
            '\n' => left = quotes,
            '>' if left > 0 => {
                left -= 1;
                out.push(' ');
                continue;
            }
            ' ' | '\t' => {}
            _ => left = 0,
        }
        out.push(character);
    }
    out
}

/// Whether a text shows nothing: pandoc writes the line end between two rows as `&#10;`.
fn is_blank(text: &str) -> bool {
    if text.trim().is_empty() {
        return true;
    }
    let mut shown = String::new();
    entities::decode_into(&mut shown, text, Dialect::Html);
    fold(&shown).is_empty()
}

/// Whether a text is only the mark that generators add after a heading.
fn is_mark(text: &str) -> bool {
    let mut shown = String::new();
    entities::decode_into(&mut shown, text, Dialect::Html);
    trim_end_any(&fold(&shown), "¶#§ \u{f0c1}").is_empty()
}

/// Whether an element is a row of a table, or a cell.
fn is_row(element: Element) -> bool {
    matches!(element, Element::Tr | Element::Td | Element::Th)
}
