//! The OpenAPI reader from outside: small documents in, operations or refusals out.

mod files;
mod filters;
mod hostile;
mod limits;
mod names;
mod refusals;
mod responses;
mod syntax;
mod versions;

use statusbook_reader::openapi::{self, Api, Operation, Options, Refusal};

/// A loader for documents that need no other file.
fn no_files(path: &str) -> Result<String, String> {
    Err(format!("no files in this test, and `{path}` was asked for"))
}

/// Reads a document that is complete in itself.
fn read(text: &str) -> Result<Api, Refusal> {
    read_with(text, &Options::default())
}

fn read_with(text: &str, options: &Options<'_>) -> Result<Api, Refusal> {
    openapi::read(text, options, &mut no_files)
}

/// Reads a document that has to be fine.
fn api(text: &str) -> Api {
    read(text).unwrap_or_else(|refusal| panic!("{refusal}\nin\n{text}"))
}

/// Reads a document that has to be refused: its problems as a user sees them, a line each.
fn problems(text: &str) -> String {
    read(text)
        .expect_err("the document should be refused")
        .to_string()
}

/// An OpenAPI 3.0 document with these paths, which start on line 4.
fn with_paths(paths: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{ title: Pets, version: '1' }}\npaths:\n{paths}")
}

/// The responses of an operation as `404@12:7 There is no such pet`.
fn shown(operation: &Operation) -> Vec<String> {
    operation
        .responses
        .iter()
        .map(|response| {
            let file = response
                .file
                .as_deref()
                .map(|file| format!("{file}:"))
                .unwrap_or_default();
            format!(
                "{}@{file}{} {}",
                response.key, response.position, response.description
            )
        })
        .collect()
}

/// The operations of an API as `GET /pets list_pets`.
fn listed(api: &Api) -> Vec<String> {
    api.operations
        .iter()
        .map(|operation| format!("{} {}", operation.route(), operation.name))
        .collect()
}

/// Lines that differ in a number.
fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().concat()
}
