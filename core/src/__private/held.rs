//! The table that an error type is checked against, and the checks of its variants.
//!
//! They are those of [`check`], prepared for an enum of a thousand variants. The codes are collected once, and a
//! check returns nothing, because rustc validates everything that a constant holds.

use super::check;
use crate::response::log;
use crate::sent::Sent;
use crate::set::StatusSet;
use crate::status::Status;
use crate::table::Table;

/// A table with its codes collected.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    table: Table,
    /// The documented errors.
    errors: StatusSet,
}

impl Held {
    pub const fn to(table: Table) -> Self {
        Held {
            table,
            errors: table.documented().intersection(StatusSet::ERRORS),
        }
    }

    pub const fn table(self) -> Table {
        self.table
    }

    /// `#[status(404)]`
    #[track_caller]
    pub const fn documented(self, code: u16) {
        if !self.errors.contains(code) {
            check::responds_with(code);
            check::documented(self.table, code);
        }
    }

    /// `#[status(418, undocumented = "…")]`
    #[track_caller]
    pub const fn undocumented(self, code: u16) {
        check::responds_with(code);
        check::undocumented(self.table, code);
    }

    /// `code = "VPN.0012"`
    #[track_caller]
    pub const fn error_code(self, code: &'static str, status: u16) {
        check::error_code(self.table, code, StatusSet::of(&[status]));
    }

    /// The same beside several statuses.
    #[track_caller]
    pub const fn error_code_of(self, code: &'static str, statuses: StatusSet) {
        check::error_code(self.table, code, statuses);
    }

    /// The same check without a value, for a constant that only checks.
    #[track_caller]
    pub const fn covers(self, inner: &str, statuses: StatusSet, excused: &[u16]) {
        check::covered(self.table, inner, statuses, excused);
    }

    /// `rfc9110`
    #[track_caller]
    pub const fn headers(self, code: u16, headers: &[&str]) {
        check::headers(code, headers);
    }

    /// `rfc9110` of an error around another.
    #[track_caller]
    pub const fn inner_headers(self, inner: &str, lacking: StatusSet, given: &[&str]) {
        check::inner_headers(inner, lacking, given);
    }

    /// `#[status(transparent)]`
    #[track_caller]
    pub const fn covered(self, inner: &str, statuses: StatusSet, excused: &[u16]) -> StatusSet {
        check::covered(self.table, inner, statuses, excused)
    }

    /// `#[status(transparent, undocumented(429 = "…"))]`
    #[track_caller]
    pub const fn excused(self, inner: &str, statuses: StatusSet, code: u16) {
        check::excused(self.table, inner, statuses, code);
    }

    /// `exhaustive`
    #[track_caller]
    pub const fn exhaustive(self, name: &str, used: StatusSet, except: &[u16]) {
        check::exhaustive(self.table, name, used, except);
    }

    /// `exhaustive(codes)`
    #[track_caller]
    pub const fn codes(self, name: &str, sent: &Sent, except: &[&str]) {
        check::codes(self.table, name, &[sent], except);
    }

    /// `except("DNS.0001")`
    #[track_caller]
    pub const fn excepted_code(self, sent: &Sent, code: &str) {
        check::excepted_code(self.table, &[sent], code);
    }

    /// `except(407)`
    #[track_caller]
    pub const fn excepted(self, used: StatusSet, code: u16) {
        check::excepted(self.table, used, code);
    }

    /// `any(400, 422), by = …`: the status of the value. If it is not listed, it is logged, and the status is the
    /// first listed one.
    pub fn any(self, codes: &[u16], value: u16) -> Status {
        let first = codes.first().copied().unwrap_or(500);
        if codes.contains(&value) {
            return self.status(value);
        }
        log::status_outside(value, first);
        self.status(first)
    }

    /// The status of a code, whether or not the table documents it. Another check tests that, so that one mistake is
    /// reported once.
    pub const fn status(self, code: u16) -> Status {
        match Status::new(code, self.table, self.table.entry(code)) {
            Some(status) => status,
            None => check::documented(self.table, code),
        }
    }
}
