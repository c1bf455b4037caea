//! The checks that `#[handles]` and `router!` call while the user's code compiles. Not public API.

use std::marker::PhantomData;

use super::framework::Part;
use super::{Handles, message, operation};
use crate::message::refuse;
use crate::set::StatusSet;
use crate::table::{Class, Table};

/// What the handler `H` is checked against, and what the `N` types of its signature can respond with.
///
/// Each check is a constant, which has only the handler and a number. The table is taken from `H`, because rustc validates every
/// value in a constant, and so every row of a table.
pub struct Held<H, const N: usize> {
    handler: PhantomData<fn() -> H>,
    /// What the table documents for the method of its operation.
    documented: StatusSet,
    /// What the handler never responds with, though its types could.
    never: StatusSet,
    /// Whether mistakes in the program count.
    faults: bool,
    /// Whether the handler returns an error.
    fallible: bool,
    /// What the types can respond with together.
    all: Part,
    types: [Checked; N],
}

/// A type of the signature.
#[derive(Clone, Copy)]
struct Checked {
    /// What counts of its responses, and is undocumented.
    undocumented: StatusSet,
    /// What the user wrote: of an extractor the parameter, `Json(pet): Json<NewPet>`.
    written: &'static str,
    /// Where the type begins in it.
    ty: usize,
}

impl<H, const N: usize> Clone for Held<H, N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<H, const N: usize> Copy for Held<H, N> {}

impl<H: Handles, const N: usize> Held<H, N> {
    /// A handler that is checked against `table`, which is that of `H`. `written` says how the user wrote each part, and where
    /// its type begins in that.
    pub const fn to(
        table: Table,
        never: &[u16],
        faults: bool,
        fallible: bool,
        parts: [Part; N],
        written: [(&'static str, usize); N],
    ) -> Self {
        let (documented, never) = (documented(table), StatusSet::of(never));
        let mut all = Part::NONE;
        let mut types = [Checked {
            undocumented: StatusSet::EMPTY,
            written: "",
            ty: 0,
        }; N];
        let mut at = 0;
        while at < N {
            all = all.and(parts[at]);
            let counted = counted(parts[at], faults).difference(never);
            types[at] = Checked {
                undocumented: counted.difference(documented),
                written: written[at].0,
                ty: written[at].1,
            };
            at += 1;
        }
        Held {
            handler: PhantomData,
            documented,
            never,
            faults,
            fallible,
            all,
            types,
        }
    }

    /// An extractor.
    #[track_caller]
    pub const fn extractor(self, at: usize) {
        if !self.types[at].undocumented.is_empty() {
            rejects::<H>(self.types[at], self.fallible);
        }
    }

    /// The type of a success.
    #[track_caller]
    pub const fn success(self, at: usize) {
        if !self.types[at].undocumented.is_empty() {
            succeeds::<H>(self.types[at]);
        }
    }

    /// The type of an error.
    #[track_caller]
    pub const fn error(self, at: usize) {
        if !self.types[at].undocumented.is_empty() {
            fails::<H>(self.types[at]);
        }
    }

    /// `declares(200)`, one code of it.
    #[track_caller]
    pub const fn declared(self, code: u16) {
        if !self.documented.contains(code) {
            refuse(&crate::message::undocumented(H::TABLE, code));
        }
    }

    /// `never(413 = "…")`: only what the types allow needs it.
    #[track_caller]
    pub const fn never(self, code: u16) {
        if !counted(self.all, self.faults).contains(code) {
            refuse(&message::needless_never(code));
        }
    }

    /// `exhaustive`: checks that the handler `shown` can respond with everything that the operation documents.
    #[track_caller]
    pub const fn exhaustive(self, shown: &str, except: &[u16]) {
        let used = self.used().union(StatusSet::of(except));
        let demanded = demanded(H::TABLE).intersection(self.documented);
        let missing = demanded.difference(used);
        if !missing.is_empty() {
            refuse(&message::never_used(H::TABLE, shown, missing));
        }
    }

    /// `except(407)`: an exception that excepts something.
    #[track_caller]
    pub const fn excepted(self, code: u16) {
        let used = self.used().contains(code);
        if used || !self.documented.contains(code) {
            refuse(&message::needless_exception(H::TABLE, code, used));
        }
    }

    const fn used(self) -> StatusSet {
        counted(self.all, true).difference(self.never)
    }

    /// Every status that the handler can respond with.
    pub const fn statuses(self) -> StatusSet {
        counted(self.all, self.faults).difference(self.never)
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

// Functions of their own: rustc evaluates the constants of a function when it begins, and the table is for a refusal only.

#[track_caller]
const fn rejects<H: Handles>(extractor: Checked, fallible: bool) -> ! {
    let shown = extractor.written.split_at(extractor.ty).1;
    refuse(&message::rejects(
        H::TABLE,
        shown,
        extractor.written,
        fallible,
        extractor.undocumented,
    ))
}

#[track_caller]
const fn succeeds<H: Handles>(success: Checked) -> ! {
    refuse(&message::succeeds(
        H::TABLE,
        success.written,
        success.undocumented,
    ))
}

#[track_caller]
const fn fails<H: Handles>(error: Checked) -> ! {
    refuse(&message::fails(H::TABLE, error.written, error.undocumented))
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
