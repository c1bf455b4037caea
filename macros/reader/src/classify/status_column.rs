//! The column of HTTP statuses: headings propose, cells decide.

use super::{
    code::{self, CodeCell},
    column::{self, Column},
    columns::Verdict,
    header::Says,
    phrase,
};
use crate::{error::DocError, message, row::Codes, table::Table};

/// What one column may be.
enum Candidate {
    /// It is none.
    None,
    /// It has something of one, not enough.
    Unlikely(DocError),
    /// The more, the likelier: what its heading says, and whether its codes carry their phrases.
    Ranked(Says, bool),
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
    let mut best: Option<(usize, (Says, bool))> = None;
    let mut tied = None;
    let mut unlikely = None;
    for (index, column) in columns.iter().enumerate() {
        let rank = match candidate(table, header_rows, columns, index, column, context) {
            Candidate::None => continue,
            Candidate::Unlikely(error) => {
                unlikely = Some(error);
                continue;
            }
            Candidate::Ranked(says, own) => (says, own),
        };
        let sip = sip_replies(&column.seen);
        // Services make numbers of their own up, and call them HTTP's.
        if sip.len() >= 2 && !column.heading.names_http() {
            return Err(Verdict::Refused(message::sip_codes(
                table.position,
                &column.heading.text,
                &sip,
            )));
        }
        match best {
            Some((_, before)) if before == rank => tied = Some(index),
            Some((_, before)) if before > rank => {}
            _ => {
                best = Some((index, rank));
                tied = None;
            }
        }
    }
    let name = |index: usize| {
        columns
            .get(index)
            .map_or("", |column| column.heading.text.as_str())
    };
    match (best, tied) {
        (Some((first, ..)), Some(second)) => Err(Verdict::Refused(message::two_status_columns(
            table.position,
            name(first),
            name(second),
        ))),
        (Some((first, ..)), None) => match other_codes(table, header_rows, columns, first) {
            None => Ok(Some(first)),
            Some(other) => Err(Verdict::Refused(message::codes_in_two_columns(
                table.position,
                name(first),
                name(other),
            ))),
        },
        (None, _) => match unlikely {
            Some(error)
                if !columns
                    .iter()
                    .any(|column| column.most(column.surely_service)) =>
            {
                Err(Verdict::Unlikely(error))
            }
            _ => Ok(None),
        },
    }
}

/// Says what a column may be.
fn candidate(
    table: &Table,
    header_rows: usize,
    columns: &[Column],
    index: usize,
    column: &Column,
    context: Context,
) -> Candidate {
    let others = || (0..columns.len()).filter(|other| *other != index);
    let named_elsewhere = || {
        // Each cell is read once, whatever the number of columns that may name it.
        let codes = single_codes(table, header_rows, index);
        others().any(|other| names(table, &codes, other))
    };
    let beside_service_codes = || {
        others()
            .filter_map(|other| columns.get(other))
            .any(|c| c.surely_service * 5 >= c.filled * 4 && c.surely_service > 0)
    };
    let coded = column.codes
        + if column.status == Says::Surely {
            column.sentences + column.out_of_range
        } else {
            column.sentences
        };
    if column.heading.counts_otherwise() || column.heading.negates() {
        return Candidate::None;
    }
    if column.codes + column.sentences == 0 || !column.most(coded) {
        if column.codes == 0 || column.status == Says::Nothing {
            return Candidate::None;
        }
        return Candidate::Unlikely(message::few_codes(
            table.position,
            &column.heading.text,
            column.codes,
            column.filled,
        ));
    }
    let is_named =
        column.most(column.own_phrases) || (!column.seen.is_empty() && named_elsewhere());
    // Numbers that can be statuses are none where the table is about something that has numbers of its own.
    let says_http = column.heading.names_http() || column.status == Says::Surely;
    if context.counts && !is_named && !says_http {
        return Candidate::None;
    }
    let evidence = is_named
        || context.is_sister
        || is_plainly_http(column, if header_rows == 0 { 3 } else { 4 })
        || (column.codes == column.filled
            && is_http(&column.seen, Says::Perhaps)
            && beside_service_codes());
    // Numbers between 100 and 599 are prices, sizes and ports too, and a phrase or two under a heading that says
    // nothing is an entry of a log, or the name of a page.
    let is_little = index > 0 && distinct(&column.seen).len() < 3;
    let mostly_codes = column.codes * 4 >= column.filled * 3;
    if column.status == Says::Nothing && !(evidence && mostly_codes && !is_little) {
        if !(looks_like_statuses(column) || evidence && mostly_codes) {
            return Candidate::None;
        }
        return Candidate::Unlikely(message::silent_heading(
            table.position,
            &column.heading.text,
            &column.seen,
        ));
    }
    if !evidence && !is_http(&column.seen, column.status) && column.codes > 0 {
        return Candidate::Unlikely(message::not_http(
            table.position,
            &column.heading.text,
            &column.seen,
        ));
    }
    Candidate::Ranked(column.status, evidence && column.own_phrases > 0)
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
            || !is_http(&column.seen, Says::Perhaps)
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

/// Whether a column holds the phrases of the codes in another, for most rows.
fn names(table: &Table, codes: &[(usize, u16)], phrases: usize) -> bool {
    let mut named = 0;
    for (row, code) in codes {
        named += usize::from(phrase::is_phrase_of(*code, table.text(*row, phrases)));
    }
    named > 0 && named * 2 >= codes.len()
}

/// Whether numbers can be HTTP statuses: replies of SMTP and FTP look alike.
fn is_http(seen: &[u16], says: Says) -> bool {
    const MAIL: [u16; 16] = [
        211, 214, 220, 221, 225, 227, 250, 251, 252, 331, 354, 450, 452, 550, 553, 554,
    ];
    let distinct = distinct(seen);
    if distinct.is_empty() {
        return true;
    }
    let known = count(&distinct, phrase::is_known);
    let mail = count(&distinct, |code| MAIL.contains(&code));
    if mail >= 2 {
        return false;
    }
    // Services number their own errors 101, 102, 103 …; HTTP's 1xx hardly make up a table.
    let informational = count(&distinct, |code| code < 200);
    match says {
        Says::Surely => known > 0,
        _ => known * 2 >= distinct.len() && informational * 3 <= distinct.len(),
    }
}

/// The numbers that only SIP, the protocol of telephony, has: it shares HTTP's codes, and adds its own.
fn sip_replies(seen: &[u16]) -> Vec<u16> {
    // RFC 3261 §21: none of them is registered for HTTP.
    const SIP: [u16; 17] = [
        180, 181, 182, 183, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 493, 494, 580,
    ];
    let replies = seen.iter().copied().filter(|code| SIP.contains(code));
    distinct(&Vec::from_iter(replies))
}

/// Whether a column that is not read may well be one of statuses, by its numbers alone: enough for a hint, not for reading it.
fn looks_like_statuses(column: &Column) -> bool {
    let distinct = distinct(&column.seen);
    column.codes * 4 >= column.filled * 3
        && distinct.len() >= 3
        && count(&distinct, |code| code % 50 != 0) > 0
        && count(&distinct, phrase::is_known) == distinct.len()
}

/// Whether numbers are HTTP statuses whatever their heading: several registered ones, few of them round.
fn is_plainly_http(column: &Column, least: usize) -> bool {
    let distinct = distinct(&column.seen);
    let informational = count(&distinct, |code| code < 200);
    let odd = count(&distinct, |code| code % 50 != 0);
    column.codes + 1 >= column.filled
        && distinct.len() >= least
        && odd + 1 >= least
        && informational * 3 <= distinct.len()
        && count(&distinct, phrase::is_known) == distinct.len()
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
