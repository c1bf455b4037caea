//! `cargo statusbook diff`: what changed between two versions of a document, and what the change can break.
//!
//! A client can break if it may now get a response that the old version does not document, or if it expects a success
//! that the new version does not document. The build of the service can break if its code names something that the
//! new version does not document, or if it is `exhaustive`.

// `compare` finds the changes, and `show` writes them.
mod compare;
mod show;

use crate::args::{ColumnNames, Diff, Form};
use crate::contract;
use crate::document::{self, Document, Selection};
use crate::outcome::{Exit, Outcome};
use crate::screen::WARNING;

use self::compare::Change;

pub(crate) fn run(request: &Diff) -> Outcome {
    // The command line was checked.
    let columns = ColumnNames::of(&request.columns).unwrap_or_default();
    let selection = Selection {
        section: request.section.as_deref(),
        columns: columns.as_ref(),
        ..Selection::default()
    };
    let old = document::read(&request.old, selection);
    let new = document::read(&request.new, selection);
    let mut outcome = Outcome::default();
    for document in [&old, &new] {
        if !document.errors().is_empty() {
            refused(document, &mut outcome);
        }
    }
    let (Some(before), Some(after)) = (contract::of(&old), contract::of(&new)) else {
        return outcome;
    };
    if before.is_page != after.is_page {
        outcome.problems.push("a page and an OpenAPI document cannot be compared: give two versions of one document\n");
        outcome.exit = Exit::Failed;
        return outcome;
    }
    let mut changes = compare::changes(&before, &after);
    allow(&request.allow, &mut changes, &mut outcome);
    if changes
        .iter()
        .any(|change| change.breaks.any() && !change.is_allowed)
    {
        outcome.exit = Exit::Found;
    }
    let screen = &mut outcome.output;
    match request.form() {
        Form::Text => show::report(&old.name, &new.name, &changes, screen),
        Form::Json => show::json(&old.name, &new.name, &changes, screen),
        Form::Github => show::annotations(&changes, screen),
    }
    outcome
}

fn refused(document: &Document, outcome: &mut Outcome) {
    outcome.problems.push(&format!(
        "{} is refused, so nothing can be compared:\n",
        document.name
    ));
    document.show_errors(&mut outcome.problems);
    outcome.exit = Exit::Failed;
}

/// Marks the allowed changes, and warns about patterns that allow nothing.
fn allow(allowed: &[String], changes: &mut [Change], outcome: &mut Outcome) {
    for pattern in allowed {
        let mut is_used = false;
        for change in changes.iter_mut().filter(|change| change.is_named(pattern)) {
            change.is_allowed = true;
            is_used = true;
        }
        if !is_used {
            outcome.problems.styled(WARNING, "warning");
            outcome.problems.push(&format!(": `--allow {pattern:?}` allows nothing: no change has this kind, code or operation\n"));
        }
    }
}
