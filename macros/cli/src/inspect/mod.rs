//! `cargo statusbook inspect`: everything that is read in a document.

use crate::args::{ColumnNames, Inspect};
use crate::document::{self, Contents, Document, Selection};
use crate::outcome::{Exit, Outcome};

mod openapi;
mod page;
mod page_json;
mod paste;

pub(crate) fn run(request: &Inspect) -> Outcome {
    // The command line was checked.
    let columns = ColumnNames::of(&request.columns).unwrap_or_default();
    let selection = Selection {
        section: request.section.as_deref(),
        columns: columns.as_ref(),
        operations: &request.operations,
    };
    let document = document::read(&request.file, selection);
    let codes = request
        .codes
        .as_ref()
        .map(|file| document::read(file, Selection::default()));
    let mut outcome = Outcome::default();
    let refused = |document: &Document| !document.errors().is_empty();
    if refused(&document) || codes.as_ref().is_some_and(refused) {
        outcome.exit = Exit::Found;
    }
    match (&document.contents, request.json) {
        (Contents::Api(api), json) => openapi::show(&document, api, json, &mut outcome),
        (Contents::Page(_), true) => outcome
            .output
            .push(&page_json::object(&document, codes.as_ref())),
        (Contents::Page(_), false) => page::report(&document, codes.as_ref(), &mut outcome.output),
    }
    if outcome.exit == Exit::Fine && !request.json {
        paste::show(request, &mut outcome.output);
    }
    outcome
}
