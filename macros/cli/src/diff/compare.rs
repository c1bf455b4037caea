//! Finds what changed.

use std::collections::{HashMap, HashSet};

use crate::contract::{Contract, Covered, Operation, Place, Row, ServiceCode};

/// The kind of a change. Its name is used in `--allow` and in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    OperationAdded,
    OperationRemoved,
    OperationRenamed,
    CodeAdded,
    CodeRemoved,
    SuccessChanged,
    DefaultChanged,
    MethodsChanged,
    TextChanged,
    ServiceCodeAdded,
    ServiceCodeRemoved,
    ServiceCodeStatusChanged,
    ServiceCodeTextChanged,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::OperationAdded => "operation-added",
            Kind::OperationRemoved => "operation-removed",
            Kind::OperationRenamed => "operation-renamed",
            Kind::CodeAdded => "code-added",
            Kind::CodeRemoved => "code-removed",
            Kind::SuccessChanged => "success-changed",
            Kind::DefaultChanged => "default-changed",
            Kind::MethodsChanged => "methods-changed",
            Kind::TextChanged => "text-changed",
            Kind::ServiceCodeAdded => "service-code-added",
            Kind::ServiceCodeRemoved => "service-code-removed",
            Kind::ServiceCodeStatusChanged => "service-code-status-changed",
            Kind::ServiceCodeTextChanged => "service-code-text-changed",
        }
    }
}

/// What a change can break.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Breaks {
    pub(super) client: bool,
    pub(super) build: bool,
}

impl Breaks {
    pub(super) fn any(self) -> bool {
        self.client || self.build
    }
}

/// Something that changed.
#[derive(Debug)]
pub(super) struct Change<'a> {
    pub(super) kind: Kind,
    /// `GET /pets`; `None` on a page.
    pub(super) operation: Option<String>,
    /// The codes that changed, old before new: `404`, `4XX`, `DNS.0013`.
    pub(super) codes: Vec<String>,
    pub(super) message: String,
    pub(super) old: Option<Place<'a>>,
    pub(super) new: Option<Place<'a>>,
    /// The place for an annotation if `new` is `None`: the operation in the new version.
    pub(super) near: Place<'a>,
    pub(super) breaks: Breaks,
    pub(super) is_allowed: bool,
}

impl Change<'_> {
    /// Whether a pattern of `--allow` matches this change: by its kind, a code, its operation, or operation and code.
    pub(super) fn is_named(&self, pattern: &str) -> bool {
        let operation = self.operation.as_deref().unwrap_or_default();
        let is_code = |pattern: &str| {
            self.codes
                .iter()
                .any(|code| code.eq_ignore_ascii_case(pattern))
        };
        let of_operation = pattern
            .strip_prefix(operation)
            .and_then(|rest| rest.strip_prefix(' '));
        pattern == self.kind.name()
            || is_code(pattern)
            || (!operation.is_empty()
                && (pattern == operation || of_operation.is_some_and(is_code)))
    }
}

/// Everything that changed, in the order of the documents.
pub(super) fn changes<'a>(old: &'a Contract<'a>, new: &'a Contract<'a>) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let pairs = pairs(&old.operations, &new.operations);
    let top = new
        .operations
        .first()
        .or(old.operations.first())
        .map(|operation| Place {
            position: statusbook_reader::Position { line: 1, column: 1 },
            ..operation.place
        });
    for (before, after) in pairs {
        match (before, after) {
            (Some(before), Some(after)) => operation(before, after, &mut changes),
            (Some(before), None) => changes.extend(top.map(|top| operation_removed(before, top))),
            (None, Some(after)) => changes.push(operation_added(after)),
            (None, None) => {}
        }
    }
    if let Some(top) = top {
        service_codes(&old.service_codes, &new.service_codes, top, &mut changes);
    }
    changes
}

type Pair<'a> = (Option<&'a Operation<'a>>, Option<&'a Operation<'a>>);

/// The operations of both versions: those with one name and, of the others, those whose paths differ only in the names of
/// parameters.
fn pairs<'a>(old: &'a [Operation<'a>], new: &'a [Operation<'a>]) -> Vec<Pair<'a>> {
    let mut exact: HashMap<Option<&str>, &Operation<'_>> = HashMap::new();
    for after in new {
        exact.entry(after.name.as_deref()).or_insert(after);
    }
    let names: HashSet<Option<&str>> = old.iter().map(|before| before.name.as_deref()).collect();
    let mut by_shape: HashMap<String, &Operation<'_>> = HashMap::new();
    for after in new
        .iter()
        .filter(|after| !names.contains(&after.name.as_deref()))
    {
        by_shape
            .entry(shape(after.name.as_deref().unwrap_or_default()))
            .or_insert(after);
    }
    let mut pairs: Vec<Pair<'_>> = Vec::new();
    let mut taken: HashSet<Option<&str>> = HashSet::new();
    for before in old {
        let after = exact
            .get(&before.name.as_deref())
            .copied()
            .or_else(|| by_shape.remove(&shape(before.name.as_deref().unwrap_or_default())));
        if let Some(after) = after {
            taken.insert(after.name.as_deref());
        }
        pairs.push((Some(before), after));
    }
    let added = new
        .iter()
        .filter(|after| !taken.contains(&after.name.as_deref()));
    pairs.extend(added.map(|after| (None, Some(after))));
    pairs
}

/// A route without the names of its parameters: `GET /pets/{}`.
fn shape(name: &str) -> String {
    let mut shape = String::with_capacity(name.len());
    let mut is_inside = false;
    for character in name.chars() {
        is_inside &= character != '}';
        if !is_inside {
            shape.push(character);
        }
        is_inside |= character == '{';
    }
    shape
}

fn operation_added<'a>(after: &'a Operation<'a>) -> Change<'a> {
    Change {
        kind: Kind::OperationAdded,
        operation: after.name.clone(),
        codes: Vec::new(),
        message: "operation added; a router that `router!` makes needs a handler for it".to_owned(),
        old: None,
        new: Some(after.place),
        near: after.place,
        breaks: Breaks {
            client: false,
            build: true,
        },
        is_allowed: false,
    }
}

fn operation_removed<'a>(before: &'a Operation<'a>, top: Place<'a>) -> Change<'a> {
    Change {
        kind: Kind::OperationRemoved,
        operation: before.name.clone(),
        codes: Vec::new(),
        message: format!(
            "operation removed; its clients fail, and code that names `{}` no longer compiles",
            before.module
        ),
        old: Some(before.place),
        new: None,
        near: top,
        breaks: Breaks {
            client: true,
            build: true,
        },
        is_allowed: false,
    }
}

/// What changed in an operation.
fn operation<'a>(old: &'a Operation<'a>, new: &'a Operation<'a>, changes: &mut Vec<Change<'a>>) {
    let between = Between { old, new };
    if old.name != new.name || old.module != new.module {
        changes.push(between.renamed());
    }
    let removed: Vec<&Row<'_>> = old
        .rows
        .iter()
        .filter(|row| new.row(row.codes).is_none())
        .collect();
    let added: Vec<&Row<'_>> = new
        .rows
        .iter()
        .filter(|row| old.row(row.codes).is_none())
        .collect();
    let replaced = replaced(&removed, &added);
    for row in &old.rows {
        match (new.row(row.codes), replaced) {
            (Some(after), _) => changes.extend(between.kept(row, after)),
            (None, Some((before, after))) if before.codes == row.codes => {
                changes.push(between.success_changed(before, after));
            }
            (None, _) => changes.push(between.removed(row)),
        }
    }
    for row in added {
        if replaced.is_none_or(|(_, after)| after.codes != row.codes) {
            changes.push(between.added(row));
        }
    }
}

/// A success that was replaced by another: the only success that was removed, and the only one that was added.
fn replaced<'a>(
    removed: &[&'a Row<'a>],
    added: &[&'a Row<'a>],
) -> Option<(&'a Row<'a>, &'a Row<'a>)> {
    let only = |rows: &[&'a Row<'a>]| {
        let mut successes = rows
            .iter()
            .filter(|row| matches!(row.codes, Covered::One(200..=299)));
        match (successes.next(), successes.next()) {
            (Some(row), None) => Some(*row),
            _ => None,
        }
    };
    Some((only(removed)?, only(added)?))
}

/// The two versions of an operation.
#[derive(Clone, Copy)]
struct Between<'a> {
    old: &'a Operation<'a>,
    new: &'a Operation<'a>,
}

impl<'a> Between<'a> {
    fn change(
        self,
        kind: Kind,
        rows: (Option<&'a Row<'a>>, Option<&'a Row<'a>>),
        breaks: Breaks,
        message: String,
    ) -> Change<'a> {
        let mut codes: Vec<String> = [rows.0, rows.1]
            .into_iter()
            .flatten()
            .map(|row| row.codes.shown())
            .collect();
        codes.dedup();
        Change {
            kind,
            operation: self.new.name.clone(),
            codes,
            message,
            old: rows.0.map(|row| row.place),
            new: rows.1.map(|row| row.place),
            near: self.new.place,
            breaks,
            is_allowed: false,
        }
    }

    fn renamed(self) -> Change<'a> {
        let (before, after) = (self.old, self.new);
        let mut said = Vec::new();
        if before.module != after.module {
            said.push(format!(
                "module `{}` is now `{}`; code that names it must change",
                before.module, after.module
            ));
        }
        if before.name != after.name {
            let name = before.name.as_deref().unwrap_or_default();
            said.push(format!("`{name}` is now written like this"));
        }
        let message = said.join("; ");
        let breaks = Breaks {
            client: false,
            build: true,
        };
        let mut change = self.change(Kind::OperationRenamed, (None, None), breaks, message);
        change.old = Some(before.place);
        change.new = Some(after.place);
        change
    }

    fn added(self, row: &'a Row<'a>) -> Change<'a> {
        let shown = row.codes.shown();
        let was_covered = self.old.covers(row);
        let exhaustive = "a type or handler that is `exhaustive` misses it";
        let message = match (was_covered, row.codes.is_single()) {
            (true, true) => {
                let by = row
                    .codes_of()
                    .next()
                    .and_then(|code| self.old.row_of(code))
                    .map_or_else(String::new, |row| row.codes.shown());
                format!("`{shown}` added, which `{by}` documented before; {exhaustive}")
            }
            (true, false) => format!("`{shown}` added, whose codes were documented before"),
            (false, true) => format!(
                "`{shown}` added; a client may see a status that it does not know, and {exhaustive}"
            ),
            (false, false) => {
                format!("`{shown}` added; a client may see statuses that it does not know")
            }
        };
        let breaks = Breaks {
            client: !was_covered,
            build: row.codes.is_single(),
        };
        self.change(Kind::CodeAdded, (None, Some(row)), breaks, message)
    }

    fn removed(self, row: &'a Row<'a>) -> Change<'a> {
        let shown = row.codes.shown();
        let is_covered = self.new.covers(row);
        let awaited = row.codes_of().any(|code| (200..=399).contains(&code)) && !is_covered;
        let message = if is_covered && row.codes.is_single() {
            let by = row
                .codes_of()
                .next()
                .and_then(|code| self.new.row_of(code))
                .map_or_else(String::new, |row| row.codes.shown());
            format!("`{shown}` removed, which `{by}` still documents; its constant is gone")
        } else if is_covered {
            format!("`{shown}` removed, whose codes are still documented")
        } else if awaited {
            format!(
                "`{shown}` removed; a client that expects it does not get it, and code that responds with it no longer compiles"
            )
        } else {
            format!("`{shown}` removed; code that responds with it no longer compiles")
        };
        let breaks = Breaks {
            client: awaited,
            build: !is_covered || row.codes.is_single(),
        };
        self.change(Kind::CodeRemoved, (Some(row), None), breaks, message)
    }

    fn success_changed(self, before: &'a Row<'a>, after: &'a Row<'a>) -> Change<'a> {
        let (old, new) = (before.codes.shown(), after.codes.shown());
        let message = format!(
            "success `{old}` became `{new}`; a client expects `{old}`, and code that responds with it no longer compiles"
        );
        let breaks = Breaks {
            client: true,
            build: true,
        };
        self.change(
            Kind::SuccessChanged,
            (Some(before), Some(after)),
            breaks,
            message,
        )
    }

    /// What changed in a row whose code stayed.
    fn kept(self, before: &'a Row<'a>, after: &'a Row<'a>) -> Option<Change<'a>> {
        let shown = before.codes.shown();
        let rows = (Some(before), Some(after));
        if before.ranges != after.ranges {
            let (loses, gains) = (!self.new.covers(before), !self.old.covers(after));
            let message = if before.ranges.len() > after.ranges.len() {
                "`default` documents errors only, now that the operation documents a success"
            } else {
                "`default` documents any success too, now that the operation documents none"
            };
            let breaks = Breaks {
                client: gains,
                build: loses,
            };
            return Some(self.change(Kind::DefaultChanged, rows, breaks, message.to_owned()));
        }
        if before.methods != after.methods {
            let named = |row: &Row<'_>| match row.methods.as_slice() {
                [] => "every method".to_owned(),
                methods => methods.join(", "),
            };
            let lost = !after.methods.is_empty()
                && (before.methods.is_empty()
                    || before
                        .methods
                        .iter()
                        .any(|method| !after.methods.contains(method)));
            let message = format!(
                "`{shown}` was documented for {} and is now documented for {}",
                named(before),
                named(after)
            );
            let breaks = Breaks {
                client: lost,
                build: lost,
            };
            return Some(self.change(Kind::MethodsChanged, rows, breaks, message));
        }
        if before.texts != after.texts {
            let message = format!("the text of `{shown}` changed");
            return Some(self.change(Kind::TextChanged, rows, Breaks::default(), message));
        }
        None
    }
}

fn service_codes<'a>(
    old: &'a [ServiceCode<'a>],
    new: &'a [ServiceCode<'a>],
    top: Place<'a>,
    changes: &mut Vec<Change<'a>>,
) {
    let after: HashMap<&str, &ServiceCode<'_>> = new.iter().map(|code| (code.code, code)).collect();
    let before: HashMap<&str, &ServiceCode<'_>> =
        old.iter().map(|code| (code.code, code)).collect();
    let change = |kind,
                  codes: (Option<&'a ServiceCode<'a>>, Option<&'a ServiceCode<'a>>),
                  breaks,
                  message| Change {
        kind,
        operation: None,
        codes: codes
            .0
            .or(codes.1)
            .map(|code| code.code.to_owned())
            .into_iter()
            .collect(),
        message,
        old: codes.0.map(|code| code.place),
        new: codes.1.map(|code| code.place),
        near: top,
        breaks,
        is_allowed: false,
    };
    for code in old {
        let name = code.code;
        let Some(now) = after.get(name).copied() else {
            let message =
                format!("service code `{name}` removed; code that names it no longer compiles");
            let breaks = Breaks {
                client: false,
                build: true,
            };
            changes.push(change(
                Kind::ServiceCodeRemoved,
                (Some(code), None),
                breaks,
                message,
            ));
            continue;
        };
        if code.statuses != now.statuses {
            let message = format!(
                "service code `{name}` was documented for {} and is now documented for {}",
                statuses(code),
                statuses(now)
            );
            let breaks = Breaks {
                client: true,
                build: true,
            };
            changes.push(change(
                Kind::ServiceCodeStatusChanged,
                (Some(code), Some(now)),
                breaks,
                message,
            ));
        } else if code.texts != now.texts {
            let message = format!("the text of service code `{name}` changed");
            changes.push(change(
                Kind::ServiceCodeTextChanged,
                (Some(code), Some(now)),
                Breaks::default(),
                message,
            ));
        }
    }
    for code in new.iter().filter(|code| !before.contains_key(code.code)) {
        let first = if old.is_empty() {
            "; from now on, every service code in the program must be documented"
        } else {
            ""
        };
        let message = format!(
            "service code `{}` added; a client may see a code that it does not know{first}",
            code.code
        );
        let breaks = Breaks {
            client: true,
            build: old.is_empty(),
        };
        changes.push(change(
            Kind::ServiceCodeAdded,
            (None, Some(code)),
            breaks,
            message,
        ));
    }
}

fn statuses(code: &ServiceCode<'_>) -> String {
    match code.statuses.as_slice() {
        [] => "any status".to_owned(),
        statuses => statuses
            .iter()
            .map(|status| format!("`{status}`"))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
