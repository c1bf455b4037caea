//! What `pulldown-cmark` finds in a page.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html::push_html};

use super::{
    Outline, compare,
    differences::{self, Difference, Known},
    generate_markdown, html,
};
use crate::markdown;

#[test]
fn markdown_is_read_as_pulldown_cmark_does() {
    compare(
        generate_markdown::page,
        |page| super::outline(&markdown::parse(page)),
        outline,
        80,
    );
}

fn outline(page: &str) -> (Outline, Known) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let parser = Parser::new_ext(page, options);
    let mut seen = Seen::new(page);
    for (_, definition) in parser.reference_definitions().iter() {
        seen.definitions.push(definition.span.start);
    }
    let mut out = String::new();
    let events = parser.into_offset_iter().filter_map(|(event, range)| {
        seen.event(&event, range);
        // Of an image, only its text.
        let is_image = matches!(
            event,
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image)
        );
        (!is_image).then_some(event)
    });
    push_html(&mut out, events);
    let mut known = seen.finish();
    let (outline, more) = html::outline_but(&out, differences::in_markdown);
    known.extend(more);
    (outline, known)
}
/// What the events so far leave open, and what we read in another way.
struct Seen<'p> {
    page: &'p str,
    known: Known,
    /// Where definitions of links begin.
    definitions: Vec<usize>,
    /// What has lines of its own: tables, code, HTML.
    taken: Vec<Range<usize>>,
    /// The columns of the table that begins with a `|`, or 0 outside of it.
    columns: usize,
    /// Where the table of HTML begins that is open.
    in_table: Option<usize>,
    /// Whether an element that is hidden is open.
    in_hidden: bool,
    in_heading: bool,
}

impl<'p> Seen<'p> {
    fn new(page: &'p str) -> Self {
        Seen {
            page,
            known: Known::new(),
            definitions: Vec::new(),
            taken: Vec::new(),
            columns: 0,
            in_table: None,
            in_hidden: false,
            in_heading: false,
        }
    }

    /// Notes a difference, if it is one.
    fn is(&mut self, difference: Difference, is: bool) {
        if is {
            self.known.insert(difference);
        }
    }

    /// Notes what we read in another way.
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        let page = self.page;
        let source = page.get(range.clone()).unwrap_or("");
        match event {
            Event::Start(tag) => self.begin(tag, source, &range),
            Event::End(TagEnd::Heading(_)) => self.in_heading = false,
            Event::End(TagEnd::Table) => self.columns = 0,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::Item) => {
                self.is(Difference::TableLeavesContainer, self.in_table.is_some());
                self.is(Difference::HiddenLeavesContainer, self.in_hidden);
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let is_inline = matches!(event, Event::InlineHtml(_));
                self.html(&html.to_ascii_lowercase(), is_inline, &range);
            }
            Event::Text(text) => {
                self.is(
                    Difference::TextWithTagInTable,
                    self.in_table.is_some() && text.contains('<'),
                );
                self.is(
                    Difference::CodeInHidden,
                    self.in_hidden && text.contains('<'),
                );
            }
            Event::Code(code) => {
                let mut lines = source.lines().skip(1);
                self.is(
                    Difference::CodeOverLines,
                    self.in_heading && lines.any(|line| line.starts_with([' ', '>', '\t'])),
                );
                self.is(
                    Difference::CodeInHidden,
                    self.in_hidden && code.contains('<'),
                );
                self.is(
                    Difference::TagInCode,
                    source.contains('\n') && code.contains('<'),
                );
            }
            Event::Rule => self.is(Difference::TableGoesOn, self.in_table.is_some()),
            _ => {}
        }
    }

    /// Notes it where an element of Markdown begins.
    fn begin(&mut self, tag: &Tag<'_>, source: &str, range: &Range<usize>) {
        let in_table = self.in_table.is_some();
        match tag {
            Tag::Table(alignments) => {
                self.columns = alignments.len();
                self.taken.push(range.clone());
                let mut lines = source.lines();
                let (head, ruler) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
                self.is(Difference::Ruler, differences::is_odd_ruler(ruler));
                self.is(
                    Difference::EscapedBar,
                    head.trim_end().ends_with('\\') || !head.replace("\\|", "").contains('|'),
                );
                self.is(Difference::TableGoesOn, in_table);
                self.is(
                    Difference::CodeInHidden,
                    self.in_hidden && source.contains("</"),
                );
            }
            Tag::TableRow => self.is(
                Difference::RowWithoutBar,
                self.columns > 1 && !source.replace("\\|", "").contains('|'),
            ),
            Tag::HtmlBlock => {
                self.taken.push(range.clone());
                self.html_block(source);
            }
            Tag::MetadataBlock(_) => {
                self.taken.push(range.clone());
                self.is(Difference::LateMetadata, range.start > 0);
            }
            Tag::CodeBlock(_) => {
                self.taken.push(range.clone());
                self.is(Difference::TableGoesOn, in_table);
                let is_indented = matches!(tag, Tag::CodeBlock(CodeBlockKind::Indented));
                self.is(
                    Difference::CodeInHidden,
                    self.in_hidden && (is_indented || source.contains("</")),
                );
            }
            Tag::BlockQuote(_) | Tag::Item => {
                self.is(Difference::TableGoesOn, in_table);
            }
            Tag::Heading { .. } => {
                self.in_heading = true;
                self.is(Difference::TableGoesOn, in_table);
                let text = source
                    .trim_end()
                    .lines()
                    .rfind(|line| !line.trim_matches(['=', '-', ' ', '>', '\t']).is_empty())
                    .unwrap_or("");
                let text = text.trim_end_matches([' ', '\t', '#']);
                self.is(
                    Difference::HeadingAttributes,
                    text.ends_with('}') && (!text.ends_with("{#id}") || text.ends_with("\\{#id}")),
                );
                self.is(
                    Difference::CodeInHidden,
                    self.in_hidden && source.contains("</"),
                );
            }
            Tag::Strikethrough => self.strike(source, range),
            _ => {}
        }
    }

    fn strike(&mut self, source: &str, range: &Range<usize>) {
        let inner = source.trim_matches('~');
        let before = self.page[..range.start].chars().next_back();
        let after = self.page[range.end..].chars().next();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_mark =
            |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
        self.is(
            Difference::Strike,
            (is_word(before) && is_mark(inner.chars().next()))
                || (is_word(after) && is_mark(inner.chars().next_back())),
        );
    }

    fn html_block(&mut self, source: &str) {
        self.is(Difference::RawEnd, ends_raw(source));
        let lower = source.to_ascii_lowercase();
        let is_end = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '/', '>']);
        let is_raw = RAW.iter().any(|(begin, end)| {
            let last = lower
                .rfind(end)
                .filter(|at| end.ends_with('>') || is_end(&lower[at + end.len()..]));
            lower.rfind(begin) > last
        });
        self.is(Difference::RawWithoutEnd, is_raw);
        self.is(Difference::TagWithoutEnd, is_open_tag(source));
        let is_declared = |line: &str| {
            line.rsplit_once("<!")
                .is_some_and(|(_, rest)| !rest.contains('>') && !rest.starts_with("--"))
        };
        self.is(Difference::Declaration, source.lines().any(is_declared));
        let headings = |start: &str| {
            source
                .to_ascii_lowercase()
                .split(start)
                .skip(1)
                .filter(|rest| {
                    rest.starts_with(|c: char| ('1'..='6').contains(&c))
                        && rest[1..].starts_with([' ', '\t', '\n', '/', '>'])
                })
                .count()
        };
        self.is(
            Difference::HeadingWithoutEnd,
            headings("<h") > headings("</h"),
        );
    }

    fn html(&mut self, html: &str, is_inline: bool, range: &Range<usize>) {
        let in_shown = self.in_heading || self.columns > 0 || self.in_table.is_some();
        self.is(
            Difference::UnknownEnd,
            in_shown && html.split("</").skip(1).any(differences::is_unknown_end),
        );
        self.is(
            Difference::CellTagsInPipeTable,
            self.columns > 0 && ["<t", "</t"].iter().any(|tag| html.starts_with(tag)),
        );
        self.is(
            Difference::HiddenInText,
            is_inline
                && HIDING
                    .iter()
                    .chain(RAW[..3].iter().map(|(begin, _)| begin))
                    .any(|tag| html.starts_with(tag)),
        );
        self.is(Difference::HeadingInText, is_inline && is_heading(html));
        self.is(
            Difference::Declaration,
            is_inline && html.starts_with("<!") && html.contains('\n'),
        );
        self.is(
            Difference::CodeInHidden,
            self.in_hidden && html.contains("<!"),
        );
        let mut in_table = self.in_table.is_some();
        toggle(&mut in_table, html, &["<table"], &["</table"]);
        if !in_table && let Some(begin) = self.in_table {
            let within = begin..range.end;
            let holds = self.definitions.iter().any(|at| within.contains(at));
            self.is(Difference::DefinitionInTable, holds);
        }
        self.in_table = in_table.then(|| self.in_table.unwrap_or(range.start));
        toggle(&mut self.in_hidden, html, HIDING, &["</div", "</template"]);
    }

    /// Notes what is seen in the whole page.
    fn finish(mut self) -> Known {
        if let Some(begin) = self.in_table {
            let holds = self.definitions.iter().any(|at| *at > begin);
            self.is(Difference::DefinitionInTable, holds);
        }
        self.is(
            Difference::EmptyLabel,
            !self.definitions.is_empty() && self.page.contains("]\\["),
        );
        let is_tab = |line: &str| line.starts_with('\t') && line.trim_start().starts_with('>');
        self.is(Difference::QuoteBehindTab, self.page.lines().any(is_tab));
        // Counted from 1, so that these are the lines below the headers.
        let ours: Vec<usize> = markdown::parse(self.page)
            .tables
            .iter()
            .map(|table| table.position.line as usize)
            .collect();
        let lines: Vec<&str> = self.page.split_inclusive('\n').collect();
        let mut start = 0;
        for (at, line) in lines.iter().enumerate() {
            let end = start + line.len();
            let is_taken = self
                .taken
                .iter()
                .any(|range| range.start < end && start < range.end);
            self.is(
                Difference::TableInParagraph,
                !is_taken && ours.contains(&at) && differences::is_odd_head(&lines[..at], line),
            );
            self.is(
                Difference::TagWithoutEnd,
                !is_taken && is_open_tag(line) && !line.contains('`'),
            );
            start = end;
        }
        self.known
    }
}

/// How the elements begin that hide what is in them.
const HIDING: &[&str] = &["<div hidden", "<template"];

/// Elements whose content is text, and comments.
const RAW: &[(&str, &str)] = &[
    ("<textarea", "</textarea"),
    ("<script", "</script"),
    ("<style", "</style"),
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![cdata[", "]]>"),
];

/// Whether a text holds a tag without its `>`.
fn is_open_tag(text: &str) -> bool {
    let is_open = |tag: &str| {
        !tag.contains('>') && tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
    };
    text.split('<').skip(1).any(is_open)
}

fn is_heading(html: &str) -> bool {
    let name = html.trim_start_matches(['<', '/']);
    ["h1", "h2", "h3", "h4", "h5", "h6"]
        .iter()
        .any(|heading| name.starts_with(heading))
}

/// Notes whether an element is open behind a piece of HTML.
fn toggle(state: &mut bool, html: &str, begins: &[&str], ends: &[&str]) {
    let last = |tags: &[&str]| tags.iter().filter_map(|tag| html.rfind(tag)).max();
    match (last(begins), last(ends)) {
        (begin, end) if begin > end => *state = true,
        (None, None) => {}
        _ => *state = false,
    }
}

/// Whether a block begins with an end tag, or another end tag ends it.
fn ends_raw(block: &str) -> bool {
    const RAW: [&str; 4] = ["pre", "script", "style", "textarea"];
    let block = block.trim_start().to_ascii_lowercase();
    RAW.iter().any(|name| {
        block.starts_with(&format!("</{name}"))
            || (block.starts_with(&format!("<{name}"))
                && RAW
                    .iter()
                    .any(|other| other != name && block.contains(&format!("</{other}"))))
    })
}
