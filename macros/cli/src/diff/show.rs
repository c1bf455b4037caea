//! Writes changes: for people, for programs, and at the lines of a workflow.

use std::fmt::Write as _;

use super::compare::{Breaks, Change};
use crate::contract::Place;
use crate::github::{self, Level};
use crate::json::{list, string, text_or_null};
use crate::screen::{ERROR, FAINT, STRONG, Screen, WARNING, count};

/// The changes under their operations.
pub(super) fn report(old: &str, new: &str, changes: &[Change<'_>], screen: &mut Screen) {
    let many = |test: fn(Breaks) -> bool| {
        changes
            .iter()
            .filter(|change| test(change.breaks) && !change.is_allowed)
            .count()
    };
    screen.styled(STRONG, &format!("{old} → {new}"));
    if changes.is_empty() {
        screen.push(": nothing changed\n");
        return;
    }
    let _ = writeln!(
        screen,
        ": {}, {} can break a client, {} can break a build",
        count(changes.len(), "change"),
        many(|breaks| breaks.client),
        many(|breaks| breaks.build)
    );
    let mut above: Option<&str> = None;
    for change in changes {
        screen.push("\n");
        let operation = change.operation.as_deref();
        if let Some(operation) = operation.filter(|_| operation != above) {
            screen.styled(STRONG, &operation.replace(['\r', '\n'], " "));
            screen.push("\n");
        }
        above = operation;
        screen.push("  ");
        let style = if change.breaks.any() && !change.is_allowed {
            ERROR
        } else {
            FAINT
        };
        screen.styled(style, effect(change.breaks));
        if change.is_allowed && change.breaks.any() {
            screen.styled(WARNING, " (allowed)");
        }
        let _ = writeln!(screen, ": {}", change.message);
        for (what, place) in [("old", change.old), ("new", change.new)] {
            if let Some(Place { file, position }) = place {
                screen.styled(FAINT, &format!("    {what}"));
                let _ = writeln!(screen, " {file}:{position}");
            }
        }
    }
}

fn effect(breaks: Breaks) -> &'static str {
    match (breaks.client, breaks.build) {
        (true, true) => "can break a client and a build",
        (true, false) => "can break a client",
        (false, true) => "can break a build",
        (false, false) => "breaks nothing",
    }
}

/// One object on one line.
pub(super) fn json(old: &str, new: &str, changes: &[Change<'_>], screen: &mut Screen) {
    let is_breaking = changes
        .iter()
        .any(|change| change.breaks.any() && !change.is_allowed);
    let changes: Vec<String> = changes.iter().map(object).collect();
    let _ = writeln!(
        screen,
        "{{\"old\": {}, \"new\": {}, \"breaking\": {is_breaking}, \"changes\": {}}}",
        string(old),
        string(new),
        list(&changes)
    );
}

fn object(change: &Change<'_>) -> String {
    let codes: Vec<String> = change.codes.iter().map(|code| string(code)).collect();
    let broken = [
        (change.breaks.client, "client"),
        (change.breaks.build, "build"),
    ];
    let broken: Vec<String> = broken
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, what)| string(what))
        .collect();
    format!(
        "{{\"kind\": {}, \"operation\": {}, \"codes\": {}, \"breaks\": {}, \"allowed\": {}, \"old\": {}, \"new\": {}, \"message\": {}}}",
        string(change.kind.name()),
        text_or_null(change.operation.as_deref()),
        list(&codes),
        list(&broken),
        change.is_allowed,
        place(change.old),
        place(change.new),
        string(&change.message)
    )
}

fn place(place: Option<Place<'_>>) -> String {
    place.map_or_else(
        || "null".to_owned(),
        |Place { file, position }| {
            format!(
                "{{\"file\": {}, \"line\": {}, \"column\": {}}}",
                string(file),
                position.line,
                position.column
            )
        },
    )
}

/// Annotations at the lines of the new version. The annotation for something that was removed is at its operation.
pub(super) fn annotations(changes: &[Change<'_>], screen: &mut Screen) {
    for change in changes {
        let level = match (change.breaks.any(), change.is_allowed) {
            (true, false) => Level::Error,
            (true, true) => Level::Warning,
            (false, _) => Level::Notice,
        };
        let place = change.new.unwrap_or(change.near);
        let operation = change
            .operation
            .as_deref()
            .map_or_else(String::new, |operation| format!("{operation}: "));
        let was = change.old.map_or_else(String::new, |old| {
            format!(" (old: {}:{})", old.file, old.position)
        });
        let message = format!("{operation}{}{was}", change.message);
        github::annotate(
            level,
            path(place.file),
            Some(place.position),
            effect(change.breaks),
            &message,
            screen,
        );
    }
}

/// The path of a file in the work tree, also if the document is that file in a commit.
fn path(file: &str) -> &str {
    let of_commit = file
        .strip_prefix("git:")
        .and_then(|rest| rest.split_once(':'));
    of_commit.map_or(file, |(_, path)| path.trim_start_matches("./"))
}
