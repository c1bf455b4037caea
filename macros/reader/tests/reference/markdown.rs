//! What `pulldown-cmark` finds in a page.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html::push_html};

use super::{Outline, compare, differences, generate_markdown, html};
use crate::markdown;

#[test]
fn markdown_is_read_as_pulldown_cmark_does() {
    compare(
        generate_markdown::page,
        |page| super::outline(&markdown::parse(page)),
        outline,
    );
}

fn outline(page: &str) -> Option<Outline> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let events = Parser::new_ext(page, options).into_offset_iter();
    let mut columns = 0;
    let mut known = differences::in_source(page);
    let mut out = String::new();
    let events = events.filter_map(|(event, range)| {
        match &event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            // A line without a bar ends a table here, as most authors believe.
            Event::Start(Tag::TableRow) => {
                known |= columns > 1 && !page[range].replace("\\|", "").contains('|');
            }
            // Of an image, only its text.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
            _ => {}
        }
        Some(event)
    });
    push_html(&mut out, events);
    let outline = html::outline_but(&out, differences::in_markdown);
    outline.filter(|_| !known)
}
