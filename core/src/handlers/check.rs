//! The checks that `#[handles]` and `router!` call while the user's code compiles. Not public API.

use super::framework::Part;
use super::{message, operation};
use crate::message::refuse;
use crate::set::StatusSet;
use crate::table::{Class, Table};

/// What a handler is checked against.
#[derive(Clone, Copy)]
pub struct Held {
    table: Table,
    /// What the table documents for the method of its operation.
    documented: StatusSet,
    /// What the handler never responds with, though its types could.
    never: StatusSet,
    /// Whether mistakes in the program count.
    faults: bool,
}

impl Held {
    /// A handler that is checked against `table`.
    pub const fn to(table: Table, never: &[u16], faults: bool) -> Self {
        Held {
            table,
            documented: documented(table),
            never: StatusSet::of(never),
            faults,
        }
    }

    /// What counts of a type's responses.
    const fn of(self, part: Part) -> StatusSet {
        let all = if self.faults {
            part.statuses.union(part.faults)
        } else {
            part.statuses
        };
        all.difference(self.never)
    }

    /// The type `shown` of an extractor; `help` is what the user could write.
    #[track_caller]
    pub const fn extractor(self, shown: &str, help: &str, part: Part) {
        let missing = self.of(part).difference(self.documented);
        if !missing.is_empty() {
            refuse(&message::rejects(self.table, shown, help, missing));
        }
    }

    /// The type `shown` of a success.
    #[track_caller]
    pub const fn success(self, shown: &str, part: Part) {
        let missing = self.of(part).difference(self.documented);
        if !missing.is_empty() {
            refuse(&message::succeeds(self.table, shown, missing));
        }
    }

    /// The type `shown` of an error.
    #[track_caller]
    pub const fn error(self, shown: &str, part: Part) {
        let missing = self.of(part).difference(self.documented);
        if !missing.is_empty() {
            refuse(&message::fails(self.table, shown, missing));
        }
    }

    /// `declares(200)`, one code of it.
    #[track_caller]
    pub const fn declared(self, code: u16) -> u16 {
        if !self.documented.contains(code) {
            refuse(&crate::message::undocumented(self.table, code));
        }
        code
    }

    /// `never(413 = "…")`: only what the types allow, `all` of them together, needs it.
    #[track_caller]
    pub const fn never(self, code: u16, all: Part) {
        let possible = all.statuses.contains(code) || (self.faults && all.faults.contains(code));
        if !possible {
            refuse(&message::needless_never(code));
        }
    }

    /// `exhaustive`: whatever the operation documents, the handler `shown` can respond with.
    #[track_caller]
    pub const fn exhaustive(self, shown: &str, all: Part, except: &[u16]) {
        let used = self.used(all).union(StatusSet::of(except));
        let missing = self.demanded().difference(used);
        if !missing.is_empty() {
            refuse(&message::never_used(self.table, shown, missing));
        }
    }

    /// `except(407)`: an exception that excepts something.
    #[track_caller]
    pub const fn excepted(self, all: Part, code: u16) {
        let used = self.used(all).contains(code);
        if used || !self.documented.contains(code) {
            refuse(&message::needless_exception(self.table, code, used));
        }
    }

    const fn used(self, all: Part) -> StatusSet {
        all.statuses.union(all.faults).difference(self.never)
    }

    /// The codes that are listed one by one. Of a union those of the operation in it: what is beside it is what the whole
    /// service may respond with.
    const fn demanded(self) -> StatusSet {
        let table = match operation::of(self.table) {
            Some(table) => table,
            None => self.table,
        };
        table.listed(Class::Other).intersection(self.documented)
    }

    /// Every status that the handler can respond with.
    pub const fn statuses(self, all: Part) -> StatusSet {
        self.of(all)
    }
}

/// What `table` documents; successes only for the method of its operation, where their rows name methods.
const fn documented(table: Table) -> StatusSet {
    let Some(operation) = table.operation() else {
        return table.documented();
    };
    let mut set = StatusSet::EMPTY;
    let entries = table.entries();
    let mut at = 0;
    while at < entries.len() {
        let entry = &entries[at];
        let methods = entry.methods();
        if methods.is_empty() || methods.contains(operation.method()) {
            set = set.with_range(entry.first, entry.last);
        }
        at += 1;
    }
    set
}
