//! `cargo statusbook report`: a self-contained page that shows the contract.

// `facts` reads what the code can send and what the tests exercised, `matrix` lays everything out, and `html` writes it.
mod facts;
mod html;
mod matrix;

use std::fs;

use crate::args::{ColumnNames, Report};
use crate::contract;
use crate::document::{self, Selection};
use crate::outcome::{Exit, Outcome};
use crate::screen::count;

use self::facts::Facts;
use self::matrix::Matrix;

pub(crate) fn run(request: &Report) -> Outcome {
    let mut outcome = Outcome::default();
    // The command line was checked.
    let columns = ColumnNames::of(&request.columns).unwrap_or_default();
    let selection = Selection {
        section: request.section.as_deref(),
        columns: columns.as_ref(),
        operations: &request.operations,
    };
    let document = document::read(&request.document, selection);
    let Some(contract) = contract::of(&document) else {
        outcome.problems.push(&format!(
            "{} is refused, so there is nothing to show:\n",
            document.name
        ));
        document.show_errors(&mut outcome.problems);
        outcome.exit = Exit::Failed;
        return outcome;
    };
    let facts = match Facts::read(&request.contract, &request.exercised) {
        Ok(facts) => facts,
        Err(message) => return failed(&message),
    };
    let matrix = Matrix::new(&contract, &facts);
    let page = html::page(&matrix, &document, request.link.as_deref());
    if request.output == "-" {
        // The page is inert already: it escapes every text of the document.
        outcome.output.own(&page);
        return outcome;
    }
    if let Err(error) = fs::write(&request.output, page) {
        return failed(&format!("cannot write `{}`: {error}", request.output));
    }
    let rows = count(matrix.rows.len(), "operation");
    outcome.output.push(&format!(
        "{}: {rows}, {}\n",
        request.output,
        count(matrix.columns.len(), "status")
    ));
    outcome
}

fn failed(message: &str) -> Outcome {
    let mut outcome = Outcome {
        exit: Exit::Failed,
        ..Outcome::default()
    };
    outcome.problems.push(message);
    outcome.problems.push("\n");
    outcome
}
