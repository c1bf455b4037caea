//! OpenAPI documents, operation by operation.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

use statusbook_reader::openapi::{self, Api, Operation, Options, Problem, Refusal, Response};
use statusbook_reader::{DocError, source};

use super::json::{place_and_message, refused, string};
use super::report;
use super::run::Outcome;

/// Reads a document, and shows the operations that are wanted, or all of them.
///
/// A document that has operations is shown although `status_table!` refuses it, so that a person sees both: what stands in
/// it, and what to mend.
pub(crate) fn run(file: &str, operations: &[String], json: bool) -> Outcome {
    let mut texts = HashMap::new();
    let (api, problems) = match read(file, operations, &mut texts) {
        Ok(api) => (Some(api), Vec::new()),
        Err(Refusal {
            problems, partial, ..
        }) => (partial.filter(|api| !api.operations.is_empty()), problems),
    };
    let success = problems.is_empty();
    let (text, problems) = match (api, json) {
        (Some(api), true) => (object(file, &api, &problems), String::new()),
        (None, true) => {
            let error = problems.first().map(|problem| problem.error.clone());
            let error = error.unwrap_or_else(|| DocError::whole("unknown"));
            (refused(file, &error), String::new())
        }
        (api, false) => {
            let listed = api.map(|api| listing(file, &api)).unwrap_or_default();
            (listed, complaints(file, &problems, &texts))
        }
    };
    Outcome {
        text,
        problems,
        success,
    }
}

/// Reads the document the way the macro does. `texts` keeps what was opened, for the report.
fn read(
    file: &str,
    operations: &[String],
    texts: &mut HashMap<String, String>,
) -> Result<Api, Refusal> {
    // Relative paths start here, as those of the macro start at the manifest. An absolute one starts in its own directory.
    let path = Path::new(file);
    let (directory, name) = match (
        path.parent(),
        path.file_name().and_then(|name| name.to_str()),
    ) {
        (Some(directory), Some(name)) if path.is_absolute() => (directory, name),
        _ => (Path::new(""), file),
    };
    let directory = if directory.as_os_str().is_empty() {
        Path::new(".")
    } else {
        directory
    };
    let text = source::load(path, source::API_LIMIT).map_err(Refusal::from)?;
    let patterns: Vec<&str> = operations.iter().map(String::as_str).collect();
    let options = Options {
        name,
        operations: &patterns,
        ..Options::default()
    };
    let mut load = |beside: &str| {
        let text = source::load_beside(directory, name, beside, source::API_LIMIT)
            .map_err(|error| error.to_string())?;
        texts.insert(beside.to_owned(), text.clone());
        Ok(text)
    };
    let api = openapi::read(&text, &options, &mut load);
    texts.insert(file.to_owned(), text);
    api
}

/// Every operation, and what it answers.
fn listing(file: &str, api: &Api) -> String {
    let count = api.operations.len();
    let operations = if count == 1 {
        "operation"
    } else {
        "operations"
    };
    let mut out = format!("{file}: {count} {operations}");
    let version = api.version.as_deref().unwrap_or_default();
    let title = format!("{} {version}", api.title);
    if !title.trim().is_empty() {
        let _ = write!(out, " of {}", title.trim());
    }
    out.push('\n');
    for operation in &api.operations {
        let route = operation.route();
        let place = operation.file.as_deref().unwrap_or(file);
        let _ = write!(out, "\n{route}  {place}:{}", operation.position.line);
        if let Some(id) = &operation.id {
            let _ = write!(out, ", operationId {id}");
        }
        let _ = writeln!(out, ", module `{}`", operation.name);
        if operation.responses.is_empty() {
            out.push_str("  no responses\n");
        } else {
            responses(operation, &mut out);
        }
    }
    out
}

fn responses(operation: &Operation, out: &mut String) {
    let mut rows = vec![["line", "code", "description"].map(str::to_owned)];
    rows.extend(operation.responses.iter().map(|response| {
        let description: Vec<&str> = response.description.split_whitespace().collect();
        let line = response.position.line.to_string();
        [line, response.key.clone(), description.join(" ")]
    }));
    report::table(&rows, out);
}

/// Every reason for which the document is refused, with the line it speaks of.
fn complaints(file: &str, problems: &[Problem], texts: &HashMap<String, String>) -> String {
    let mut out = String::new();
    if !problems.is_empty() {
        let _ = writeln!(
            out,
            "\n{file} is refused, and `status_table!` uses nothing of it:"
        );
    }
    for problem in problems {
        let name = problem.file.as_deref().unwrap_or(file);
        let text = texts.get(name).map_or("", String::as_str);
        report::error(name, text, &problem.error, &mut out);
    }
    out
}

/// The object for programs: the operations and, of a document that is refused all the same, its problems.
fn object(file: &str, api: &Api, problems: &[Problem]) -> String {
    let operations: Vec<String> = api.operations.iter().map(operation).collect();
    let mut out = format!(
        "{{\"document\": {}, \"operations\": [{}]",
        string(file),
        operations.join(", ")
    );
    if !problems.is_empty() {
        let problems: Vec<String> = problems.iter().map(problem).collect();
        let _ = write!(out, ", \"problems\": [{}]", problems.join(", "));
    }
    out.push_str("}\n");
    out
}

fn operation(operation: &Operation) -> String {
    let responses: Vec<String> = operation.responses.iter().map(response).collect();
    format!(
        "{{\"operation\": {}, \"method\": {}, \"path\": {}, \"statuses\": [{}]}}",
        text_or_null(operation.id.as_deref()),
        string(&operation.method),
        string(&operation.path),
        responses.join(", ")
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

fn text_or_null(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_owned(), string)
}
