//! OpenAPI documents, operation by operation.

use std::fmt::Write as _;

use statusbook_reader::DocError;
use statusbook_reader::openapi::{Api, Operation, Problem, Refusal, Response};

use crate::document::Document;
use crate::json::{list, place_and_message, refused, string, text_or_null};
use crate::outcome::Outcome;
use crate::screen::{ERROR, FAINT, STRONG, Screen, WARNING, count, table};

/// Shows the selected operations, or all of them.
///
/// If `status_table!` refuses a document that has operations, they are shown anyway, so that a person sees both what is in the
/// document and what to fix.
pub(super) fn show(
    document: &Document,
    api: &Result<Api, Refusal>,
    json: bool,
    outcome: &mut Outcome,
) {
    let (api, problems) = match api {
        Ok(api) => (Some(api), [].as_slice()),
        Err(Refusal {
            problems, partial, ..
        }) => {
            let listed = partial.as_ref().filter(|api| !api.operations.is_empty());
            (listed, problems.as_slice())
        }
    };
    match (api, json) {
        (Some(api), true) => outcome.output.push(&object(&document.name, api, problems)),
        (None, true) => {
            let unknown = DocError::whole("unknown");
            let first = problems.first();
            let file = first.and_then(|problem| problem.file.as_deref());
            let error = first.map_or(&unknown, |problem| &problem.error);
            outcome.output.push(&refused(&document.name, file, error));
        }
        (api, false) => {
            if let Some(api) = api {
                listing(&document.name, api, &mut outcome.output);
            }
            if !problems.is_empty() {
                complaints(document, &mut outcome.problems);
            }
        }
    }
}

/// Every operation, and what it responds with.
fn listing(file: &str, api: &Api, screen: &mut Screen) {
    screen.styled(STRONG, file);
    let _ = write!(screen, ": {}", count(api.operations.len(), "operation"));
    let version = api.version.as_deref().unwrap_or_default();
    let title = format!("{} {version}", api.title);
    let title: Vec<&str> = title.split_whitespace().collect();
    if !title.is_empty() {
        let _ = write!(screen, " of {}", title.join(" "));
    }
    screen.push("\n");
    for operation in &api.operations {
        let place = operation.file.as_deref().unwrap_or(file);
        screen.push("\n");
        screen.styled(STRONG, &one_line(&operation.route()));
        let _ = write!(screen, "  {place}:{}", operation.position.line);
        if let Some(id) = &operation.id {
            let _ = write!(screen, ", operationId {}", one_line(id));
        }
        let _ = writeln!(screen, ", module `{}`", operation.name);
        if operation.responses.is_empty() {
            screen.styled(FAINT, "  no responses");
            screen.push("\n");
        } else {
            responses(operation, screen);
        }
    }
    unspecific(api, screen);
}

/// The number of operations whose documented errors allow every error.
fn unspecific(api: &Api, screen: &mut Screen) {
    let many = api.unspecific();
    if many == 0 {
        return;
    }
    screen.push("\n");
    screen.styled(WARNING, "worth a look");
    let _ = writeln!(
        screen,
        ":\n  {many} of {} document errors only as a class (`4XX`) or as `default`, so that every error of it passes; \
         `catalog & {{ 401, 404 }}` in `status_table!` makes a strict table of one",
        count(api.operations.len(), "operation")
    );
}

fn one_line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}

fn responses(operation: &Operation, screen: &mut Screen) {
    let mut rows = vec![["line", "code", "description"].map(str::to_owned)];
    rows.extend(operation.responses.iter().map(|response| {
        let description: Vec<&str> = response.description.split_whitespace().collect();
        let line = response.position.line.to_string();
        [line, response.key.clone(), description.join(" ")]
    }));
    table(&rows, screen);
}

/// Every error of the document, with its line.
fn complaints(document: &Document, screen: &mut Screen) {
    screen.push("\n");
    screen.styled(STRONG, &document.name);
    screen.push(" is ");
    screen.styled(ERROR, "refused");
    screen.push(", and `status_table!` uses nothing of it:\n");
    document.show_errors(screen);
}

/// The object for programs: the operations, and the errors of a document that is refused.
fn object(file: &str, api: &Api, problems: &[Problem]) -> String {
    let operations: Vec<String> = api.operations.iter().map(operation).collect();
    let mut out = format!(
        "{{\"document\": {}, \"operations\": {}",
        string(file),
        list(&operations)
    );
    if !problems.is_empty() {
        let problems: Vec<String> = problems.iter().map(problem).collect();
        let _ = write!(out, ", \"problems\": {}", list(&problems));
    }
    out.push_str("}\n");
    out
}

fn operation(operation: &Operation) -> String {
    let responses: Vec<String> = operation.responses.iter().map(response).collect();
    format!(
        "{{\"operation\": {}, \"method\": {}, \"path\": {}, \"statuses\": {}}}",
        text_or_null(operation.id.as_deref()),
        string(&operation.method),
        string(&operation.path),
        list(&responses)
    )
}

fn response(response: &Response) -> String {
    format!(
        "{{\"code\": {}, \"description\": {}, \"line\": {}}}",
        string(&response.key),
        string(&response.description),
        response.position.line
    )
}

fn problem(problem: &Problem) -> String {
    format!(
        "{{\"file\": {}, {}}}",
        text_or_null(problem.file.as_deref()),
        place_and_message(&problem.error)
    )
}
