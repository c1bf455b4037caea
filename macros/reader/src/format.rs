//! Detects the markup language of a document.

use crate::{rst, text::consists_of};

/// A grammar.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    Rst,
    Markdown,
    Html,
}

/// Detects the format by the extension of the name or, if that is unknown, by the content.
pub(crate) fn detect(name: &str, text: &str) -> Format {
    let extension = name
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension)
        .to_ascii_lowercase();
    match extension.as_str() {
        "rst" | "rest" => Format::Rst,
        "md" | "markdown" | "mdx" | "mkd" | "mdown" | "qmd" | "rmd" => Format::Markdown,
        "html" | "htm" | "xhtml" | "shtml" => Format::Html,
        _ => by_content(text),
    }
}

/// Detects the format by counting markup that only one of the languages has.
fn by_content(text: &str) -> Format {
    let start = text.trim_start();
    if start
        .get(..9)
        .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"))
        || start
            .get(..5)
            .is_some_and(|start| start.eq_ignore_ascii_case("<html"))
    {
        return Format::Html;
    }
    let (mut rst, mut markdown, mut html) = (0_usize, 0_usize, 0_usize);
    let mut before = "";
    for line in text.lines() {
        let line = line.trim();
        if line.starts_with(".. ")
            || line.starts_with("+--")
            || line.starts_with("+==")
            || rst::is_simple_border(line)
        {
            rst += 2;
        } else if line.starts_with("# ")
            || line.starts_with("## ")
            || line.starts_with("### ")
            || line.starts_with("```")
        {
            markdown += 2;
        } else if line.starts_with('|') && line.contains("--") && consists_of(line, "|-: ") {
            markdown += 4;
        } else if line.starts_with('<') {
            html += 1;
        } else if line.len() >= 3 && consists_of(line, "=~^") && !before.is_empty() {
            rst += 1;
        }
        before = line;
    }
    if rst > markdown && rst >= html {
        Format::Rst
    } else if markdown == 0 && start.starts_with('<') {
        Format::Html
    } else {
        Format::Markdown
    }
}
