//! `cargo statusbook check`: whether documents can be read.

use std::fmt::Write as _;

use crate::args::{Check, ColumnNames, Form};
use crate::document::{self, Contents, Document, Selection};
use crate::github::{self, Level};
use crate::json::{list, place_and_message, string, text_or_null};
use crate::outcome::{Exit, Outcome};
use crate::screen::{ERROR, FINE, STRONG, Screen, count};

pub(crate) fn run(request: &Check) -> Outcome {
    // The command line was checked.
    let columns = ColumnNames::of(&request.columns).unwrap_or_default();
    let mut outcome = Outcome::default();
    for file in &request.files {
        let selection = Selection {
            section: request.section.as_deref(),
            columns: columns.as_ref(),
            ..Selection::default()
        };
        let document = document::read(file, selection);
        if !document.errors().is_empty() {
            outcome.exit = Exit::Found;
        }
        match request.form() {
            Form::Text => text(&document, &mut outcome.output),
            Form::Json => json(&document, &mut outcome.output),
            Form::Github => annotations(&document, &mut outcome.output),
        }
    }
    outcome
}

/// Counts what is in a document; `None` for a document that is refused.
fn contents(document: &Document) -> Option<String> {
    match &document.contents {
        Contents::Page(page) => {
            let page = page.as_ref().ok()?;
            let rows = count(page.statuses.len(), "status row");
            Some(format!(
                "{rows}, {}",
                count(page.error_codes.len(), "error code")
            ))
        }
        Contents::Api(api) => {
            let api = api.as_ref().ok()?;
            let responses = api
                .operations
                .iter()
                .map(|operation| operation.responses.len())
                .sum();
            let operations = count(api.operations.len(), "operation");
            Some(format!("{operations}, {}", count(responses, "response")))
        }
    }
}

fn text(document: &Document, screen: &mut Screen) {
    screen.styled(STRONG, &document.name);
    screen.push(": ");
    if let Some(contents) = contents(document) {
        screen.styled(FINE, "ok");
        let _ = writeln!(screen, ", {contents}");
    } else {
        screen.styled(ERROR, "refused");
        screen.push("\n");
        document.show_errors(screen);
        screen.push("\n");
    }
}

/// One object on one line for each document.
fn json(document: &Document, screen: &mut Screen) {
    let errors: Vec<String> = document
        .errors()
        .into_iter()
        .map(|(file, error)| {
            format!(
                "{{\"file\": {}, {}}}",
                text_or_null(file),
                place_and_message(error)
            )
        })
        .collect();
    let _ = writeln!(
        screen,
        "{{\"document\": {}, \"ok\": {}, \"errors\": {}}}",
        string(&document.name),
        errors.is_empty(),
        list(&errors)
    );
}

/// Errors, and warnings about what a person should look at.
fn annotations(document: &Document, screen: &mut Screen) {
    for (file, error) in document.errors() {
        let file = file.unwrap_or(&document.name);
        github::annotate(
            Level::Error,
            file,
            error.position,
            "document refused",
            &error.message,
            screen,
        );
    }
    if let Contents::Page(Ok(page)) = &document.contents {
        for note in &page.notes {
            github::annotate(
                Level::Warning,
                &document.name,
                Some(note.position),
                "worth a look",
                &note.message,
                screen,
            );
        }
    }
}
