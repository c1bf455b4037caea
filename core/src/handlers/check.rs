//! The checks that `#[handles]` and `router!` call while the user's code compiles. Not public API.

use super::framework::Part;
use super::{message, operation};
use crate::message::refuse;
use crate::set::StatusSet;
use crate::table::{Class, Table};
use crate::text::parted;

/// What the `N` types of a handler's signature can respond with.
///
/// `#[handles]` writes it as a constant, and each check as another. rustc takes every call and every text of a constant by
/// itself, so this has neither. And it does not hold the table, because rustc validates everything that a constant holds.
#[derive(Clone, Copy)]
pub struct Held<const N: usize> {
    /// What each type can respond with.
    pub parts: [Part; N],
    /// What the user wrote for each type, a line for each: of an extractor the pattern, a tab and the type.
    pub written: &'static str,
    /// The package of the handler.
    pub package: &'static str,
    /// What the handler never responds with, though its types could.
    pub never: StatusSet,
    /// Whether mistakes in the program count.
    pub faults: bool,
    /// Whether the handler returns an error.
    pub fallible: bool,
}

/// A check of the type with this number. Written out in each method, because rustc takes every call by itself.
macro_rules! check {
    ($held:ident, $table:ident, $at:ident, $refuse:ident) => {
        if $held.faults || !$held.parts[$at].statuses.is_subset($table.for_operation()) {
            let counted = counted($held.parts[$at], $held.faults).difference($held.never);
            let undocumented = counted.difference($table.for_operation());
            if !undocumented.is_empty() {
                $refuse($held, $table.seen_by($held.package), $at, undocumented);
            }
        }
    };
}

impl<const N: usize> Held<N> {
    /// An extractor.
    #[track_caller]
    pub const fn extractor(self, table: Table, at: usize) {
        check!(self, table, at, rejects);
    }

    /// The type of a success.
    #[track_caller]
    pub const fn success(self, table: Table, at: usize) {
        check!(self, table, at, succeeds);
    }

    /// The type of an error.
    #[track_caller]
    pub const fn error(self, table: Table, at: usize) {
        check!(self, table, at, fails);
    }

    /// `declares(200)`, one code of it.
    #[track_caller]
    pub const fn declared(self, table: Table, code: u16) {
        if !table.for_operation().contains(code) {
            let table = table.seen_by(self.package);
            refuse(&crate::message::undocumented(table, code));
        }
    }

    /// `never(413 = "…")`: only what the types allow needs it.
    #[track_caller]
    pub const fn never(self, code: u16) {
        if !counted(self.all(), self.faults).contains(code) {
            refuse(&message::needless_never(code));
        }
    }

    /// `exhaustive`: checks that the handler `shown` can respond with everything that the operation documents.
    #[track_caller]
    pub const fn exhaustive(self, table: Table, shown: &str, except: &[u16]) {
        let used = self.used().union(StatusSet::of(except));
        let demanded = demanded(table).intersection(table.for_operation());
        let missing = demanded.difference(used);
        if !missing.is_empty() {
            let table = table.seen_by(self.package);
            refuse(&message::never_used(table, shown, missing));
        }
    }

    /// `except(407)`: an exception that excepts something.
    #[track_caller]
    pub const fn excepted(self, table: Table, code: u16) {
        let used = self.used().contains(code);
        if used || !table.for_operation().contains(code) {
            let table = table.seen_by(self.package);
            refuse(&message::needless_exception(table, code, used));
        }
    }

    const fn used(self) -> StatusSet {
        counted(self.all(), true).difference(self.never)
    }

    /// Every status that the handler can respond with.
    pub const fn statuses(self) -> StatusSet {
        counted(self.all(), self.faults).difference(self.never)
    }

    /// What the types can respond with together.
    const fn all(self) -> Part {
        let mut all = Part::NONE;
        let mut at = 0;
        while at < N {
            all = all.and(self.parts[at]);
            at += 1;
        }
        all
    }

    /// What the user wrote for the type with this number.
    const fn line(self, at: usize) -> &'static str {
        let mut rest = self.written;
        let mut line = 0;
        loop {
            let (first, after) = parted(rest, b'\n');
            if line == at || after.is_empty() {
                return first;
            }
            rest = after;
            line += 1;
        }
    }
}

/// What counts of a type's responses.
const fn counted(part: Part, faults: bool) -> StatusSet {
    if faults {
        part.statuses.union(part.faults)
    } else {
        part.statuses
    }
}

#[track_caller]
const fn rejects<const N: usize>(
    held: Held<N>,
    table: Table,
    at: usize,
    undocumented: StatusSet,
) -> ! {
    let (pattern, ty) = parted(held.line(at), b'\t');
    refuse(&message::rejects(
        table,
        pattern,
        ty,
        held.fallible,
        undocumented,
    ))
}

#[track_caller]
const fn succeeds<const N: usize>(
    held: Held<N>,
    table: Table,
    at: usize,
    undocumented: StatusSet,
) -> ! {
    refuse(&message::succeeds(table, held.line(at), undocumented))
}

#[track_caller]
const fn fails<const N: usize>(
    held: Held<N>,
    table: Table,
    at: usize,
    undocumented: StatusSet,
) -> ! {
    refuse(&message::fails(table, held.line(at), undocumented))
}

/// The codes that are listed one by one. In a union with an operation, only those of the operation, because the other tables are
/// for the whole service.
const fn demanded(table: Table) -> StatusSet {
    let table = match operation::of(table) {
        Some(table) => table,
        None => table,
    };
    table.listed(Class::Other)
}
