//! OpenAPI documents: a table for every operation, and their union.

use proc_macro2::Span;
use statusbook_reader::openapi::{self, Api, Options, Policy, Problem};
use statusbook_reader::source;
use syn::LitStr;

use super::contents::{Contents, Operation, ident};
use super::file::{manifest_directory, open};
use super::parse::Document;
use crate::errors::Errors;
use crate::message;

/// Reads a document. If it is broken, the readable part is kept, so that its uses cause no errors.
pub(crate) fn read(document: &Document, errors: &mut Errors) -> Option<Contents> {
    let name = document.path.value();
    let text = open(&document.path, source::API_LIMIT, errors)?;
    let directory = errors.absorb(
        manifest_directory().map_err(|error| syn::Error::new(document.path.span(), error.message)),
    )?;
    let patterns: Vec<String> = document
        .operations
        .iter()
        .flat_map(|list| &list.patterns)
        .map(LitStr::value)
        .collect();
    let patterns: Vec<&str> = patterns.iter().map(String::as_str).collect();
    let options = Options {
        name: &name,
        default: policy(document.default.as_ref()),
        ranges: policy(document.ranges.as_ref()),
        operations: &patterns,
    };
    let mut load = |file: &str| {
        let text = source::load_beside(&directory, &name, file, source::API_LIMIT);
        text.map_err(|error| error.to_string())
    };
    match openapi::read(&text, &options, &mut load) {
        Ok(api) => Some(contents(document, &name, &api)),
        Err(refusal) => {
            for problem in &refusal.problems {
                let span = span_of(document, problem);
                let file = problem.file.as_deref().unwrap_or(&name);
                errors.push(syn::Error::new(
                    span,
                    message::document(file, &problem.error),
                ));
            }
            let api = refusal.partial?;
            let mut contents = contents(document, &name, &api);
            contents.broken = true;
            Some(contents)
        }
    }
}

fn policy(word: Option<&LitStr>) -> Policy {
    match word {
        Some(word) if word.value() == "ignore" => Policy::Ignore,
        _ => Policy::Document,
    }
}

/// The place of the pattern that matches nothing, or of the document.
fn span_of(document: &Document, problem: &Problem) -> Span {
    let pattern = problem
        .filter
        .and_then(|index| document.operations.as_ref()?.patterns.get(index));
    pattern.unwrap_or(&document.path).span()
}

fn contents(document: &Document, name: &str, api: &Api) -> Contents {
    let mut contents = Contents::default();
    contents.files.push(name.to_owned());
    contents
        .files
        .extend(api.files.iter().map(ToString::to_string));
    contents.unspecific = api.unspecific();
    for operation in &api.operations {
        let mut own = Contents::default();
        for (row, file) in operation.rows() {
            own.add_statuses([row.clone()], file);
            contents.add_statuses([row], file);
        }
        contents.operations.push(Operation {
            name: ident(&operation.name, document.path.span()),
            id: operation.id.clone().unwrap_or_default(),
            method: operation.method.clone(),
            path: operation.path.clone(),
            summary: operation.summary.clone().unwrap_or_default(),
            line: operation.position.line,
            document: operation.file.as_deref().map(str::to_owned),
            contents: own,
        });
    }
    contents
}
