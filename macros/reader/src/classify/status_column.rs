//! The column of HTTP statuses: headings propose, all cells of the column decide ([`Votes`](super::vote::Votes)).
//!
//! | heading | is the column where most cells are codes, and |
//! |---|---|
//! | `HTTP status code`, `Status code` | one of them is known |
//! | `Code`, `Value`, `Error` | most of them are known, or have their phrases beside them, or a table of statuses has the same headings |
//! | the same, beside `Price` or `Event` | most of them have their phrases beside them |
//! | any other | the same, and there are three of them |
//! | none | most of them have their phrases beside them; or there are three of them, most of them known |
//! | `Area code`, `Never returned` | never |
//!
//! A tie is refused, and so are two columns that say the same.

use super::{
    code::{self, CodeCell},
    column::{self, Column},
    header::Says,
    phrase,
    verdict::Verdict,
    vote::{Decision, Votes},
};
use crate::{error::DocError, message, row::Codes, table::Table};

/// What one column may be.
enum Candidate {
    /// It is none.
    None,
    /// It has something of one, not enough.
    Unlikely(DocError),
    /// It may be one as well as not.
    Doubtful(DocError),
    /// What its heading says, and whether its codes carry their phrases.
    Possible(Says, Decision),
}

/// What the table says beside the column.
#[derive(Clone, Copy)]
struct Context {
    /// Whether a heading names what is counted or numbered.
    counts: bool,
    /// Whether a table of statuses on the page has the same headings.
    is_sister: bool,
}

/// The column of HTTP statuses, if there is one.
pub(crate) fn find(
    table: &Table,
    header_rows: usize,
    columns: &[Column],
    is_sister: bool,
) -> Result<Option<usize>, Verdict> {
    // `Event`, `Price` and `vCPUs` beside a column of numbers say what the numbers are about.
    let counts = columns.iter().any(|column| column.heading.counts());
    let context = Context { counts, is_sister };
    let mut best: Vec<(usize, Says, Decision)> = Vec::new();
    let mut doubts = Vec::new();
    let mut unlikely = None;
    for (index, column) in columns.iter().enumerate() {
        let (says, own) = match candidate(table, header_rows, columns, index, context) {
            Candidate::None => continue,
            Candidate::Unlikely(error) => {
                unlikely = Some(error);
                continue;
            }
            Candidate::Doubtful(error) => {
                doubts.push((column.status, error));
                continue;
            }
            Candidate::Possible(says, own) => (says, own),
        };
        let sip = sip_replies(&column.seen);
        // Services make numbers of their own up, and call them HTTP's.
        if sip.len() >= LEAST_SIP && !column.heading.names_http() {
            return Err(Verdict::Refused(message::sip_codes(
                table.position,
                &column.heading.text,
                &sip,
            )));
        }
        best.retain(|(_, before, _)| *before >= says);
        if best.iter().all(|(_, before, _)| *before <= says) {
            best.push((index, says, own));
        }
    }
    let most = best.first().map(|(_, says, _)| *says);
    // A column that may be the better one leaves all others in doubt.
    if let Some((_, error)) = doubts
        .into_iter()
        .find(|(says, _)| most.is_none_or(|most| *says >= most))
    {
        return Err(Verdict::Refused(error));
    }
    let first = match best.as_slice() {
        [] => {
            let is_service = columns
                .iter()
                .any(|column| column.sure_or_not.decision() == Decision::Yes);
            return match unlikely {
                Some(error) if !is_service => Err(Verdict::Unlikely(error)),
                _ => Ok(None),
            };
        }
        [(only, ..)] => *only,
        [first, second, ..] => {
            // Of two, the one whose codes carry their phrases.
            let own = |decision| best.iter().filter(move |(.., own)| *own == decision);
            match (own(Decision::Yes).next(), own(Decision::Yes).count()) {
                (Some((one, ..)), 1) if own(Decision::Tie).next().is_none() => *one,
                _ => {
                    let name = |index: usize| {
                        columns
                            .get(index)
                            .map_or("", |column| column.heading.text.as_str())
                    };
                    return Err(Verdict::Refused(message::two_status_columns(
                        table.position,
                        name(first.0),
                        name(second.0),
                    )));
                }
            }
        }
    };
    match other_codes(table, header_rows, columns, first) {
        None => Ok(Some(first)),
        Some(other) => {
            let name = |index: usize| {
                columns
                    .get(index)
                    .map_or("", |column| column.heading.text.as_str())
            };
            Err(Verdict::Refused(message::codes_in_two_columns(
                table.position,
                name(first),
                name(other),
            )))
        }
    }
}

/// Says what a column may be.
fn candidate(
    table: &Table,
    header_rows: usize,
    columns: &[Column],
    index: usize,
    context: Context,
) -> Candidate {
    let Some(column) = columns.get(index) else {
        return Candidate::None;
    };
    let heading = &column.heading;
    let is_sure = column.status == Says::Surely;
    if heading.counts_otherwise() || heading.negates() {
        return Candidate::None;
    }
    let coded = if is_sure {
        column.numbers_or_not.decision()
    } else {
        column.coded_or_not.decision()
    };
    let few_codes =
        || message::few_codes(table.position, &heading.text, column.codes, column.filled);
    if column.codes + column.sentences == 0 || !matches!(coded, Decision::Yes | Decision::Tie) {
        if column.codes == 0 || column.status == Says::Nothing {
            return Candidate::None;
        }
        return Candidate::Unlikely(few_codes());
    }
    let named = named(table, header_rows, columns.len(), index, column);
    let statuses = is_http(column);
    let evidence = if is_sure {
        // A heading that says it needs no more than one that is known.
        let is_known = column.seen.iter().any(|code| phrase::is_known(*code));
        if is_known || column.seen.is_empty() || column.classes.decision() == Decision::Yes {
            Decision::Yes
        } else {
            Decision::No
        }
    } else if heading.text.is_empty() && !context.counts && named != Decision::Yes {
        match statuses {
            Decision::Yes if is_plainly_http(column, LEAST_SILENT) => Decision::Yes,
            Decision::Tie if distinct(&column.seen).len() >= LEAST_SILENT => Decision::Tie,
            _ => named,
        }
    } else if column.status == Says::Nothing || context.counts {
        named
    } else if context.is_sister || statuses == Decision::Nothing {
        Decision::Yes
    } else {
        match (named, statuses) {
            (Decision::Yes, _) | (_, Decision::Yes) => Decision::Yes,
            (Decision::Tie, _) | (_, Decision::Tie) => Decision::Tie,
            _ => Decision::No,
        }
    };
    match evidence {
        Decision::Yes => {}
        Decision::Tie => {
            return Candidate::Doubtful(message::not_http(
                table.position,
                &heading.text,
                &column.seen,
            ));
        }
        Decision::No | Decision::Nothing if column.status == Says::Nothing => {
            return if looks_like_statuses(column) && !context.counts {
                Candidate::Unlikely(message::silent_heading(
                    table.position,
                    &heading.text,
                    &column.seen,
                ))
            } else {
                Candidate::None
            };
        }
        Decision::No | Decision::Nothing if context.counts => return Candidate::None,
        Decision::No | Decision::Nothing => {
            return Candidate::Unlikely(message::not_http(
                table.position,
                &heading.text,
                &column.seen,
            ));
        }
    }
    // Below a heading that says something, each cell that is not a code is refused where it stands.
    if coded == Decision::Tie && column.status == Says::Nothing {
        return if heading.text.is_empty() {
            Candidate::Doubtful(few_codes())
        } else {
            Candidate::None
        };
    }
    // A phrase or two under a heading that says nothing is an entry of a log, or the name of a page.
    let is_first = index == 0 && heading.text.is_empty();
    if column.status == Says::Nothing && !is_first && distinct(&column.seen).len() < LEAST_SILENT {
        return Candidate::Unlikely(message::silent_heading(
            table.position,
            &heading.text,
            &column.seen,
        ));
    }
    Candidate::Possible(column.status, column.own_or_not.decision())
}

/// Whether the codes of a column have their phrases beside them, in their own cells or in another column.
fn named(
    table: &Table,
    header_rows: usize,
    columns: usize,
    index: usize,
    column: &Column,
) -> Decision {
    let own = column.own_or_not.decision();
    if own == Decision::Yes || column.seen.is_empty() {
        return own;
    }
    // Each cell is read once, whatever the number of columns that may name it.
    let codes = single_codes(table, header_rows, index);
    let mut best = own;
    for other in (0..columns).filter(|other| *other != index) {
        match names(table, &codes, other) {
            Decision::Yes => return Decision::Yes,
            Decision::Tie => best = Decision::Tie,
            Decision::No | Decision::Nothing => {}
        }
    }
    best
}

/// A column beside the chosen one that holds other statuses: `Success` beside `Errors`.
fn other_codes(
    table: &Table,
    header_rows: usize,
    columns: &[Column],
    chosen: usize,
) -> Option<usize> {
    let is_named = columns
        .get(chosen)
        .is_some_and(|column| column.status > Says::Nothing);
    for (index, column) in columns.iter().enumerate() {
        let distinct = distinct(&column.seen);
        // Beside a heading that says what it is, `Limit` and `See also` say that they are something else.
        let is_silent = is_named
            && column.status == Says::Nothing
            && !column.heading.text.is_empty()
            && !column.heading.is_outcome();
        if index == chosen
            || is_silent
            || is_http(column) != Decision::Yes
            || !column.most(column.codes)
            || distinct.is_empty()
            || count(&distinct, phrase::is_known) < distinct.len()
            || column.heading.counts_otherwise()
            || column.heading.negates()
            || column.heading.error_code() == Says::Surely
        {
            continue;
        }
        let (mut of, mut differing) = (0, 0);
        for row in header_rows..table.row_count() {
            let one = code::parse(table.text(row, chosen));
            let other = code::parse(table.text(row, index));
            if let (CodeCell::Codes(one), CodeCell::Codes(other)) = (one, other) {
                of += 1;
                let same = one.len() == other.len()
                    && one
                        .iter()
                        .zip(&other)
                        .all(|(one, other)| one.codes == other.codes);
                differing += usize::from(!same);
            }
        }
        if differing * 2 > of {
            return Some(index);
        }
    }
    None
}

/// The rows of a column that hold one code, and the codes.
fn single_codes(table: &Table, header_rows: usize, column: usize) -> Vec<(usize, u16)> {
    let mut codes = Vec::new();
    for row in header_rows..table.row_count() {
        if let CodeCell::Codes(cell) = code::parse(table.text(row, column))
            && let [coded] = cell.as_slice()
            && let Codes::One(code) = coded.codes
        {
            codes.push((row, code));
        }
    }
    codes
}

/// How many different codes make a column of statuses of one whose heading says nothing.
const LEAST_SILENT: usize = 3;

/// How many codes that only SIP has make a table one of SIP: one may be a service's own.
const LEAST_SIP: usize = 2;

/// Whether a column holds the phrases of the codes in another.
fn names(table: &Table, codes: &[(usize, u16)], phrases: usize) -> Decision {
    let mut votes = Votes::default();
    for (row, code) in codes {
        votes.add(phrase::is_phrase_of(*code, table.text(*row, phrases)));
    }
    votes.decision()
}

/// Whether numbers can be HTTP statuses: replies of SMTP and FTP look alike, and services number their own errors 101,
/// 102, 103 …; HTTP's 1xx hardly make up a table.
fn is_http(column: &Column) -> Decision {
    let mut votes = column.classes;
    for code in distinct(&column.seen) {
        votes.add(code >= 200 && phrase::is_known(code));
    }
    votes.decision()
}

/// The numbers that only SIP, the protocol of telephony, has: it shares HTTP's codes, and adds its own.
fn sip_replies(seen: &[u16]) -> Vec<u16> {
    // RFC 3261 §21: none of them is registered for HTTP.
    const SIP: [u16; 17] = [
        180, 181, 182, 183, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 493, 494, 580,
    ];
    let replies = seen.iter().copied().filter(|code| SIP.contains(code));
    distinct(&replies.collect::<Vec<_>>())
}

/// Whether a column that is not read may well be one of statuses, by its numbers alone: enough for a hint, not for
/// reading it.
fn looks_like_statuses(column: &Column) -> bool {
    let distinct = distinct(&column.seen);
    column.codes * 4 >= column.filled * 3
        && distinct.len() >= 3
        && count(&distinct, |code| code % 50 != 0) > 0
        && count(&distinct, phrase::is_known) == distinct.len()
}

/// Whether numbers are HTTP statuses without a heading: several known ones, few of them round.
fn is_plainly_http(column: &Column, least: usize) -> bool {
    let distinct = distinct(&column.seen);
    let odd = count(&distinct, |code| code % 50 != 0);
    is_http(column) == Decision::Yes && distinct.len() >= least && odd + 1 >= least
}

fn count(codes: &[u16], test: fn(u16) -> bool) -> usize {
    codes.iter().filter(|code| test(**code)).count()
}

fn distinct(codes: &[u16]) -> Vec<u16> {
    let mut distinct = codes.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    distinct
}

/// Whether some column holds numbers that are HTTP statuses, whatever its heading says.
pub(crate) fn has_plain_codes(table: &Table) -> bool {
    (0..table.columns).any(|index| is_plainly_http(&column::survey(table, 0, index), 3))
}
