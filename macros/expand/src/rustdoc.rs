//! Documentation in which the text of a document has no effect: no markup, no link, no HTML, and no code that rustdoc
//! would run.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use statusbook_reader::acts;

/// A doc attribute while it is written.
///
/// It has our own markup, which is a constant of this crate, and text of the document, which is escaped. A `String`
/// cannot be added, so that no text can be added without escaping.
#[derive(Default)]
pub(crate) struct Rustdoc(String);

impl Rustdoc {
    /// Our own markup.
    pub(crate) fn markup(mut self, ours: &'static str) -> Self {
        self.0.push_str(ours);
        self
    }

    /// Text of a document, shown as written, with white space folded.
    pub(crate) fn text(mut self, text: &str) -> Self {
        for letter in folded(text).chars() {
            if letter.is_ascii_punctuation() {
                self.0.push('\\');
            }
            self.0.push(letter);
        }
        self
    }

    /// Text of a document as code.
    pub(crate) fn code(mut self, text: &str) -> Self {
        let text = folded(text);
        if text.is_empty() {
            return self;
        }
        // Longer than any run of backticks within it, because such a run ends a code span (CommonMark §6.1).
        let runs = text.split(|letter| letter != '`').map(str::len);
        let fence = "`".repeat(runs.max().unwrap_or_default() + 1);
        let pad = if text.starts_with('`') || text.ends_with('`') {
            " "
        } else {
            ""
        };
        for piece in [&fence, pad, &text, pad, &fence] {
            self.0.push_str(piece);
        }
        self
    }

    /// A number.
    pub(crate) fn number(mut self, number: impl Into<u64>) -> Self {
        self.0.push_str(&number.into().to_string());
        self
    }

    /// A link to an item beside this one or in it.
    pub(crate) fn link(mut self, label: &Rustdoc, item: &str) -> Self {
        let item = item.strip_prefix("r#").unwrap_or(item);
        let name = |letter: char| letter == '_' || letter.is_alphanumeric();
        self.0.push('[');
        self.0.push_str(&label.0);
        self.0.push_str("](self::");
        self.0.extend(item.chars().filter(|letter| name(*letter)));
        self.0.push(')');
        self
    }
}

/// The whole attribute, `#[doc = "…"]`. A plain text in its place does not compile.
impl ToTokens for Rustdoc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let text = &self.0;
        tokens.extend(quote!(#[doc = #text]));
    }
}

/// The text on one line: no white space at its ends, single spaces within, and no characters that change the direction of
/// text.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    for word in text.split(|letter: char| letter.is_whitespace() || acts(letter)) {
        if !folded.is_empty() && !word.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// Characters with a meaning in Markdown, HTML, a terminal or rustdoc.
    const PIECES: [&str; 40] = [
        "```",
        "```rust\n",
        "~~~",
        "    ",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        "`",
        "``",
        "<img src=x onerror=alert(1)>",
        "</code>",
        "<!--",
        "<script>",
        "&lt;",
        "&#60;",
        "[a](javascript:b)",
        "![a](b)",
        "[vpn]",
        "[^1]",
        "[^1]: ",
        "[x]: y",
        "|",
        "\\",
        "* ",
        "- ",
        "1. ",
        "2) ",
        "# ",
        "=== ",
        "---",
        "> ",
        "**",
        "_",
        "~~",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{2028}",
        "é",
        "a",
    ];

    /// Texts made of these pieces. They are the same in each run.
    fn texts() -> impl Iterator<Item = String> {
        let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
        let mut next = move |below: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % below).unwrap_or_default()
        };
        (0..20_000).map(move |_| {
            (0..=next(7))
                .map(|_| PIECES[next(PIECES.len() as u64)])
                .collect()
        })
    }

    /// How rustdoc reads it.
    fn events(docs: &Rustdoc) -> Vec<Event<'_>> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        Parser::new_ext(&docs.0, options).collect()
    }

    #[test]
    fn no_text_of_a_document_is_markup() {
        for text in texts() {
            let shown = folded(&text);
            let docs = Rustdoc::default().text(&text);
            let mut read = String::new();
            for event in events(&docs) {
                match event {
                    Event::Text(piece) => read.push_str(&piece),
                    Event::Start(Tag::Paragraph) | Event::End(_) => {}
                    other => panic!("{other:?} in {text:?}"),
                }
            }
            assert_eq!(read, shown, "{text:?}");
        }
    }

    #[test]
    fn no_text_of_a_document_leaves_its_cell() {
        for text in texts() {
            let docs = Rustdoc::default()
                .markup("| a |\n|---|\n| ")
                .text(&text)
                .markup(" |\n");
            let (mut cells, mut read) = (0, String::new());
            for event in events(&docs) {
                match event {
                    Event::Text(piece) => read.push_str(&piece),
                    Event::Start(Tag::TableCell) => cells += 1,
                    Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow)
                    | Event::End(_) => {}
                    other => panic!("{other:?} in {text:?}"),
                }
            }
            let shown = format!("a{}", folded(&text));
            assert_eq!((cells, read), (2, shown), "{text:?}");
        }
    }

    #[test]
    fn no_text_of_a_document_leaves_its_code() {
        for text in texts() {
            let shown = folded(&text);
            let docs = Rustdoc::default()
                .code(&text)
                .markup(", line ")
                .number(7_u32);
            let mut events = events(&docs).into_iter();
            assert!(
                matches!(events.next(), Some(Event::Start(Tag::Paragraph))),
                "{text:?}"
            );
            if !shown.is_empty() {
                assert_eq!(events.next(), Some(Event::Code(shown.into())), "{text:?}");
            }
            let rest: Vec<_> = events.collect();
            assert!(
                matches!(rest.as_slice(), [Event::Text(_), Event::End(_)]),
                "{rest:?} in {text:?}"
            );
        }
    }
}
