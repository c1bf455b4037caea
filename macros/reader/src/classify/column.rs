//! What is known of a column: what its heading says, and what its cells look like.

use super::{
    code::{self, CodeCell, Coded},
    header::{Heading, Says},
    methods, phrase, service_code,
    vote::{Decision, Votes},
};
use crate::{
    row::Codes,
    table::{Table, Via},
    text::{find_any, starts_with_any},
};

/// What is known of a column.
pub(crate) struct Column {
    pub(crate) heading: Heading,
    pub(crate) status: Says,
    /// Cells that are not empty.
    pub(crate) filled: usize,
    /// Cells that are codes.
    pub(crate) codes: usize,
    /// Cells that hold a code among other words.
    pub(crate) sentences: usize,
    /// Cells that are a number, but no status code.
    pub(crate) out_of_range: usize,
    /// Code cells that carry their own phrase.
    pub(crate) own_phrases: usize,
    /// Whether its cells are phrases.
    pub(crate) phrases_or_not: Votes,
    /// Whether its cells name types of data, or say no more than yes or no.
    pub(crate) types_or_not: Votes,
    /// Whether its cells are codes without a phrase, as a column has that repeats those of another.
    pub(crate) codes_or_not: Votes,
    /// Cells that could be a service's own code.
    pub(crate) service: usize,
    /// Cells that can hardly be anything else than a service's own code.
    pub(crate) surely_service: usize,
    /// Cells of the shape `VPN.0001`.
    pub(crate) prefixed: usize,
    /// Cells of the shape `NOT_FOUND`.
    pub(crate) underscored: usize,
    /// Cells that are a request, or its path: `GET /pets`.
    pub(crate) requests: usize,
    /// The codes, as far as they are single ones.
    pub(crate) seen: Vec<u16>,
}

impl Column {
    /// Whether at least half of the filled cells are so many.
    pub(crate) fn most(&self, count: usize) -> bool {
        count > 0 && count * 2 >= self.filled
    }

    /// Whether it may hold texts: it does not repeat the codes of another column.
    pub(crate) fn is_text(&self) -> bool {
        self.codes_or_not.decision() != Decision::Yes
    }
}

/// The rows of a table below its header, without those that one cell fills: these are headings.
pub(crate) fn body(table: &Table, header_rows: usize) -> impl Iterator<Item = usize> {
    (header_rows..table.row_count())
        .filter(|row| table.columns < 2 || table.only_cell(*row).is_none())
}

/// The longest cell that can be a code and nothing else, in characters: `400/401`.
const LONGEST_BARE_CODE: usize = 8;

fn is_bare_code(parsed: &CodeCell, text: &str) -> bool {
    let is_bare = |coded: &Coded| coded.beside.phrase.is_empty();
    matches!(parsed, CodeCell::Codes(coded) if coded.iter().all(is_bare))
        && text.chars().count() <= LONGEST_BARE_CODE
}

/// Looks at the cells of a column below the header.
pub(crate) fn survey(table: &Table, header_rows: usize, index: usize) -> Column {
    let heading = Heading::new(&heading(table, header_rows, index));
    let mut column = Column {
        status: heading.status(),
        heading,
        filled: 0,
        codes: 0,
        sentences: 0,
        out_of_range: 0,
        own_phrases: 0,
        phrases_or_not: Votes::default(),
        types_or_not: Votes::default(),
        codes_or_not: Votes::default(),
        service: 0,
        surely_service: 0,
        prefixed: 0,
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
        match parsed {
            CodeCell::Codes(coded) => {
                column.codes += 1;
                for Coded { codes, beside } in coded {
                    if let Codes::One(code) = codes {
                        column.own_phrases +=
                            usize::from(phrase::is_phrase_of(code, &beside.phrase));
                        column.seen.push(code);
                    }
                }
            }
            // Which code that is, and whether it is one, the row says.
            CodeCell::Doubt(_) => column.codes += 1,
            // `ERR_DATA_404` is a code of the service, not a sentence about a status.
            CodeCell::Sentence => {
                column.sentences += usize::from(!service_code::is_sure(text));
            }
            CodeCell::OutOfRange => column.out_of_range += 1,
            CodeCell::Empty | CodeCell::Without | CodeCell::Other => {}
        }
        column.requests += usize::from(methods::is_request(text));
        let possible = service_code::is_possible(text);
        column.service += usize::from(possible);
        column.underscored += usize::from(possible && text.contains('_'));
        column.surely_service += usize::from(service_code::is_sure(text));
        column.prefixed += usize::from(service_code::is_prefixed(text));
    }
    column
}

/// Whether a text names a type of data, or says no more than yes or no.
pub(crate) fn is_type_or_flag(text: &str) -> bool {
    is_data_type(text) || is_flag(text)
}

/// Whether a text names a type of data or a media type, as the tables of generated references have it beside a code.
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
    let (word, rest) = text.split_at(find_any(text, "<[( "));
    // `Object not found` is a sentence.
    let rest = rest.trim_start();
    let is_whole = rest.is_empty() || starts_with_any(rest, "<[(") || rest.starts_with("of ");
    is_whole && TYPES.iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// Whether a text says yes or no, as a table has it that shows which operation answers which status.
fn is_flag(text: &str) -> bool {
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    let is_sign = word.is_empty() && !text.is_empty();
    is_sign
        || ["yes", "no", "y", "n", "x", "true", "false"]
            .iter()
            .any(|flag| word.eq_ignore_ascii_case(flag))
}

/// The headings of a table, as they are compared.
pub(crate) fn headings(table: &Table, header_rows: usize) -> Vec<String> {
    (0..table.columns)
        .map(|index| Heading::new(&heading(table, header_rows, index)).text)
        .collect()
}

/// The heading of a column; of two header rows, both.
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
