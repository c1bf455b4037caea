//! Reads the responses of every operation out of an OpenAPI or Swagger document.
//!
//! Read are OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0, in JSON and in YAML, in one file or in several.

// `pointer` takes a `$ref` apart and `reference` follows it, through files if need be; `json` and `yaml`
// have the `builder` make a `tree` of a file; `operations` reads the document and `responses` what an
// operation answers; `names` finds the Rust names, and `filter` what is wanted of them.
mod builder;
mod filter;
mod json;
mod message;
mod names;
mod operations;
mod pointer;
mod reference;
mod responses;
mod tree;
mod yaml;

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use crate::{Codes, DocError, Position};
use reference::Library;

/// The largest document, all its files together.
const MAX_BYTES: usize = 32 << 20;

/// How many problems a refusal lists.
const MAX_PROBLEMS: usize = 20;

/// Opens a file beside the document: takes its path, gives its text or the reason why not.
///
/// The path is relative to the directory that [`Options::name`] is relative to, with `/` between its
/// parts, and never leads out of that directory. What the path is when links are followed is for the
/// function to check.
pub type LoadFile<'f> = &'f mut dyn FnMut(&str) -> Result<String, String>;

/// How to read a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The path of the document, relative to the directory that its files may be taken from. `$ref`s to
    /// files start here, and the extension helps to tell JSON from YAML.
    pub name: &'a str,
    /// What to do with the response `default`.
    pub default: Policy,
    /// What to do with responses for a class, such as `4XX`.
    pub ranges: Policy,
    /// The operations that are wanted: by `operationId` or module name (`getPet*`), tag (`tag:billing`), or
    /// method and path (`GET /pets/*`). Empty for all.
    pub operations: &'a [&'a str],
}

/// Whether responses of some kind document anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// They document what they say.
    #[default]
    Document,
    /// They are left out.
    Ignore,
}

/// What a document says of its operations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Api {
    /// The title of the API; empty where it has none.
    pub title: String,
    /// The version of the API, as its authors count.
    pub version: Option<String>,
    /// The files beside the document that were opened, as given to [`LoadFile`], each once.
    pub files: Vec<Arc<str>>,
    /// The operations under `paths` in document order.
    pub operations: Vec<Operation>,
}

/// An operation: a method of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The `operationId`.
    pub id: Option<String>,
    /// The HTTP method, upper case unless the document writes another one under `additionalOperations`.
    pub method: String,
    /// The path as documented: `/pets/{petId}`.
    pub path: String,
    /// The name of its Rust module: `get_pet_by_id`.
    pub name: String,
    /// What the operation does, in a sentence.
    pub summary: Option<String>,
    /// The tags in document order.
    pub tags: Vec<String>,
    /// Where its method stands.
    pub position: Position,
    /// The file that its method stands in; `None` for the document itself.
    pub file: Option<Arc<str>>,
    /// The responses in document order.
    pub responses: Vec<Response>,
}

impl Operation {
    /// The operation as its document names it: `GET /pets/{petId}`.
    pub fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// A documented response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The key as written: `404`, `4XX`, `default`.
    pub key: String,
    /// What the key says.
    pub codes: ResponseCodes,
    /// The description, in the author's markup; empty where there is none.
    pub description: String,
    /// Where the key stands.
    pub position: Position,
    /// The file that the key stands in; `None` for the document itself.
    pub file: Option<Arc<str>>,
}

/// The codes that a response is documented for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResponseCodes {
    /// A code or a class.
    Codes(Codes),
    /// Every code that the operation does not document otherwise.
    Default,
}

/// Something that is wrong with a document or with what was asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file beside the document; `None` for the document itself.
    pub file: Option<Arc<str>>,
    /// The number of the filter in [`Options::operations`], if one is wrong rather than the document.
    pub filter: Option<usize>,
    /// What is wrong, and where in that file.
    pub error: DocError,
}

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Everything that is wrong, in the order it was found; at most twenty, and then how many more.
    pub problems: Vec<Problem>,
    /// What could be read all the same, for a person to look at: no check may rely on it. Its list of
    /// files is complete, so that the document can be read again once one of them changes.
    pub partial: Option<Api>,
}

/// Reads a document.
///
/// `load` is asked for each file that a `$ref` names, once. No URL is ever opened.
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
/// assert_eq!(operation.responses[1].description, "There is no such pet");
/// assert_eq!(operation.responses[1].position.line, 10);
/// ```
///
/// # Errors
/// Everything that is broken or doubtful: a document that is no JSON, YAML or OpenAPI; a `$ref` into
/// nothing, to a URL, out of the directory or in a circle; a response key that is no status code; a key or
/// an `operationId` that is written twice; two operations with one name; a filter that matches nothing.
pub fn read(text: &str, options: &Options<'_>, load: LoadFile<'_>) -> Result<Api, Refusal> {
    let library = Library::new(text, options.name, load).map_err(|problem| Refusal {
        problems: vec![problem],
        partial: None,
    })?;
    let (partial, problems) = operations::read(library, options);
    match (partial, problems.is_empty()) {
        (Some(api), true) => Ok(api),
        (partial, _) => Err(Refusal {
            problems: shortened(problems),
            partial,
        }),
    }
}

/// Each problem once, and the first ones only: a missing directory can break every operation.
fn shortened(mut problems: Vec<Problem>) -> Vec<Problem> {
    let mut said = HashSet::new();
    problems.retain(|problem| said.insert(problem.to_string()));
    let left_out = problems.len().saturating_sub(MAX_PROBLEMS);
    if left_out > 0 {
        problems.truncate(MAX_PROBLEMS);
        let message = message::more_problems(left_out);
        problems.push(Problem::new(None, DocError::whole(message)));
    }
    problems
}

impl Problem {
    fn new(file: Option<Arc<str>>, error: DocError) -> Self {
        Problem {
            file,
            filter: None,
            error,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.error.position) {
            (Some(file), Some(_)) => write!(f, "{file}:{}", self.error),
            (Some(file), None) => write!(f, "{file}: {}", self.error),
            (None, _) => self.error.fmt(f),
        }
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
