//! Which table it is, and which of its columns is what: by the headings and by the cells together.

use super::{
    column::{self, Column},
    header::Says,
    status_column, texts,
};
use crate::{
    error::DocError,
    row::{ColumnUse, Role, TableUse},
    table::Table,
};

/// The columns of a table that matter.
#[derive(Clone, Copy, Default)]
pub(crate) struct Columns {
    pub(crate) status: Option<usize>,
    pub(crate) error_code: Option<usize>,
    pub(crate) reason: Option<usize>,
    pub(crate) message: Option<usize>,
    pub(crate) description: Option<usize>,
    /// A column of requests: each row says what one of them answers.
    pub(crate) requests: Option<usize>,
}

impl Columns {
    /// What each column of the table is read as, for a person to check.
    pub(crate) fn uses(&self, table: &Table, header_rows: usize) -> TableUse {
        let role = |index: usize| {
            let roles = [
                (self.status, Role::Status),
                (self.error_code, Role::ErrorCode),
                (self.reason, Role::Reason),
                (self.message, Role::Message),
                (self.description, Role::Description),
            ];
            let found = roles.into_iter().find(|(column, _)| *column == Some(index));
            found.map(|(_, role)| role)
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

/// Decides what a table is.
pub(crate) fn decide(table: &Table, header_rows: usize) -> Verdict {
    if table.columns == 0 || table.row_count() <= header_rows {
        return Verdict::Unrelated;
    }
    let columns: Vec<Column> = (0..table.columns)
        .map(|index| column::survey(table, header_rows, index))
        .collect();
    let status = match status_column::find(table, header_rows, &columns) {
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
    texts::choose(&columns, &mut chosen);
    Verdict::Read(chosen)
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
        let phrases = column.most(column.phrases) && column.underscored == 0;
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
