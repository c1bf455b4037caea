//! Facts about a column: its heading and its cells.

use super::{
    code::{self, CodeCell, Coded},
    header::{Describes, Heading, Says, normal},
    methods, phrase, service_code,
    vote::{Decision, Votes},
};
use crate::{
    row::Codes,
    table::{Table, Via},
    text::{self, find_mark, starts_with_any},
};

/// Facts about a column.
pub(crate) struct Column {
    pub(crate) heading: Heading,
    pub(crate) status: Says,
    /// Cells that are not empty.
    pub(crate) filled: usize,
    /// Cells that are codes.
    pub(crate) codes: usize,
    /// Cells that hold a code among other words.
    pub(crate) sentences: usize,
    /// Whether its cells are codes, alone or among other words.
    pub(crate) coded_or_not: Votes,
    /// The same, if any number counts.
    pub(crate) numbers_or_not: Votes,
    /// Whether its codes have their phrases in the same cell.
    pub(crate) own_or_not: Votes,
    /// Whether its cells may be service error codes.
    pub(crate) possible_or_not: Votes,
    /// Whether its cells are service error codes with near certainty.
    pub(crate) sure_or_not: Votes,
    /// The same, if a number alone does not count.
    pub(crate) words_or_not: Votes,
    /// Whether its cells have the form `VPN.0001`.
    pub(crate) prefixed_or_not: Votes,
    /// Whether its cells are phrases.
    pub(crate) phrases_or_not: Votes,
    /// Whether its cells are types of data, or yes and no.
    pub(crate) types_or_not: Votes,
    /// Whether its cells are codes without a phrase, as in a column that repeats another.
    pub(crate) codes_or_not: Votes,
    /// Cells of the form `NOT_FOUND`.
    pub(crate) underscored: usize,
    /// Cells that are a request, or its path: `GET /pets`.
    pub(crate) requests: usize,
    /// The classes and ranges, which are all within HTTP's.
    pub(crate) classes: Votes,
    /// The single codes.
    pub(crate) seen: Vec<u16>,
}

impl Column {
    /// Whether this number is at least half of the filled cells.
    pub(crate) fn most(&self, count: usize) -> bool {
        count > 0 && count * 2 >= self.filled
    }

    /// Whether it may hold texts, because it does not repeat the codes of another column.
    pub(crate) fn is_text(&self) -> Decision {
        let is_headed =
            self.heading.description() >= Describes::Well || self.heading.message() == Says::Surely;
        if self.heading.advises() || is_headed {
            return Decision::Yes;
        }
        match self.codes_or_not.decision() {
            Decision::Yes => Decision::No,
            Decision::Tie => Decision::Tie,
            Decision::No | Decision::Nothing => Decision::Yes,
        }
    }
}

/// The rows of a table below its header. A row with a single cell is a heading, and is not included.
pub(crate) fn body(table: &Table, header_rows: usize) -> impl Iterator<Item = usize> {
    (header_rows..table.row_count())
        .filter(|row| table.columns < 2 || table.only_cell(*row).is_none())
}

/// The longest cell that can be only codes, in characters: `400/401`.
const LONGEST_BARE_CODE: usize = 8;

fn is_bare_code(parsed: &CodeCell, text: &str) -> bool {
    let is_bare = |coded: &Coded| coded.beside.phrase.is_empty();
    matches!(parsed, CodeCell::Codes(coded) if coded.iter().all(is_bare))
        && text.chars().count() <= LONGEST_BARE_CODE
}

/// Collects the facts about a column from its cells below the header.
pub(crate) fn survey(table: &Table, header_rows: usize, index: usize) -> Column {
    let heading = Heading::new(&heading(table, header_rows, index));
    let mut column = Column {
        status: match code::parse(&heading.text) {
            // `4xx client errors` heads the statuses below it.
            CodeCell::Codes(_) => Says::Perhaps,
            _ => heading.status(),
        },
        heading,
        filled: 0,
        codes: 0,
        sentences: 0,
        classes: Votes::default(),
        coded_or_not: Votes::default(),
        numbers_or_not: Votes::default(),
        own_or_not: Votes::default(),
        possible_or_not: Votes::default(),
        sure_or_not: Votes::default(),
        words_or_not: Votes::default(),
        prefixed_or_not: Votes::default(),
        phrases_or_not: Votes::default(),
        types_or_not: Votes::default(),
        codes_or_not: Votes::default(),
        underscored: 0,
        requests: 0,
        seen: Vec::new(),
    };
    for row in body(table, header_rows) {
        let Some((cell, Via::Own)) = table.cell(row, index) else {
            continue;
        };
        let text = cell.text.as_str();
        let parsed = code::parse(text);
        let is_filled = !matches!(parsed, CodeCell::Empty | CodeCell::Without);
        column.filled += usize::from(is_filled);
        let is_phrase = phrase::is_phrase(text);
        if is_filled {
            column.phrases_or_not.add(is_phrase);
            column.types_or_not.add(is_type_or_flag(text));
            column.codes_or_not.add(is_bare_code(&parsed, text));
        }
        // `ERR_DATA_404` is a code of the service, not a sentence about a status.
        let is_sentence = parsed == CodeCell::Sentence && !service_code::is_sure(text);
        let is_code = matches!(parsed, CodeCell::Codes(_) | CodeCell::Doubt(_));
        column.codes += usize::from(is_code);
        column.sentences += usize::from(is_sentence);
        if is_filled {
            let is_coded = is_code || is_sentence;
            column.coded_or_not.add(is_coded);
            column
                .numbers_or_not
                .add(is_coded || parsed == CodeCell::OutOfRange);
            let possible = service_code::is_possible(text);
            column.possible_or_not.add(possible);
            column.underscored += usize::from(possible && text.contains('_'));
            let is_sure = service_code::is_sure(text);
            column.sure_or_not.add(is_sure);
            let is_word = text::contains(text, |c| c.is_ascii_alphabetic());
            column.words_or_not.add(is_sure && is_word);
            column.prefixed_or_not.add(service_code::is_prefixed(text));
        }
        if let CodeCell::Codes(coded) = parsed {
            let mut named = false;
            for Coded { codes, beside } in coded {
                match codes {
                    Codes::One(code) => {
                        named |= phrase::is_phrase_of(code, &beside.phrase);
                        column.seen.push(code);
                    }
                    Codes::Range(..) => column.classes.add(true),
                }
            }
            column.own_or_not.add(named);
        }
        column.requests += usize::from(methods::is_request(text));
    }
    column
}

/// Whether a text is a type of data, or yes or no.
pub(crate) fn is_type_or_flag(text: &str) -> bool {
    is_data_type(text) || is_flag(text)
}

/// Whether a text is a type of data or a media type. Generated references have these beside a code.
fn is_data_type(text: &str) -> bool {
    const TYPES: [&str; 12] = [
        "object", "string", "array", "integer", "number", "boolean", "file", "null", "none",
        "json", "binary", "void",
    ];
    const MEDIA: [&str; 6] = [
        "application/",
        "text/",
        "image/",
        "audio/",
        "multipart/",
        "*/",
    ];
    if !text.contains(' ') && MEDIA.iter().any(|tree| text.starts_with(tree)) {
        return true;
    }
    let (word, rest) = text.split_at(find_mark(text, |byte| b"<[( ".contains(&byte)));
    // `Object not found` is a sentence.
    let rest = rest.trim_start();
    let is_whole = rest.is_empty() || starts_with_any(rest, "<[(") || rest.starts_with("of ");
    is_whole && TYPES.iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// Whether a text is yes or no, as in a table that shows which operation sends which status.
fn is_flag(text: &str) -> bool {
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    word.is_empty()
        || ["yes", "no", "y", "n", "x", "true", "false"]
            .iter()
            .any(|flag| word.eq_ignore_ascii_case(flag))
}

/// The headings of a table in the form for comparison.
pub(crate) fn headings(table: &Table, header_rows: usize) -> Vec<String> {
    (0..table.columns)
        .map(|index| normal(&heading(table, header_rows, index)))
        .collect()
}

/// The heading of a column. With two header rows, it has both.
pub(crate) fn heading(table: &Table, header_rows: usize, column: usize) -> String {
    let mut heading = String::new();
    let mut last = None;
    for row in 0..header_rows {
        let text = table.text(row, column);
        if last != Some(text) && !text.is_empty() {
            if !heading.is_empty() {
                heading.push(' ');
            }
            heading.push_str(text);
        }
        last = Some(text);
    }
    heading
}
