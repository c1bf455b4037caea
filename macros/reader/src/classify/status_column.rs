//! The column of HTTP statuses: headings propose, cells decide.

use super::{
    code::{self, CodeCell},
    column::{self, Column},
    columns::Verdict,
    header::Says,
    phrase,
};
use crate::{message, order, row::Codes, table::Table};

/// The column of HTTP statuses, if there is one.
pub(crate) fn find(
    table: &Table,
    header_rows: usize,
    columns: &[Column],
) -> Result<Option<usize>, Verdict> {
    let named_elsewhere = |index: usize| {
        (0..columns.len()).any(|other| other != index && names(table, header_rows, index, other))
    };
    let beside_service_codes = |index: usize| {
        let sure = |column: &Column| {
            column.surely_service * 5 >= column.filled * 4 && column.surely_service > 0
        };
        columns
            .iter()
            .enumerate()
            .any(|(other, column)| other != index && sure(column))
    };
    let mut best: Option<(usize, Says, bool)> = None;
    let mut tied = None;
    let mut unlikely = None;
    for (index, column) in columns.iter().enumerate() {
        let coded = column.codes
            + if column.status == Says::Surely {
                column.sentences + column.out_of_range
            } else {
                column.sentences
            };
        if column.codes + column.sentences == 0 || !column.most(coded) {
            if column.codes > 0 && column.status >= Says::Perhaps {
                unlikely = Some(message::few_codes(
                    table.position,
                    &column.heading,
                    column.codes,
                    column.filled,
                ));
            }
            continue;
        }
        let evidence = column.most(column.own_phrases)
            || (!column.seen.is_empty() && named_elsewhere(index))
            || is_plainly_http(column, if header_rows == 0 { 3 } else { 4 })
            || (column.codes == column.filled
                && is_http(&column.seen, Says::Perhaps)
                && beside_service_codes(index));
        // Numbers between 100 and 599 are prices, sizes and ports too.
        if column.status == Says::Nothing && !(evidence && column.codes * 4 >= column.filled * 3) {
            continue;
        }
        if !evidence && !is_http(&column.seen, column.status) && column.codes > 0 {
            unlikely = Some(message::not_http(
                table.position,
                &column.heading,
                &column.seen,
            ));
            continue;
        }
        let rank = (column.status, evidence && column.own_phrases > 0);
        match best {
            Some((_, says, own)) if (says, own) == rank => tied = Some(index),
            Some((_, says, own)) if (says, own) > rank => {}
            _ => {
                best = Some((index, rank.0, rank.1));
                tied = None;
            }
        }
    }
    match (best, tied) {
        (Some((first, ..)), Some(second)) => {
            let name = |index: usize| {
                columns
                    .get(index)
                    .map_or("", |column| column.heading.as_str())
            };
            Err(Verdict::Refused(message::two_status_columns(
                table.position,
                name(first),
                name(second),
            )))
        }
        (Some((first, ..)), None) => Ok(Some(first)),
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

/// Whether a column holds the phrases of the codes in another, for most rows.
fn names(table: &Table, header_rows: usize, codes: usize, phrases: usize) -> bool {
    let mut of = 0;
    let mut named = 0;
    for row in header_rows..table.row_count() {
        if let CodeCell::Codes(codes, _) = code::parse(table.text(row, codes))
            && let [Codes::One(code)] = codes.as_slice()
        {
            of += 1;
            named += usize::from(phrase::is_phrase_of(*code, table.text(row, phrases)));
        }
    }
    named > 0 && named * 2 >= of
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
    let mut distinct = Vec::new();
    for code in codes {
        order::add(&mut distinct, *code);
    }
    distinct
}

/// Whether some column holds numbers that are HTTP statuses, whatever its heading says.
pub(crate) fn has_plain_codes(table: &Table) -> bool {
    (0..table.columns).any(|index| is_plainly_http(&column::survey(table, 0, index), 3))
}
