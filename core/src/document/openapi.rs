//! Writes OpenAPI `responses`.

use super::node::Node;
use super::{Reference, Responses, Row};
use crate::body::{BuiltIn, Format};
#[cfg(any(feature = "utoipa", feature = "aide"))]
use crate::error::Contract;

impl Reference {
    /// Returns the responses as OpenAPI in YAML: as `responses`, or as `paths` if they belong to operations.
    pub fn to_openapi_yaml(&self) -> String {
        self.openapi().to_yaml()
    }

    /// Returns the responses as OpenAPI in JSON: as `responses`, or as `paths` if they belong to operations.
    pub fn to_openapi_json(&self) -> String {
        self.openapi().to_json()
    }

    fn openapi(&self) -> Node {
        if !self.has_operations() {
            let responses = self
                .operations
                .first()
                .map_or_else(|| Node::Map(Vec::new()), responses);
            return Node::map([("responses", responses)]);
        }
        let mut paths: Vec<(String, Node)> = Vec::new();
        for operation in &self.operations {
            let Some(name) = &operation.name else {
                continue;
            };
            let (method, path) = name.split_once(' ').unwrap_or(("get", name));
            let entry = (
                method.to_ascii_lowercase(),
                Node::map([("responses", responses(operation))]),
            );
            match paths.iter_mut().find(|(known, _)| known == path) {
                Some((_, Node::Map(methods))) => methods.push(entry),
                _ => paths.push((path.to_owned(), Node::Map(vec![entry]))),
            }
        }
        Node::map([("paths", Node::Map(paths))])
    }
}

/// The responses of an error type, by their status codes.
#[cfg(any(feature = "utoipa", feature = "aide"))]
pub(super) fn each<E: Contract + ?Sized>() -> Vec<(u16, Node)> {
    let reference = Reference::new().error::<E>();
    let rows = reference
        .operations
        .iter()
        .flat_map(|responses| &responses.rows);
    rows.map(|(code, row)| (*code, response(row))).collect()
}

/// One response that stands for all of an error type.
#[cfg(feature = "utoipa")]
pub(super) fn component<E: Contract + ?Sized>() -> Node {
    let reference = Reference::new().error::<E>();
    let rows: Vec<&Row> = reference
        .operations
        .iter()
        .flat_map(|responses| responses.rows.values())
        .collect();
    let texts: Vec<String> = rows
        .iter()
        .map(|row| format!("{}: {}", row.status, row.status.text()))
        .collect();
    let mut codes: Vec<&str> = rows.iter().flat_map(|row| &row.codes).copied().collect();
    codes.sort_unstable();
    codes.dedup();
    let mut formats: Vec<Format> = Vec::new();
    for format in rows.iter().flat_map(|row| &row.formats) {
        if formats
            .iter()
            .all(|known| known.media_type() != format.media_type())
        {
            formats.push(*format);
        }
    }
    described(&texts.join("\n\n"), &formats, &codes)
}

fn responses(responses: &Responses) -> Node {
    let rows = responses.rows.iter();
    Node::Map(
        rows.map(|(code, row)| (code.to_string(), response(row)))
            .collect(),
    )
}

fn response(row: &Row) -> Node {
    described(row.status.text(), &row.formats, &row.codes)
}

/// Returns a response object with a description and a schema for each media type.
fn described(description: &str, formats: &[Format], codes: &[&str]) -> Node {
    let mut entries = vec![("description".to_owned(), Node::text(description))];
    let content: Vec<(String, Node)> = formats
        .iter()
        .map(|format| {
            let schema = schema(format.built_in(), codes);
            let media = schema.map_or_else(
                || Node::Map(Vec::new()),
                |schema| Node::map([("schema", schema)]),
            );
            (format.media_type().to_owned(), media)
        })
        .collect();
    if !content.is_empty() {
        entries.push(("content".to_owned(), Node::Map(content)));
    }
    Node::Map(entries)
}

/// Returns the schema of a body of this crate, or `None` for another body.
fn schema(body: Option<BuiltIn>, codes: &[&str]) -> Option<Node> {
    let string = || Node::map([("type", Node::text("string"))]);
    let uri = || {
        Node::map([
            ("type", Node::text("string")),
            ("format", Node::text("uri-reference")),
        ])
    };
    let code = match codes {
        [] => string(),
        codes => Node::map([
            ("type", Node::text("string")),
            (
                "enum",
                Node::List(codes.iter().map(|code| Node::text(*code)).collect()),
            ),
        ]),
    };
    let object = |required: &[&str], properties: Node| {
        let required = required.iter().map(|name| Node::text(*name)).collect();
        Node::map([
            ("type", Node::text("object")),
            ("required", Node::List(required)),
            ("properties", properties),
        ])
    };
    Some(match body? {
        // RFC 9457 §3.1.
        BuiltIn::Problem => object(
            &["type", "status"],
            Node::map([
                ("type", uri()),
                ("title", string()),
                ("status", Node::map([("type", Node::text("integer"))])),
                ("detail", string()),
                ("instance", uri()),
                ("code", code),
            ]),
        ),
        BuiltIn::CodeMessage => object(
            &["code", "message"],
            Node::map([("code", code), ("message", string())]),
        ),
        BuiltIn::Text => string(),
    })
}
