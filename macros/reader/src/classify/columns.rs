//! Decides what a table is, and what each column is, by the headings and the cells together.

use super::{
    column::{self, Column},
    header::{Describes, Heading, Says, Subject},
    status_column,
    texts::{self, Doubt},
    verdict::{Columns, Verdict},
    vote::Decision,
};
use crate::{error::DocError, message, options, table::Table, text::fold};

/// Decides what a table is. `is_sister` is set if a status table on the page has the same headings.
pub(crate) fn decide(
    table: &Table,
    header_rows: usize,
    subject: Subject,
    is_sister: bool,
) -> Verdict {
    if table.columns == 0 || table.row_count() <= header_rows {
        return Verdict::Unrelated;
    }
    let columns: Vec<Column> = (0..table.columns)
        .map(|index| column::survey(table, header_rows, index))
        .collect();
    let status = match status_column::find(table, header_rows, &columns, subject, is_sister) {
        Ok(status) => status,
        Err(verdict) => return verdict,
    };
    let error_code = match error_code_column(&columns, status) {
        Ok(error_code) => error_code,
        Err(column) if status.is_some() => {
            let heading = column::heading(table, header_rows, column);
            return Verdict::Refused(message::maybe_error_codes(table.position, &heading));
        }
        Err(_) => None,
    };
    if status.is_none() && error_code.is_none() {
        return Verdict::Unrelated;
    }
    let mut chosen = Columns {
        status,
        error_code,
        requests: columns
            .iter()
            .position(|column| column.most(column.requests)),
        ..Columns::default()
    };
    let heading = |index| column::heading(table, header_rows, index);
    // A column that tells which rows are not used.
    let negates = |(index, column): &(usize, &Column)| {
        Some(*index) != status
            && column.heading.negates()
            && column.filled > 0
            && column.types_or_not.decision() != Decision::No
    };
    if let Some((index, _)) = columns.iter().enumerate().find(negates) {
        return Verdict::Refused(message::negating_column(table.position, &heading(index)));
    }
    if let Err(doubt) = texts::choose(table, header_rows, &columns, &mut chosen) {
        return Verdict::Refused(match doubt {
            Doubt::Reason(column) => {
                message::reason_or_description(table.position, &heading(column))
            }
            Doubt::Text(column) => message::text_or_not(table.position, &heading(column)),
            Doubt::Description(one, other) => {
                message::two_descriptions(table.position, &heading(one), &heading(other))
            }
        });
    }
    Verdict::Read(Box::new(chosen))
}

/// The halves of a table that has the same headings twice, side by side: `Code | Meaning | Code | Meaning`.
pub(crate) fn halves(table: &Table, header_rows: usize) -> Option<[Table; 2]> {
    let half = table.columns / 2;
    if half < 2 || !table.flaws.is_empty() {
        return None;
    }
    let headings = column::headings(table, header_rows);
    let (left, right) = headings.split_at_checked(half)?;
    let is_status = |heading: &String| Heading::new(heading).status() > Says::Nothing;
    let is_parted = left == right
        && left.iter().all(|heading| !heading.is_empty())
        && left.iter().filter(|heading| is_status(heading)).count() == 1;
    (is_parted && table.is_even()).then(|| [table.part(0, half), table.part(half, table.columns)])
}

/// Whether a heading is the given one.
pub(crate) fn is_heading(heading: &str, wanted: &str) -> bool {
    fold(heading).to_lowercase() == fold(wanted).to_lowercase()
}

/// The columns that the user named, or `None` if the table does not have the status column.
pub(crate) fn named(
    table: &Table,
    header_rows: usize,
    wanted: &options::Columns<'_>,
) -> Result<Option<Columns>, DocError> {
    let find = |wanted: &str| {
        let mut found = (0..table.columns)
            .filter(|index| is_heading(&column::heading(table, header_rows, *index), wanted));
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(message::heading_twice(table.position, wanted)),
            (found, _) => Ok(found),
        }
    };
    let Some(status) = find(wanted.status)? else {
        return Ok(None);
    };
    let reason = wanted.reason.map(find).transpose()?.flatten();
    let mut descriptions = Vec::new();
    for heading in wanted.description {
        descriptions.extend(find(heading)?);
    }
    Ok(Some(Columns {
        status: Some(status),
        reason,
        descriptions,
        ..Columns::default()
    }))
}

/// The column of service error codes, if there is one. `Err` if that cannot be decided.
///
/// | heading | is the column where most cells |
/// |---|---|
/// | `Error code` | may be service error codes; without statuses, certainly are |
/// | `Code`, `ID` | certainly are; without statuses, have the form `VPN.0001` |
/// | `Code`, beside statuses | may be service error codes, and are not phrases or have a `_` |
/// | any other, beside statuses | and all others certainly are |
fn error_code_column(columns: &[Column], status: Option<usize>) -> Result<Option<usize>, usize> {
    let mut best: Option<(usize, Says)> = None;
    let mut doubt: Option<(usize, Says)> = None;
    for (index, column) in columns.iter().enumerate() {
        if Some(index) == status || column.heading.advises() || column.heading.negates() {
            continue;
        }
        let says = column.heading.error_code();
        // Short descriptions, such as `a1_b2`, look like codes.
        if says == Says::Nothing && column.heading.description() == Describes::Best {
            continue;
        }
        let is_better = |than: Option<(usize, Says)>| than.is_none_or(|(_, other)| says > other);
        match holds_error_codes(column, says, status.is_some()) {
            Decision::Yes if is_better(best) => best = Some((index, says)),
            Decision::Tie if is_better(doubt) => doubt = Some((index, says)),
            _ => {}
        }
    }
    match (best, doubt) {
        (best, Some((index, says))) if best.is_none_or(|(_, other)| says >= other) => Err(index),
        (best, _) => Ok(best.map(|(index, _)| index)),
    }
}

fn holds_error_codes(column: &Column, says: Says, has_statuses: bool) -> Decision {
    let sure = column.sure_or_not.decision();
    let possible = column.possible_or_not.decision();
    match (says, has_statuses) {
        (Says::Surely, true) => possible,
        (Says::Surely, false) => sure,
        // All cells, in words and numbers, because sizes and times are not codes.
        (Says::Nothing, true) => match column.words_or_not.decision() {
            Decision::Yes if column.words_or_not.is_unanimous() => Decision::Yes,
            Decision::Yes => Decision::Tie,
            other => other,
        },
        (Says::Perhaps, false) => column.prefixed_or_not.decision(),
        (Says::Nothing, false) => Decision::No,
        (Says::Perhaps, true) => {
            if sure == Decision::Yes || !column.heading.speaks_of_codes() {
                return sure;
            }
            // A phrase without its spaces (`NotFound`) is a phrase still, unless the heading says otherwise.
            // `NOT_FOUND` under `Code` is a code and not a phrase.
            let other = if column.underscored > 0 {
                possible
            } else {
                match (possible, column.phrases_or_not.decision()) {
                    (Decision::Yes | Decision::Tie, Decision::Yes) => Decision::No,
                    (Decision::Yes | Decision::Tie, Decision::Tie) => Decision::Tie,
                    (possible, _) => possible,
                }
            };
            match (sure, other) {
                (_, Decision::Yes) => Decision::Yes,
                (Decision::Tie, _) | (_, Decision::Tie) => Decision::Tie,
                _ => Decision::No,
            }
        }
    }
}
