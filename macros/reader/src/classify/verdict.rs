//! The verdict about a table and its columns.

use super::column;
use crate::{
    error::DocError,
    page::{ColumnUse, Role, TableUse},
    table::Table,
};

/// The columns of a table that are read.
#[derive(Clone, Default)]
pub(crate) struct Columns {
    pub(crate) status: Option<usize>,
    pub(crate) error_code: Option<usize>,
    pub(crate) reason: Option<usize>,
    pub(crate) message: Option<usize>,
    /// The columns of the description, which are joined in this order.
    pub(crate) descriptions: Vec<usize>,
    /// A column of requests. Each row has the response to one of them.
    pub(crate) requests: Option<usize>,
    /// Other columns of text.
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

    /// What each column was read as, for a person to check.
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
    Read(Box<Columns>),
    /// Neither of them.
    Unrelated,
    /// It is similar to a status table, but not enough.
    Unlikely(DocError),
    /// It is a status table, and cannot be read.
    Refused(DocError),
}
