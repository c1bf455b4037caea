//! The versions of OpenAPI, and what each calls an operation.

use std::fmt;

use crate::METHODS;

/// The version of the specification that a document follows. Only differences that matter here are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Specification {
    Swagger2,
    OpenApi30,
    OpenApi31,
    OpenApi32,
}

impl fmt::Display for Specification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Specification::Swagger2 => "Swagger 2.0",
            Specification::OpenApi30 => "OpenAPI 3.0",
            Specification::OpenApi31 => "OpenAPI 3.1",
            Specification::OpenApi32 => "OpenAPI 3.2",
        })
    }
}

impl Specification {
    /// The version that the key `openapi` or `swagger` at the top of a document names.
    pub(super) fn new(key: &str, version: &str) -> Option<Self> {
        let mut numbers = version.trim().split('.');
        match (key, numbers.next(), numbers.next()) {
            ("openapi", Some("3"), Some("0")) => Some(Specification::OpenApi30),
            ("openapi", Some("3"), Some("1")) => Some(Specification::OpenApi31),
            ("openapi", Some("3"), Some("2")) => Some(Specification::OpenApi32),
            ("swagger", Some("2"), Some("0") | None) => Some(Specification::Swagger2),
            _ => None,
        }
    }
}

/// The method that a key of a path names, and the first version in which it does. OpenAPI writes methods in small
/// letters.
pub(super) fn method(key: &str) -> Option<(&'static str, Specification)> {
    let method = METHODS
        .iter()
        .copied()
        .find(|method| method.to_ascii_lowercase() == key)?;
    match method {
        // No version has a key for other methods. From 3.2 on, they may be under `additionalOperations`.
        "CONNECT" => None,
        "QUERY" => Some((method, Specification::OpenApi32)),
        _ => Some((method, Specification::Swagger2)),
    }
}

/// The keys of the methods that every version knows.
pub(super) fn method_keys() -> Vec<String> {
    METHODS
        .iter()
        .map(|method| method.to_ascii_lowercase())
        .filter(|key| method(key).is_some_and(|(_, since)| since == Specification::Swagger2))
        .collect()
}
