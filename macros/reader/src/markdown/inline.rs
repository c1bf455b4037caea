//! Inline markup of Markdown and HTML, reduced to its text.

use crate::{
    html::{
        entities,
        tokens::{Token, Tokens},
    },
    text::{self, fold, is_space},
};

const SPECIAL: [char; 9] = ['\\', '`', '*', '_', '[', '!', '<', '&', '~'];

/// The longest target of a link, in bytes.
const LONGEST_TARGET: usize = 2048;

/// A text without its inline markup, white space folded.
pub(crate) fn reduce(text: &str) -> String {
    if !text.contains(SPECIAL) {
        return fold(text);
    }
    let mut reader = Reader {
        text,
        at: 0,
        out: Vec::new(),
        emphasis: Vec::new(),
        links: Vec::new(),
        no_code: 0,
        no_tag: false,
        budget: 4096 + 4 * text.len(),
    };
    reader.run();
    fold(&reader.finish())
}

/// A piece of the output. Marks that turn out to be markup are emptied later.
enum Piece<'a> {
    Text(&'a str),
    Owned(String),
    Nothing,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    out: Vec<Piece<'a>>,
    /// Emphasis marks that may still be closed: the piece, the mark.
    emphasis: Vec<(usize, &'a str)>,
    /// Pieces that hold a `[` or `![` which may still become a link.
    links: Vec<usize>,
    /// Lengths of backtick runs that have no closing run, as bits.
    no_code: u64,
    /// Whether there is no `>` any more.
    no_tag: bool,
    /// How many bytes may still be looked at for the ends of links and tags that turn out to be none.
    budget: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = self.text.get(self.at..self.at + length).unwrap_or("");
        self.at += length;
        taken
    }

    fn run(&mut self) {
        loop {
            // Character references are decoded at the end.
            let rest = self.rest();
            let next = rest
                .find(|c| c == ']' || (c != '&' && SPECIAL.contains(&c)))
                .unwrap_or(rest.len());
            let plain = self.take(next);
            self.out.push(Piece::Text(plain));
            let Some(mark) = self.rest().chars().next() else {
                return;
            };
            match mark {
                '\\' => self.escape(),
                '`' => self.code(),
                '*' | '_' | '~' => self.mark(mark),
                '[' => self.open_link(1),
                '!' if self.rest().starts_with("![") => self.open_link(2),
                ']' => self.close_link(),
                '<' => self.tag(),
                _ => {
                    let length = mark.len_utf8();
                    let text = self.take(length);
                    self.out.push(Piece::Text(text));
                }
            }
        }
    }

    fn escape(&mut self) {
        self.take(1);
        match self.rest().chars().next() {
            Some(character) if character.is_ascii_punctuation() => {
                let text = self.take(1);
                self.out.push(Piece::Owned(text.to_owned()));
            }
            Some('\n') => self.out.push(Piece::Text(" ")),
            _ => self.out.push(Piece::Text("\\")),
        }
    }

    fn code(&mut self) {
        let rest = self.rest();
        let run = text::run(rest, '`');
        let marks = self.take(run);
        let known = 1_u64
            .checked_shl(u32::try_from(run).unwrap_or(u32::MAX))
            .unwrap_or(0);
        if known != 0 && self.no_code & known == 0 {
            let rest = self.rest();
            let mut from = 0;
            while let Some(found) = rest.get(from..).and_then(|text| text.find('`')) {
                let start = from + found;
                let after = rest.get(start..).unwrap_or("");
                let length = text::run(after, '`');
                if length == run {
                    let inner = self.take(start);
                    self.take(run);
                    self.out.push(Piece::Owned(inner.to_owned()));
                    return;
                }
                from = start + length;
            }
            self.no_code |= known;
        }
        self.out.push(Piece::Text(marks));
    }

    /// A run of emphasis marks: closes an open one like it, or may open one.
    fn mark(&mut self, mark: char) {
        let before = self
            .text
            .get(..self.at)
            .and_then(|text| text.chars().next_back());
        let rest = self.rest();
        let run = text::run(rest, mark);
        let marks = self.take(run);
        let after = self.rest().chars().next();
        let space_before = before.is_none_or(is_space);
        let space_after = after.is_none_or(is_space);
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        // Within a word `_` is no emphasis; a lone `~` is none anywhere.
        let (can_open, can_close) = match mark {
            '_' => (!space_after && !word(before), !space_before && !word(after)),
            '~' => (run == 2 && !space_after, run == 2 && !space_before),
            _ => (!space_after, !space_before),
        };
        if can_close && let Some(at) = self.emphasis.iter().rposition(|(_, open)| *open == marks) {
            if let Some(piece) = self
                .emphasis
                .get(at)
                .and_then(|(piece, _)| self.out.get_mut(*piece))
            {
                *piece = Piece::Nothing;
            }
            self.emphasis.truncate(at);
            return;
        }
        if can_open {
            self.emphasis.push((self.out.len(), marks));
            // Marks that are never closed must not make the search for theirs slow.
            if self.emphasis.len() > 64 {
                self.emphasis.remove(0);
            }
        }
        self.out.push(Piece::Text(marks));
    }

    fn open_link(&mut self, length: usize) {
        let text = self.take(length);
        self.links.push(self.out.len());
        self.out.push(Piece::Text(text));
    }

    /// `](target)` or `][reference]` makes the text before it a link, of which the text stays.
    fn close_link(&mut self) {
        let bracket = self.take(1);
        let Some(open) = self.links.pop() else {
            self.out.push(Piece::Text(bracket));
            return;
        };
        let rest = self.rest();
        let target = match rest.as_bytes().first() {
            Some(b'(') => link_target(rest, self.budget),
            Some(b'[') => text::find_within(rest, b']', self.budget.min(200)).map(|end| end + 1),
            _ => None,
        };
        let Some(length) = target else {
            if text::starts_with_any(rest, "([") {
                self.budget = self.budget.saturating_sub(rest.len().min(LONGEST_TARGET));
            }
            self.out.push(Piece::Text(bracket));
            return;
        };
        self.take(length);
        if let Some(piece) = self.out.get_mut(open) {
            *piece = Piece::Nothing;
        }
    }

    /// A tag goes, an address in angle brackets stays, anything else is text.
    fn tag(&mut self) {
        let rest = self.rest();
        let closing = if self.no_tag || self.budget == 0 {
            None
        } else {
            rest.find('>')
        };
        self.no_tag |= closing.is_none();
        let inner = closing.and_then(|end| rest.get(1..end)).unwrap_or("");
        if inner.contains("://") && !inner.contains(is_space) {
            self.out.push(Piece::Owned(inner.to_owned()));
            self.at += inner.len() + 2;
            return;
        }
        let mut tokens = Tokens::new(self.text, self.at);
        // Without a `>` there is no tag, and looking for its end would look at all the rest.
        let token = closing.and_then(|_| tokens.next()).map(|(_, token)| token);
        match token {
            Some(Token::Open { name, .. } | Token::Close(name)) if is_tag(name) => {
                let parts = ["br", "p", "li", "ul", "ol", "div", "sup", "sub"];
                let parts = parts.iter().any(|tag| name.eq_ignore_ascii_case(tag));
                self.out.push(Piece::Text(if parts { " " } else { "" }));
                self.at = tokens.at;
            }
            Some(Token::Nothing) => self.at = tokens.at,
            _ => {
                self.budget = self.budget.saturating_sub(closing.unwrap_or(0));
                let text = self.take(1);
                self.out.push(Piece::Text(text));
            }
        }
    }

    fn finish(self) -> String {
        let mut out = String::with_capacity(self.text.len());
        for piece in self.out {
            match piece {
                Piece::Text(text) => entities::decode_into(&mut out, text),
                Piece::Owned(text) => out.push_str(&text),
                Piece::Nothing => {}
            }
        }
        out
    }
}

/// The length of a link's target with its parentheses, which may hold balanced ones.
fn link_target(text: &str, budget: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().take(LONGEST_TARGET.min(budget)) {
        match byte {
            b'(' => depth += 1,
            b')' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a name is an HTML element's, so that `<id>` and `<your-token>` stay as text.
fn is_tag(name: &str) -> bool {
    const TAGS: [&str; 46] = [
        "a",
        "abbr",
        "b",
        "big",
        "blockquote",
        "br",
        "center",
        "cite",
        "code",
        "del",
        "details",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "nobr",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "script",
        "small",
        "span",
        "strong",
        "style",
        "sub",
        "sup",
        "tt",
        "u",
        "ul",
        "var",
        "wbr",
    ];
    TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag))
}
