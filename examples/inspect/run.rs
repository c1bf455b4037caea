//! The command line: what to read, and how to show it.

use statusbook_reader::source;

use super::{document, json, openapi, report};

/// What the program says, and whether the document could be read.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) text: String,
    /// What is wrong with a document that is shown all the same: for the terminal, not for whoever reads `text`.
    pub(crate) problems: String,
    pub(crate) success: bool,
}

const USAGE: &str = "usage: inspect FILE [--section HEADING] [--codes FILE] [--json]
       inspect API.yaml [--operations PATTERN]... [--json]

  FILE                  the page to read, or an OpenAPI document: `.yaml`, `.yml` or `.json`
  --section HEADING     only the section with this heading; `Outer > Inner` where several have it
  --codes FILE          the page of the service's error codes, if it is another one
  --operations PATTERN  only these operations: `getPet*`, `tag:billing` or `GET /pets/*`
  --json                one JSON object instead of a report
";

struct Request {
    file: String,
    section: Option<String>,
    codes: Option<String>,
    operations: Vec<String>,
    json: bool,
}

/// Runs the program with the arguments after its name.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let request = match parse(arguments) {
        Ok(request) => request,
        Err(mistake) => {
            let text = format!("{mistake}\n\n{USAGE}");
            return Outcome {
                text,
                ..Outcome::default()
            };
        }
    };
    if source::is_openapi(&request.file) {
        return openapi::run(&request.file, &request.operations, request.json);
    }
    let read = document::read(&request.file, request.section.as_deref());
    let codes = request
        .codes
        .as_ref()
        .map(|file| document::read(file, None));
    let refused = read.page.is_err() || codes.as_ref().is_some_and(|codes| codes.page.is_err());
    let text = if request.json {
        json::object(&read, codes.as_ref())
    } else {
        report::report(&read, codes.as_ref())
    };
    Outcome {
        text,
        success: !refused,
        ..Outcome::default()
    }
}

fn parse(arguments: &[String]) -> Result<Request, String> {
    let mut request = Request {
        file: String::new(),
        section: None,
        codes: None,
        operations: Vec::new(),
        json: false,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (name, attached) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (argument.as_str(), None),
        };
        let mut value = || {
            attached
                .clone()
                .or_else(|| rest.next().cloned())
                .ok_or_else(|| format!("`{name}` needs a value"))
        };
        match name {
            "--json" => request.json = true,
            "--section" => request.section = Some(value()?),
            "--codes" => request.codes = Some(value()?),
            "--operations" => request.operations.push(value()?),
            "-h" | "--help" => return Err("shows what Statusbook reads in a page".to_owned()),
            option if option.starts_with("--") => return Err(format!("unknown option `{option}`")),
            _ if !request.file.is_empty() => {
                return Err(format!(
                    "one document at a time: `{argument}` is a second one"
                ));
            }
            _ => argument.clone_into(&mut request.file),
        }
    }
    if request.file.is_empty() {
        return Err("no document named".to_owned());
    }
    let described = source::is_openapi(&request.file);
    let of_pages = request.section.is_some() || request.codes.is_some();
    if described && of_pages {
        return Err(
            "`--section` and `--codes` belong to pages, not to OpenAPI documents".to_owned(),
        );
    }
    if !described && !request.operations.is_empty() {
        return Err(
            "`--operations` belongs to OpenAPI documents: `.yaml`, `.yml` or `.json`".to_owned(),
        );
    }
    Ok(request)
}
