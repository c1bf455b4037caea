//! Reads the responses of every operation in an OpenAPI or Swagger document.
//!
//! Supports OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0, as JSON or YAML, in one file or several.

// Each module uses those before it:
// options, api, problem     what goes in, and what comes out
// tree, specification       values with their places; what each version of OpenAPI calls an operation
// message                   all messages
// builder, json, yaml       from text to tree
// pointer, reference        what a `$ref` says, and where it leads
// filter                    selects operations
// responses, operations     what the document documents
mod api;
mod builder;
mod filter;
mod json;
mod message;
mod operations;
mod options;
mod pointer;
mod problem;
mod reference;
mod responses;
mod specification;
mod tree;
mod yaml;

pub use api::{Api, Operation, Response, ResponseCodes};
pub use options::{LoadFile, Options, Policy};
pub use problem::{Problem, Refusal};

use reference::Library;

/// Reads a document.
///
/// `load` is called once for each file that a `$ref` names. No URL is ever opened.
///
/// ```
/// use statusbook_reader::openapi::{self, Options};
///
/// let document = "
/// openapi: 3.1.0
/// info: { title: Pets, version: '1' }
/// paths:
///   /pets/{petId}:
///     get:
///       operationId: getPetById
///       responses:
///         200: { description: A pet }
///         404: { description: There is no such pet }
/// ";
/// let mut no_files = |_: &str| Err("this document needs none".to_owned());
/// let api = openapi::read(document, &Options::default(), &mut no_files).unwrap();
/// let operation = &api.operations[0];
/// assert_eq!(operation.name, "get_pet_by_id");
/// assert_eq!(&*operation.responses[1].description, "There is no such pet");
/// assert_eq!(operation.responses[1].position.line, 10);
/// ```
///
/// # Errors
/// Everything that cannot be read, or that can be read in two ways:
///
/// - a document that is not JSON, YAML or OpenAPI
/// - a `$ref` to nothing, to a URL, to a file outside of the folder, or in a circle
/// - a response key that is not a status code
/// - a key or an `operationId` that is written twice
/// - two operations with the same name
/// - a filter that matches nothing
pub fn read(text: &str, options: &Options<'_>, load: LoadFile<'_>) -> Result<Api, Refusal> {
    let library = Library::new(text, options.name, load).map_err(|problem| Refusal {
        problems: vec![problem],
        partial: None,
    })?;
    let (partial, problems) = operations::read(library, options);
    match (partial, problems.is_empty()) {
        (Some(api), true) => Ok(api),
        (partial, _) => Err(Refusal {
            problems: problems.into_list(),
            partial,
        }),
    }
}
