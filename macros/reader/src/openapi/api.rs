//! The operations and responses of a document.

use std::sync::Arc;

use crate::{Class, Codes, METHODS, Position, StatusRow};

/// The operations and responses of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Api {
    /// The title of the API. Empty if it has none.
    pub title: String,
    /// The version of the API, as its authors write it.
    pub version: Option<String>,
    /// The files that `$ref`s opened, as given to [`LoadFile`](super::LoadFile), each once.
    pub files: Vec<Arc<str>>,
    /// The operations under `paths` in document order.
    pub operations: Vec<Operation>,
}

/// An operation: a method and a path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operation {
    /// The `operationId`.
    pub id: Option<String>,
    /// The HTTP method in upper case. Under `additionalOperations`, it is as the document writes it.
    pub method: String,
    /// The path as documented: `/pets/{petId}`.
    pub path: String,
    /// The name of its Rust module: `get_pet_by_id`.
    pub name: String,
    /// The summary of the operation, cut if it is long.
    pub summary: Option<String>,
    /// The tags in document order.
    pub tags: Arc<[String]>,
    /// The place of its method.
    pub position: Position,
    /// The file of its method, or `None` for the document itself.
    pub file: Option<Arc<str>>,
    /// The responses in document order.
    pub responses: Arc<[Response]>,
}

/// A documented response.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response {
    /// The key as written: `404`, `4XX`, `default`.
    pub key: String,
    /// The codes of the key.
    pub codes: ResponseCodes,
    /// The description with its markup. Empty if there is none.
    pub description: Arc<str>,
    /// The place of the key.
    pub position: Position,
    /// The file of the key, or `None` for the document itself.
    pub file: Option<Arc<str>>,
}

/// The codes of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResponseCodes {
    /// A code or a class.
    Codes(Codes),
    /// Every code that the operation does not document in another response.
    Default,
}

impl Api {
    /// Returns how many operations document errors only as a class (`4XX`) or as `default`. A check against them
    /// passes for any error of this class, or for any error at all.
    pub fn unspecific(&self) -> usize {
        let operations = self.operations.iter();
        operations
            .filter(|operation| operation.is_unspecific())
            .count()
    }
}

impl Operation {
    /// Returns whether the operation documents errors, and all of them only as a class or as `default`.
    pub fn is_unspecific(&self) -> bool {
        let errors = self
            .responses
            .iter()
            .filter(|response| match response.codes {
                ResponseCodes::Codes(codes) => codes.class() == Class::Error,
                ResponseCodes::Default => true,
            });
        let mut errors = errors.peekable();
        errors.peek().is_some()
            && errors.all(|error| !matches!(error.codes, ResponseCodes::Codes(Codes::One(_))))
    }

    /// Returns the operation as its document names it: `GET /pets/{petId}`.
    pub fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Returns the responses as rows of a table, each with its file, or `None` for the document itself.
    ///
    /// `default` documents any error. If the operation documents no success, it also documents any success. A success
    /// is documented for the method of the operation.
    pub fn rows(&self) -> Vec<(StatusRow, Option<&str>)> {
        let documents_success = self.responses.iter().any(|response| {
            matches!(response.codes, ResponseCodes::Codes(codes) if codes.class() == Class::Success)
        });
        let mut rows = Vec::new();
        for response in self.responses.iter() {
            let codes: &[Codes] = match &response.codes {
                ResponseCodes::Codes(codes) => &[*codes],
                ResponseCodes::Default if documents_success => &[ERRORS],
                ResponseCodes::Default => &[ERRORS, SUCCESSES],
            };
            for &codes in codes {
                rows.push((self.row(response, codes), response.file.as_deref()));
            }
        }
        rows
    }

    fn row(&self, response: &Response, codes: Codes) -> StatusRow {
        let words: Vec<&str> = response.description.split_whitespace().collect();
        let method = METHODS.iter().copied().find(|known| *known == self.method);
        let method = method.filter(|_| codes.class() == Class::Success);
        StatusRow {
            codes,
            reason: String::new(),
            description: words.join(" "),
            methods: method.into_iter().collect(),
            position: response.position,
        }
    }
}

/// Every error.
const ERRORS: Codes = Codes::Range(400, 599);
/// Every success.
const SUCCESSES: Codes = Codes::Range(200, 299);
