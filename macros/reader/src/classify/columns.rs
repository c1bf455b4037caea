//! Which table it is, and which of its columns is what: by the headings and by the cells together.

use super::{
    column::{self, Column},
    header::Says,
    status_column,
    texts::{self, Doubt},
    vote::Decision,
};
use crate::{
    error::DocError,
    message, options,
    row::{ColumnUse, Role, TableUse},
    table::Table,
    text::fold,
};

/// The columns of a table that matter.
#[derive(Clone, Default)]
pub(crate) struct Columns {
    pub(crate) status: Option<usize>,
    pub(crate) error_code: Option<usize>,
    pub(crate) reason: Option<usize>,
    pub(crate) message: Option<usize>,
    /// The columns of the description, which are joined in this order.
    pub(crate) descriptions: Vec<usize>,
    /// A column of requests: each row says what one of them is answered with.
    pub(crate) requests: Option<usize>,
    /// Columns of text that are nothing of these.
    pub(crate) unread: Vec<usize>,
}

impl Columns {
    /// The columns that are read.
    pub(crate) fn read(&self) -> impl Iterator<Item = usize> {
        [self.status, self.error_code, self.reason, self.message]
            .into_iter()
            .flatten()
            .chain(self.descriptions.iter().copied())
    }

    /// What each column of the table is read as, for a person to check.
    pub(crate) fn uses(&self, table: &Table, header_rows: usize) -> TableUse {
        let role = |index: usize| {
            let roles = [
                (self.status, Role::Status),
                (self.error_code, Role::ErrorCode),
                (self.reason, Role::Reason),
                (self.message, Role::Message),
            ];
            let found = roles.into_iter().find(|(column, _)| *column == Some(index));
            let described = self.descriptions.contains(&index);
            found
                .map(|(_, role)| role)
                .or(described.then_some(Role::Description))
        };
        let columns = (0..table.columns).map(|index| ColumnUse {
            heading: column::heading(table, header_rows, index),
            role: role(index),
        });
        TableUse {
            position: table.position,
            columns: columns.collect(),
        }
    }
}

/// What a table is.
pub(crate) enum Verdict {
    /// Status codes, or service error codes where there is a column of them.
    Read(Columns),
    /// Nothing of ours.
    Unrelated,
    /// It has something of a status table, not enough to be one.
    Unlikely(DocError),
    /// It is one, but cannot be read.
    Refused(DocError),
}

/// Decides what a table is; `is_sister` where another of the page has the same headings, and is one of statuses.
pub(crate) fn decide(table: &Table, header_rows: usize, is_sister: bool) -> Verdict {
    if table.columns == 0 || table.row_count() <= header_rows {
        return Verdict::Unrelated;
    }
    let columns: Vec<Column> = (0..table.columns)
        .map(|index| column::survey(table, header_rows, index))
        .collect();
    let status = match status_column::find(table, header_rows, &columns, is_sister) {
        Ok(status) => status,
        Err(verdict) => return verdict,
    };
    let error_code = error_code_column(&columns, status);
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
    // A column that says which of the rows are not used.
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
            Doubt::Description(one, other) => {
                message::two_descriptions(table.position, &heading(one), &heading(other))
            }
        });
    }
    Verdict::Read(chosen)
}

/// Whether a heading is the one that was named.
pub(crate) fn is_heading(heading: &str, wanted: &str) -> bool {
    fold(heading).to_lowercase() == fold(wanted).to_lowercase()
}

/// The columns of a table that the user named; `None` for a table without the one of statuses.
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

/// The column of the service's own codes, if there is one.
fn error_code_column(columns: &[Column], status: Option<usize>) -> Option<usize> {
    let mut best: Option<(usize, (Says, bool))> = None;
    for (index, column) in columns.iter().enumerate() {
        if Some(index) == status || column.filled == 0 || column.heading.advises() {
            continue;
        }
        let says = column.heading.error_code();
        let sure = column.surely_service * 2 > column.filled;
        let possible = column.service * 5 >= column.filled * 4;
        // A phrase without its spaces (`NotFound`) is a phrase still, unless the heading says otherwise.
        // `NOT_FOUND` under `Code` is none: that is how programs write a code.
        let phrases = column.phrases_or_not.decision() != Decision::No && column.underscored == 0;
        let takes = match says {
            _ if status.is_none() => {
                sure && (says == Says::Surely
                    || (says == Says::Perhaps && column.prefixed * 2 > column.filled))
            }
            Says::Surely => possible,
            Says::Perhaps => sure || (possible && !phrases && column.heading.speaks_of_codes()),
            Says::Nothing => column.surely_service == column.filled,
        };
        if takes && best.is_none_or(|(_, rank)| (says, sure) > rank) {
            best = Some((index, (says, sure)));
        }
    }
    best.map(|(index, _)| index)
}
