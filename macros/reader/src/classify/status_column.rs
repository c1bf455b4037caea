//! Finds the column of HTTP statuses. Headings propose it, and all cells of the column decide
//! ([`Votes`](super::vote::Votes)).
//!
//! | heading | is the column where most cells are codes, and |
//! |---|---|
//! | `HTTP status code`, `Status code` | one of them is known |
//! | `Code`, `Error` | most of them are known, or have their phrases beside them, or a table of statuses has the same headings |
//! | `Value`, `Result` | the same; round numbers alone, such as 200 and 500, have their phrases or the headings |
//! | the same, beside `Price` or `Event` | most of them have their phrases beside them |
//! | any other | the same, and there are three of them |
//! | none | most of them have their phrases beside them; or there are three of them, most of them known |
//! | `Area code`, `Never returned` | never |
//!
//! A tie is refused. So are two columns that both may be it.

use super::{
    code::{self, CodeCell},
    column::{self, Column},
    header::{Says, Subject},
    phrase,
    verdict::Verdict,
    vote::{Decision, Votes},
};
use crate::{error::DocError, message, order, row::Codes, table::Table};

/// The decision about a column.
enum Candidate {
    /// It is not the status column.
    None,
    /// It is similar to a status column, but not enough.
    Unlikely(DocError),
    /// It cannot be decided.
    Doubtful(DocError),
    /// It may be one: the meaning of its heading, and whether its codes have their phrases.
    Possible(Says, Decision),
}

/// The context of a column in its table.
#[derive(Clone, Copy)]
struct Context {
    /// Whether a heading names something counted or numbered.
    counts: bool,
    /// Whether the section is about the replies of another protocol.
    replies: bool,
    /// Whether a table of statuses on the page has the same headings.
    is_sister: bool,
}

/// The column of HTTP statuses, if there is one.
pub(crate) fn find(
    table: &Table,
    header_rows: usize,
    columns: &[Column],
    subject: Subject,
    is_sister: bool,
) -> Result<Option<usize>, Verdict> {
    // `Event`, `Price` and `vCPUs` tell what the numbers beside them are about.
    let counts =
        subject == Subject::Counted || columns.iter().any(|column| column.heading.counts());
    let context = Context {
        counts,
        replies: subject == Subject::Replies,
        is_sister,
    };
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
        // Some services invent numbers of their own, and call them HTTP status codes.
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
    // If a column cannot be decided, it may be better than the others.
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
            // If there are two, take the one whose codes have their phrases.
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

/// Decides what a column may be.
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
    let is_reply = context.replies && !heading.names_http();
    if heading.counts_otherwise() || heading.negates() || is_reply {
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
        // With a clear heading, one known code is enough.
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
    } else if heading.is_anything() && !has_odd(&distinct(&column.seen)) {
        // `200` and `500` below `Value` are settings and limits, unless their phrases are beside them.
        named
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
    // Below a clear heading, each cell that is not a code is refused at its place.
    if coded == Decision::Tie && column.status == Says::Nothing {
        return if heading.text.is_empty() {
            Candidate::Doubtful(few_codes())
        } else {
            Candidate::None
        };
    }
    // One or two phrases below an unclear heading are entries of a log, or names of pages.
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
    // Each cell is read once, for any number of columns with phrases.
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
        // Beside a clear heading, `Limit` and `See also` are something else.
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

/// The minimal number of different codes in a status column with an unclear heading.
const LEAST_SILENT: usize = 3;

/// The minimal number of SIP-only codes in a table of SIP. A single one may be a code of the service.
const LEAST_SIP: usize = 2;

/// Whether a column holds the phrases of the codes in another.
fn names(table: &Table, codes: &[(usize, u16)], phrases: usize) -> Decision {
    let mut votes = Votes::default();
    for (row, code) in codes {
        votes.add(phrase::is_phrase_of(*code, table.text(*row, phrases)));
    }
    votes.decision()
}

/// Whether numbers may be HTTP statuses. Codes of SMTP and FTP look similar, and services number their own errors 101,
/// 102, 103 and so on. A table of only 1xx statuses is unlikely.
fn is_http(column: &Column) -> Decision {
    let mut votes = column.classes;
    for code in distinct(&column.seen) {
        votes.add(code >= 200 && phrase::is_known(code));
    }
    votes.decision()
}

/// The numbers that only SIP has. SIP, a protocol of telephony, has most of HTTP's codes, and codes of its own.
fn sip_replies(seen: &[u16]) -> Vec<u16> {
    // RFC 3261 §21: none of them is registered for HTTP.
    const SIP: [u16; 17] = [
        180, 181, 182, 183, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 493, 494, 580,
    ];
    let replies = seen.iter().copied().filter(|code| SIP.contains(code));
    distinct(&replies.collect::<Vec<_>>())
}

/// Whether a column that is not read may be a status column by its numbers alone. That is enough for a hint, not for
/// reading it.
fn looks_like_statuses(column: &Column) -> bool {
    let distinct = distinct(&column.seen);
    column.codes * 4 >= column.filled * 3
        && has_odd(&distinct)
        && count(&distinct, phrase::is_known) == distinct.len()
}

/// Whether numbers are HTTP statuses without a heading: several known ones, few of them round.
fn is_plainly_http(column: &Column, least: usize) -> bool {
    let distinct = distinct(&column.seen);
    let odd = count(&distinct, |code| code % 50 != 0);
    is_http(column) == Decision::Yes && distinct.len() >= least && odd + 1 >= least
}

/// Whether a number is not round, as sizes and limits are.
fn has_odd(codes: &[u16]) -> bool {
    count(codes, |code| code % 50 != 0) > 0
}

fn count(codes: &[u16], test: fn(u16) -> bool) -> usize {
    codes.iter().filter(|code| test(**code)).count()
}

fn distinct(codes: &[u16]) -> Vec<u16> {
    let mut distinct = Vec::new();
    for code in codes {
        order::add(&mut distinct, *code);
    }
    distinct
}

/// Whether some column has numbers that are HTTP statuses, with any heading.
pub(crate) fn has_plain_codes(table: &Table) -> bool {
    (0..table.columns).any(|index| is_plainly_http(&column::survey(table, 0, index), 3))
}
