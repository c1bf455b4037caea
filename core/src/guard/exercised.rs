//! Which documented statuses the tests of a service exercised.

use std::fmt;

use super::Guard;
use super::document::Scope;
use crate::set::StatusSet;

/// The counts of a guard: see [`Guard::exercised`]. Its `Display` has a line for each operation.
#[derive(Clone, Debug)]
pub struct Exercised {
    operations: Vec<Operation>,
    whole: Operation,
}

/// The counts of one operation.
#[derive(Clone, Debug)]
pub struct Operation {
    name: &'static str,
    seen: Vec<(u16, u64)>,
    missing: StatusSet,
    undocumented: StatusSet,
}

impl Exercised {
    /// Returns each operation in the order of the document. A page without operations has none: see
    /// [`whole`](Self::whole).
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// Returns the counts of requests that belong to no operation, against the statuses that are documented for every
    /// operation.
    pub fn whole(&self) -> &Operation {
        &self.whole
    }

    /// Returns whether every documented status was sent, and no other.
    pub fn is_complete(&self) -> bool {
        let mut all = self.operations.iter().chain([&self.whole]);
        all.all(Operation::is_complete)
    }
}

impl Operation {
    /// Returns the operation as `GET /pets/{petId}`. For the whole service, it is the name of the table.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the statuses that the service sent, ascending, each with its count. It does not count the statuses
    /// that `.enforce()` replaced them with.
    pub fn seen(&self) -> &[(u16, u64)] {
        &self.seen
    }

    /// Returns the documented statuses that were never sent, without the excepted ones.
    pub fn missing(&self) -> StatusSet {
        self.missing
    }

    /// Returns the undocumented statuses that were sent.
    pub fn undocumented(&self) -> StatusSet {
        self.undocumented
    }

    fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.undocumented.is_empty()
    }
}

impl Guard {
    /// Returns the counts of all guards of this `guard!` call so far.
    ///
    /// If several tests build their guard through the same `guard!` call, the counts are those of all these tests.
    pub fn exercised(&self) -> Exercised {
        let index = self.document.index();
        let mut anywhere = codes(&index.elsewhere().counters.seen());
        let mut operations = Vec::new();
        for scope in index.operations() {
            let seen = scope.counters.seen();
            anywhere = anywhere.union(codes(&seen));
            operations.push(self.operation(scope, scope.own, seen));
        }
        let elsewhere = index.elsewhere();
        // What the operations document is asked of them; the rest may come from anywhere.
        let expected = index.shared().difference(anywhere);
        let mut whole = self.operation(elsewhere, expected, elsewhere.counters.seen());
        whole.missing = self.without_exceptions(None, expected);
        Exercised { operations, whole }
    }

    fn operation(&self, scope: &Scope, expected: StatusSet, seen: Vec<(u16, u64)>) -> Operation {
        let name = scope.table.name();
        let expected = match scope.operation() {
            // A union of an operation and more has the name of the union.
            Some(_) => self.without_exceptions(Some(name), expected),
            None => self.without_exceptions(None, expected),
        };
        let found = codes(&seen);
        Operation {
            name,
            missing: expected.difference(found),
            undocumented: found.difference(scope.documented),
            seen,
        }
    }

    fn without_exceptions(&self, operation: Option<&str>, codes: StatusSet) -> StatusSet {
        let exceptions = self.settings.iter().flat_map(|settings| &settings.except);
        let exceptions =
            exceptions.filter(|(name, _)| name.is_none() || name.as_deref() == operation);
        exceptions.fold(codes, |codes, (_, code)| codes.difference(*code))
    }

    /// Panics unless the tests exercised every documented status, and no other.
    ///
    /// To excuse a documented status that no test can provoke, use [`except`](Self::except) or
    /// [`except_in`](Self::except_in). Ranges (`4XX`) need not be exercised.
    ///
    /// # Panics
    /// If a documented status was never sent, or an undocumented one was. The message lists all of them.
    ///
    /// ```should_panic
    /// use statusbook::{guard, vpn};
    ///
    /// // No request was made.
    /// guard!(vpn).assert_exercised();
    /// ```
    #[track_caller]
    pub fn assert_exercised(&self) {
        let exercised = self.exercised();
        assert!(
            exercised.is_complete(),
            "the tests do not exercise `{}` as documented\n{}",
            self.document.table().name(),
            Shortcomings(&exercised),
        );
    }
}

/// Returns the codes within 100 to 599. Others are in no document.
fn codes(seen: &[(u16, u64)]) -> StatusSet {
    let codes = seen.iter().map(|(code, _)| *code);
    let codes = codes.filter(|code| (100..=599).contains(code));
    codes.fold(StatusSet::EMPTY, StatusSet::with)
}

impl fmt::Display for Exercised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, operation) in self.operations.iter().chain([&self.whole]).enumerate() {
            f.write_str(if index == 0 { "" } else { "\n" })?;
            operation.fmt(f)?;
        }
        Ok(())
    }
}

/// `GET /pets/{petId}: 200 (3), 404 (1)`
impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.name)?;
        for (index, (code, count)) in self.seen.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma} {code} ({count})")?;
        }
        if self.seen.is_empty() {
            f.write_str(" nothing")?;
        }
        Ok(())
    }
}

type Codes = fn(&Operation) -> StatusSet;

struct Shortcomings<'a>(&'a Exercised);

impl fmt::Display for Shortcomings<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = || self.0.operations.iter().chain([&self.0.whole]);
        let lists: [(_, Codes); 2] = [
            ("documented and never exercised", Operation::missing),
            ("undocumented and seen", Operation::undocumented),
        ];
        for (title, codes) in lists {
            if all().all(|operation| codes(operation).is_empty()) {
                continue;
            }
            writeln!(f, "  {title}:")?;
            for operation in all().filter(|operation| !codes(operation).is_empty()) {
                writeln!(f, "    {}: {}", operation.name, codes(operation))?;
            }
        }
        f.write_str("  help: test each, or excuse what no test can provoke: `.except([503])`, `.except_in(\"GET /pets\", [503])`")
    }
}
