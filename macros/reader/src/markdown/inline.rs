//! Reduces inline markup, of Markdown and of the HTML in it, to its text (CommonMark §6).

use std::collections::HashSet;

use crate::{
    html::{
        self,
        entities::{self, Dialect},
        tag::{Element, HTML_BLOCK, INLINE},
        tokens::{Token, Tokens},
    },
    markdown::html_block,
    table::Shown,
    text::{self, ends_with_any, find_within, fold, starts_with, starts_with_any, trim_start_any},
};

/// Whether markup, or a character reference, may begin with a byte.
fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'`' | b'*' | b'_' | b'[' | b'!' | b'<' | b'&' | b'~' | b'{'
    )
}

/// The longest target of a link, in bytes.
const LONGEST_TARGET: usize = 2048;

/// The longest label of a link, in bytes (CommonMark §4.7 counts characters).
const LONGEST_LABEL: usize = 999;

/// The labels of a document's link reference definitions, each in the form of [`label`].
pub(crate) type Labels = HashSet<String>;

/// A label in the form that is compared: white space folded, lower case.
pub(super) fn label(text: &str) -> String {
    fold(text).to_lowercase()
}

/// A text without its inline markup and with its white space folded.
pub(crate) fn reduce(text: &str, labels: &Labels) -> Shown {
    if !text.bytes().any(is_special) {
        return Shown::plain(fold(text));
    }
    let mut reader = Reader {
        text,
        at: 0,
        labels,
        out: Vec::new(),
        runs: Vec::new(),
        brackets: Vec::new(),
        no_code: 0,
        no_tag: false,
        budget: 4096 + 4 * text.len(),
        raised: None,
        struck: false,
        blocks: Vec::new(),
    };
    reader.run();
    reader.emphasis(0);
    let struck = reader.struck;
    Shown {
        text: fold(&reader.finish()),
        struck,
    }
}

/// The length of the code that follows a run of backticks, up to the run of the same length that closes it.
///
/// `no_code` has a bit for each length of a run that nothing closes, so that it is searched for once.
pub(super) fn code_length(rest: &str, run: usize, no_code: &mut u64) -> Option<usize> {
    let known = 1_u64
        .checked_shl(u32::try_from(run).unwrap_or(u32::MAX))
        .unwrap_or(0);
    if known == 0 || *no_code & known != 0 {
        return None;
    }
    let mut from = 0;
    while let Some(found) = rest.get(from..).and_then(|text| text.find('`')) {
        let start = from + found;
        let length = text::run(rest.get(start..).unwrap_or(""), '`');
        if length == run {
            return Some(start);
        }
        from = start + length;
    }
    *no_code |= known;
    None
}

/// The length of the target of a link, `(…)`, that a text begins with, if it is not longer than targets are.
pub(super) fn short_target(rest: &str) -> Option<usize> {
    link_target(rest.get(..floor(rest, LONGEST_TARGET))?)
}

/// A piece of the output. A mark becomes `Nothing` when it turns out to be markup.
enum Piece<'a> {
    Text(&'a str),
    Owned(String),
    Nothing,
}

/// A run of marks that may open or close emphasis (CommonMark §6.2).
struct Run<'a> {
    piece: usize,
    mark: char,
    marks: &'a str,
    /// The number of its marks that are not paired yet.
    left: usize,
    opens: bool,
    closes: bool,
    /// The nearest earlier run that may still open something.
    before: Option<usize>,
}

/// A `[` or `![` that may still become a link.
struct Bracket {
    piece: usize,
    /// The offset of the text after it.
    start: usize,
    /// The number of runs before it.
    runs: usize,
    is_image: bool,
    /// Whether a link follows it. Then it cannot begin a link, because a link cannot hold another.
    holds_link: bool,
}

struct Reader<'a, 'l> {
    text: &'a str,
    at: usize,
    labels: &'l Labels,
    out: Vec<Piece<'a>>,
    runs: Vec<Run<'a>>,
    brackets: Vec<Bracket>,
    /// Lengths of backtick runs that have no closing run, as bits.
    no_code: u64,
    /// Whether the rest of the text has no `>`.
    no_tag: bool,
    /// How many bytes may still be searched for the ends of links and tags. It keeps failing searches linear.
    budget: usize,
    /// The piece that begins a raised text.
    raised: Option<usize>,
    struck: bool,
    /// The open tags that separate words.
    blocks: Vec<&'a str>,
}

impl<'a> Reader<'a, '_> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = self.text.get(self.at..self.at + length).unwrap_or("");
        self.at += length;
        taken
    }

    fn push(&mut self, text: &'a str) {
        self.out.push(Piece::Text(text));
    }

    fn run(&mut self) {
        loop {
            // Character references are decoded at the end.
            let rest = self.rest();
            let next = rest
                .bytes()
                .position(|byte| byte == b']' || (byte != b'&' && is_special(byte)))
                .unwrap_or(rest.len());
            let plain = self.take(next);
            self.push(plain);
            let Some(mark) = self.rest().chars().next() else {
                return;
            };
            match mark {
                '\\' => self.escape(),
                '`' => self.code(),
                '*' | '_' | '~' => self.mark(mark),
                '[' => self.open_bracket(false),
                '!' if self.rest().starts_with("![") => self.open_bracket(true),
                ']' => self.close_bracket(),
                '<' => self.tag(),
                '{' => self.attributes(),
                _ => {
                    let text = self.take(mark.len_utf8());
                    self.push(text);
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
            Some('\n') => self.push(" "),
            _ => self.push("\\"),
        }
    }

    fn code(&mut self) {
        let run = text::run(self.rest(), '`');
        let marks = self.take(run);
        if let Some(length) = code_length(self.rest(), run, &mut self.no_code) {
            let inner = self.take(length);
            self.take(run);
            // One space at each end goes, for code that begins with a backtick.
            let stripped = inner
                .strip_prefix([' ', '\n'])
                .and_then(|inner| inner.strip_suffix([' ', '\n']))
                .filter(|_| !inner.trim().is_empty());
            let code = stripped.unwrap_or(inner).to_owned();
            self.out.push(Piece::Owned(code));
            return;
        }
        self.push(marks);
    }

    /// Reads a run of marks that may open or close emphasis.
    fn mark(&mut self, mark: char) {
        let before = self
            .text
            .get(..self.at)
            .and_then(|text| text.chars().next_back());
        let run = text::run(self.rest(), mark);
        let marks = self.take(run);
        let after = self.rest().chars().next();
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_punctuation =
            |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
        let opens = !is_space(after)
            && (!is_punctuation(after) || is_space(before) || is_punctuation(before));
        let closes = !is_space(before)
            && (!is_punctuation(before) || is_space(after) || is_punctuation(after));
        let (opens, closes) = match mark {
            // Within a word `_` is not emphasis.
            '_' => (
                opens && (!closes || is_punctuation(before)),
                closes && (!opens || is_punctuation(after)),
            ),
            '~' => (opens && run <= 2, closes && run <= 2),
            _ => (opens, closes),
        };
        if opens || closes {
            self.runs.push(Run {
                piece: self.out.len(),
                mark,
                marks,
                left: run,
                opens,
                closes,
                before: self.runs.len().checked_sub(1),
            });
        }
        self.push(marks);
    }

    /// Pairs the runs, beginning with the one at `from` (CommonMark, "phase 2"), and drops them.
    fn emphasis(&mut self, from: usize) {
        // For each kind of closing run, the first run that may open it. A search below it has failed already.
        let mut bottoms = [from; 14];
        let mut last = from.checked_sub(1);
        for at in from..self.runs.len() {
            if let Some(run) = self.runs.get_mut(at) {
                run.before = last;
            }
            while let Some(closer) = self.runs.get(at).filter(|run| run.closes && run.left > 0) {
                let kind = closer.kind();
                let bottom = bottoms.get(kind).copied().unwrap_or(from);
                let mut candidate = closer.before;
                let mut opener = None;
                while let Some(index) = candidate.filter(|index| *index >= bottom) {
                    let Some(run) = self.runs.get(index) else {
                        break;
                    };
                    if run.is_opened_for(closer) {
                        opener = Some(index);
                        break;
                    }
                    candidate = run.before;
                }
                let Some(opener) = opener else {
                    if let Some(bottom) = bottoms.get_mut(kind) {
                        *bottom = at;
                    }
                    break;
                };
                let used = match self.runs.get(opener) {
                    Some(run) => run.left.min(closer.left).min(2),
                    None => break,
                };
                self.struck |= closer.mark == '~';
                for index in [opener, at] {
                    if let Some(run) = self.runs.get_mut(index) {
                        run.left -= used;
                        let shown = run.marks.get(..run.left).unwrap_or("");
                        if let Some(piece) = self.out.get_mut(run.piece) {
                            *piece = Piece::Text(shown);
                        }
                    }
                }
                // What is between them is closed with them.
                let emptied = self.runs.get(opener).is_some_and(|run| run.left == 0);
                let next = if emptied {
                    self.runs.get(opener).and_then(|run| run.before)
                } else {
                    Some(opener)
                };
                if let Some(run) = self.runs.get_mut(at) {
                    run.before = next;
                }
            }
            let Some(run) = self.runs.get(at) else { break };
            last = if run.opens && run.left > 0 {
                Some(at)
            } else {
                run.before
            };
        }
        self.runs.truncate(from);
    }

    fn open_bracket(&mut self, is_image: bool) {
        let text = self.take(if is_image { 2 } else { 1 });
        self.brackets.push(Bracket {
            piece: self.out.len(),
            start: self.at,
            runs: self.runs.len(),
            is_image,
            holds_link: false,
        });
        self.push(text);
    }

    /// Reads `](target)`, `][label]`, `][]` or `]`, which makes the text before it a link. Only the text of a link is kept.
    fn close_bracket(&mut self) {
        let end = self.at;
        let bracket = self.take(1);
        let Some(open) = self.brackets.pop() else {
            self.push(bracket);
            return;
        };
        let target = if open.holds_link && !open.is_image {
            None
        } else {
            self.target(self.text.get(open.start..end).unwrap_or(""))
        };
        let Some(length) = target else {
            self.push(bracket);
            return;
        };
        self.take(length);
        self.emphasis(open.runs);
        if let Some(piece) = self.out.get_mut(open.piece) {
            *piece = Piece::Nothing;
        }
        if !open.is_image {
            for bracket in self.brackets.iter_mut().rev() {
                if bracket.holds_link {
                    break;
                }
                bracket.holds_link = true;
            }
        }
    }

    /// The length of the target that follows a text in brackets; `None` if the text is not a link.
    fn target(&mut self, inner: &str) -> Option<usize> {
        let rest = self.rest();
        if rest.starts_with('(') {
            let looked = rest.get(..floor(rest, LONGEST_TARGET.min(self.budget)))?;
            if let Some(length) = link_target(looked) {
                return Some(length);
            }
            self.budget = self.budget.saturating_sub(looked.len());
        }
        if self.labels.is_empty() {
            return None;
        }
        if rest.starts_with('[') {
            let inside = rest.get(1..floor(rest, (LONGEST_LABEL + 2).min(self.budget)).max(1));
            let end = inside.and_then(|inside| unescaped(inside, "[]"));
            // Brackets within brackets are not a label.
            let end = end.map(|end| end + 1);
            if let Some(end) = end.filter(|end| rest.as_bytes().get(*end) == Some(&b']')) {
                let written = rest.get(1..end).unwrap_or("");
                let written = if written.trim().is_empty() {
                    inner
                } else {
                    written
                };
                return self.is_label(written).then_some(end + 1);
            }
            self.budget = self.budget.saturating_sub(end.unwrap_or(LONGEST_LABEL));
        }
        self.is_label(inner).then_some(0)
    }

    fn is_label(&mut self, written: &str) -> bool {
        if written.len() > LONGEST_LABEL || self.budget == 0 {
            return false;
        }
        self.budget = self.budget.saturating_sub(written.len() / 8);
        self.labels.contains(&label(written))
    }

    /// Reads what begins with `<`. A tag is dropped, an address in angle brackets is kept, and anything else is text.
    fn tag(&mut self) {
        let rest = self.rest();
        let closing = if self.no_tag || self.budget == 0 {
            None
        } else {
            rest.find('>')
        };
        self.no_tag |= closing.is_none();
        let inner = closing.and_then(|end| rest.get(1..end)).unwrap_or("");
        if is_address(inner) {
            self.out.push(Piece::Owned(inner.to_owned()));
            self.at += inner.len() + 2;
            return;
        }
        // Without a `>` there is no tag, and a search for its end would read the whole rest.
        let looked = rest
            .get(..floor(rest, self.budget))
            .filter(|_| closing.is_some());
        let Some(length) = looked.and_then(html_block::inline) else {
            let may_begin = starts_with_any(rest.get(1..).unwrap_or(""), "!?/")
                || rest.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic);
            let cost = if may_begin {
                looked.map_or(0, str::len)
            } else {
                0
            };
            self.budget = self.budget.saturating_sub(cost);
            let text = self.take(1);
            self.push(text);
            return;
        };
        let start = self.at;
        let text = self.take(length);
        match Tokens::new(text, 0).next() {
            Some((_, Token::Open { tag, attributes })) if tag.is(HTML_BLOCK | INLINE) => {
                let effects = html::effects(tag, attributes);
                if effects.hides {
                    self.at = html::hidden_end(self.text, start).max(self.at);
                    return;
                }
                self.struck |= effects.strikes;
                if tag.element == Element::Sup {
                    self.raised = Some(self.out.len());
                    self.out.push(Piece::Nothing);
                } else {
                    let parts = html::parts_words(tag.element);
                    if parts && self.blocks.len() < 64 {
                        self.blocks.push(tag.name);
                    }
                    self.push(if parts { " " } else { "" });
                }
            }
            Some((_, Token::Close(tag))) if tag.is(HTML_BLOCK | INLINE) => {
                if tag.element == Element::Sup {
                    self.end_raised();
                } else {
                    // An end tag without a begin tag has no effect, except for a paragraph.
                    let is_it = |open: &&str| open.eq_ignore_ascii_case(tag.name);
                    let begin = self.blocks.iter().rposition(is_it);
                    self.blocks.truncate(begin.unwrap_or(usize::MAX));
                    let is_alone = matches!(tag.element, Element::P | Element::Br);
                    self.push(if begin.is_some() || is_alone { " " } else { "" });
                }
            }
            Some((_, Token::Open { .. } | Token::Close(_))) => self.push(text),
            // A comment, or the tag of an element with raw content, which is dropped with its content.
            _ => {
                let mut tokens = Tokens::new(self.text, start);
                tokens.next();
                self.at = tokens.at.max(self.at);
            }
        }
    }

    /// `404<sup>1</sup>` has a mark, not another digit.
    fn end_raised(&mut self) {
        let Some(start) = self.raised.take() else {
            return;
        };
        let mut inner = String::new();
        for piece in self.out.iter().skip(start) {
            match piece {
                Piece::Text(text) => inner.push_str(text),
                Piece::Owned(text) => inner.push_str(text),
                Piece::Nothing => {}
            }
        }
        if let Some(mark) = text::raised(inner.trim()) {
            self.out.truncate(start);
            self.out.push(Piece::Owned(mark));
        } else {
            if let Some(piece) = self.out.get_mut(start) {
                *piece = Piece::Text(" ");
            }
            self.push(" ");
        }
    }

    /// `{: .class #id key="value"}` is kramdown's; anything else in braces is text.
    fn attributes(&mut self) {
        let rest = self.rest();
        let inner = rest
            .strip_prefix("{:")
            .and_then(|inner| inner.get(..find_within(inner, b'}', 200)?));
        match inner {
            Some(inner) if is_attribute_list(inner) => {
                self.take(inner.len() + 3);
            }
            _ => {
                let text = self.take(1);
                self.push(text);
            }
        }
    }

    fn finish(self) -> String {
        let mut out = String::with_capacity(self.text.len());
        for piece in self.out {
            match piece {
                Piece::Text(text) => entities::decode_into(&mut out, text, Dialect::Markdown),
                Piece::Owned(text) => out.push_str(&text),
                Piece::Nothing => {}
            }
        }
        out
    }
}

impl Run<'_> {
    /// Groups closing runs: the same runs can open all runs of a kind.
    fn kind(&self) -> usize {
        let length = self.marks.len();
        match self.mark {
            '~' => 12 + usize::from(length == 2),
            '_' => 6 + 3 * usize::from(self.opens) + length % 3,
            _ => 3 * usize::from(self.opens) + length % 3,
        }
    }

    /// Whether this run opens the emphasis that another run closes.
    fn is_opened_for(&self, closer: &Run<'_>) -> bool {
        if !self.opens || self.mark != closer.mark {
            return false;
        }
        let (own, other) = (self.marks.len(), closer.marks.len());
        if self.mark == '~' {
            return own == other;
        }
        // CommonMark's rules 9 and 10, which keep `*a**b*` together.
        let is_odd = (self.closes || closer.opens)
            && (own + other).is_multiple_of(3)
            && !own.is_multiple_of(3);
        !is_odd
    }
}

/// Whether a text may stand between `{:` and `}`: classes, names and pairs, separated by spaces.
pub(super) fn is_attribute_list(inner: &str) -> bool {
    !inner.trim().is_empty()
        && inner.split_whitespace().all(|word| {
            starts_with_any(word, ".#") || word.contains('=') || ends_with_any(word, "\"':")
        })
}

/// The last character boundary among the first `most` bytes of a text.
fn floor(text: &str, most: usize) -> usize {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// The length of `(target "title")` at the beginning of a text (CommonMark §6.3).
fn link_target(text: &str) -> Option<usize> {
    const SPACES: &str = " \t\n\r";
    let inner = trim_start_any(text.get(1..)?, SPACES);
    let after = if let Some(bracketed) = inner.strip_prefix('<') {
        let end = unescaped(bracketed, ">")?;
        let target = bracketed.get(..end)?;
        if target.contains('\n') || unescaped(target, "<").is_some() {
            return None;
        }
        bracketed.get(end + 1..)?
    } else {
        inner.get(bare_target(inner)?..)?
    };
    let rest = trim_start_any(after, SPACES);
    let rest = match rest.chars().next()? {
        quote @ ('"' | '\'' | '(') if rest.len() < after.len() => {
            let close = match quote {
                '(' => ")",
                '"' => "\"",
                _ => "'",
            };
            let title = rest.get(1..)?;
            trim_start_any(title.get(unescaped(title, close)? + 1..)?, SPACES)
        }
        _ => rest,
    };
    let rest = rest.strip_prefix(')')?;
    Some(text.len() - rest.len())
}

/// The length of a target without angle brackets: no spaces, and its parentheses are balanced.
fn bare_target(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' if !escaped => depth += 1,
            b')' if !escaped && depth == 0 => return Some(at),
            b')' if !escaped => depth -= 1,
            b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => return Some(at),
            _ if escaped => {}
            _ if byte.is_ascii_control() || byte == b' ' => return None,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    None
}

/// The offset of the first mark without a backslash before it.
fn unescaped(text: &str, marks: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let found = !escaped && marks.as_bytes().contains(&byte);
        escaped = byte == b'\\' && !escaped;
        found
    })
}

/// Whether a text in angle brackets is an address: `https://x.y`, `mailto:a@b`, `a@b.c` (CommonMark §6.5).
fn is_address(text: &str) -> bool {
    let is_bare = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>');
    if !text.chars().all(is_bare) {
        return false;
    }
    if let Some((scheme, _)) = text.split_once(':') {
        return (2..=32).contains(&scheme.len())
            && starts_with(scheme, |c| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
    }
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let is_user = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && !host.is_empty()
            && user.chars().all(is_user)
            && host.chars().all(is_host)
    })
}
