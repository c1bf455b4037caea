//! What the tests of a service exercised of its document.

use std::fmt;

use super::Guard;
use super::document::Scope;
use crate::set::StatusSet;

/// What a guard has counted: [`Guard::exercised`]. It shows as a list, a line for each operation.
#[derive(Clone, Debug)]
pub struct Exercised {
    operations: Vec<Operation>,
    whole: Operation,
}

/// What was counted of an operation.
#[derive(Clone, Debug)]
pub struct Operation {
    name: &'static str,
    seen: Vec<(u16, u64)>,
    missing: StatusSet,
    undocumented: StatusSet,
}

impl Exercised {
    /// Each operation, in the order of the document. A page without operations has none: see [`whole`](Self::whole).
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The requests that belong to no operation, and the statuses that the whole service documents.
    pub fn whole(&self) -> &Operation {
        &self.whole
    }

    /// Whether everything documented was seen, and nothing else.
    pub fn is_complete(&self) -> bool {
        let mut all = self.operations.iter().chain([&self.whole]);
        all.all(Operation::is_complete)
    }
}

impl Operation {
    /// `GET /pets/{petId}`; for the whole service the name of the table.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The statuses that the service responded with, ascending, each with how often. What `.enforce()` made of them does not
    /// count.
    pub fn seen(&self) -> &[(u16, u64)] {
        &self.seen
    }

    /// Documented, not excepted, and never seen.
    pub fn missing(&self) -> StatusSet {
        self.missing
    }

    /// Seen, and not documented.
    pub fn undocumented(&self) -> StatusSet {
        self.undocumented
    }

    fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.undocumented.is_empty()
    }
}

impl Guard {
    /// What all guards of this `guard!` have seen so far.
    ///
    /// Where one place in the source makes the guard of several tests, it is what all of them have seen together.
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
        let exceptions = self.settings.except.iter();
        let exceptions =
            exceptions.filter(|(name, _)| name.is_none() || name.as_deref() == operation);
        exceptions.fold(codes, |codes, (_, code)| codes.difference(*code))
    }

    /// Fails unless the tests have exercised all that the document documents, and nothing else.
    ///
    /// Documented codes that no test can provoke are named with [`except`](Self::except) and [`except_in`](Self::except_in).
    /// Ranges (`4XX`) are not asked for.
    ///
    /// # Panics
    /// With one list: what is documented and was never seen, and what was seen and is not documented.
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
            "the tests do not exercise `{}` as it is documented\n{}",
            self.document.table().name(),
            Shortcomings(&exercised),
        );
    }
}

/// The codes within 100 to 599; others are in no document.
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
        f.write_str("  help: test each, or name what no test can provoke: `.except([503])`, `.except_in(\"GET /pets\", [503])`")
    }
}
