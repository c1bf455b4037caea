//! Error types of any size, as each contender has them written.

use std::fmt::Write;

/// What the variants hold.
#[derive(Clone, Copy)]
pub enum Kind {
    /// No fields, a fixed message.
    Unit,
    /// Two fields, both shown.
    Formatted,
    /// A field, and the source of the error.
    Sources,
}

/// Documented errors of the table `vpn`, with their names and phrases.
const CODES: [(u16, &str, &str); 6] = [
    (400, "BAD_REQUEST", "Bad Request"),
    (401, "UNAUTHORIZED", "Unauthorized"),
    (403, "FORBIDDEN", "Forbidden"),
    (404, "NOT_FOUND", "Not Found"),
    (409, "CONFLICT", "Conflict"),
    (503, "SERVICE_UNAVAILABLE", "Service Unavailable"),
];

fn code(number: usize) -> (u16, &'static str, &'static str) {
    CODES[number % CODES.len()]
}

/// The message and the fields of a variant; `source` is how its attribute is called.
fn variant(kind: Kind, number: usize) -> (String, &'static str) {
    match kind {
        Kind::Unit => (format!("mistake number {number} was made"), ""),
        Kind::Formatted => (
            format!("thing `{{id}}` of {{name:?}} is wrong in way {number}"),
            " { id: u64, name: String }",
        ),
        Kind::Sources => (
            format!("thing `{{id}}` broke in way {number}"),
            " { id: u64, #[source] cause: std::io::Error }",
        ),
    }
}

/// `#[derive(ApiError)]`.
pub fn statusbook(kind: Kind, count: usize) -> String {
    let mut text = String::from(
        "#[derive(Debug, statusbook::ApiError)]\n#[api_error(table = statusbook::vpn)]\npub enum Error {\n",
    );
    for number in 0..count {
        let ((code, ..), (message, fields)) = (code(number), variant(kind, number));
        writeln!(
            text,
            "    #[status({code}, {message:?})]\n    V{number}{fields},"
        )
        .unwrap();
    }
    text + "}\n"
}

/// thiserror, and a hand-written response: a match for the status, the reason phrase and the text for the client.
pub fn by_hand(kind: Kind, count: usize) -> String {
    let mut text = String::from("#[derive(Debug, thiserror::Error)]\npub enum Error {\n");
    let mut arms = String::new();
    for number in 0..count {
        let ((code, name, phrase), (message, fields)) = (code(number), variant(kind, number));
        writeln!(text, "    #[error({message:?})]\n    V{number}{fields},").unwrap();
        let pattern = if fields.is_empty() { "" } else { " { .. }" };
        let detail = match kind {
            _ if code >= 500 => "Cow::Borrowed(\"The service is unavailable.\")".to_owned(),
            Kind::Unit => format!("Cow::Borrowed({message:?})"),
            _ => "Cow::Owned(self.to_string())".to_owned(),
        };
        writeln!(arms, "            Error::V{number}{pattern} => (http::StatusCode::{name}, {phrase:?}, {detail}),").unwrap();
    }
    text + "}\n\n" + &HAND.replace("ARMS", &arms)
}

const HAND: &str = r#"
use std::borrow::Cow;

#[derive(serde::Serialize)]
struct Problem<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: Cow<'a, str>,
}

impl Error {
    pub fn into_response(self) -> http::Response<bytes::Bytes> {
        let (status, title, detail): (_, _, Cow<'_, str>) = match &self {
ARMS        };
        let problem = Problem { r#type: "about:blank", title, status: status.as_u16(), detail };
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = http::Response::new(bytes::Bytes::from(body));
        *response.status_mut() = status;
        let media_type = http::HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(http::header::CONTENT_TYPE, media_type);
        response
    }
}
"#;

/// thiserror and api-error, which derives the response from a second attribute.
pub fn api_error(kind: Kind, count: usize) -> String {
    let mut text = String::from(
        "use api_error::ApiError;\n\n#[derive(Debug, thiserror::Error, ApiError)]\npub enum Error {\n",
    );
    for number in 0..count {
        let ((code, ..), (message, fields)) = (code(number), variant(kind, number));
        let told = if code >= 500 {
            "message = \"The service is unavailable.\""
        } else {
            "message(inherit)"
        };
        writeln!(
            text,
            "    #[error({message:?})]\n    #[api_error(status_code = {code}, {told})]\n    V{number}{fields},"
        )
        .unwrap();
    }
    text + "}\n"
}

/// Handlers of axum with three extractors, each held to its operation if `held`.
pub fn handlers(count: usize, held: bool) -> String {
    let mut text = String::from(HANDLERS);
    for number in 0..count {
        let attribute = if held {
            "#[statusbook::handles(operation)]\n"
        } else {
            ""
        };
        writeln!(
            text,
            "#[derive(serde::Deserialize)]\npub struct Thing{number} {{ pub name: String }}\n{attribute}pub async fn add{number}(\n    State(store): State<Store>,\n    Path(id): Path<u64>,\n    Json(thing): Json<Thing{number}>,\n) -> Result<Created<Json<u64>>, Error> {{\n    store.add(id, thing.name).map(|id| Created(Json(id)))\n}}"
        )
        .unwrap();
    }
    text
}

const HANDLERS: &str = r#"
use axum::Json;
use axum::extract::{Path, State};
use statusbook::{ApiError, Created};

statusbook::status_table! {
    pub mod operation {
        201 "Created", 400 "Bad Request", 404 "Not Found", 409 "Conflict", 413 "Content Too Large",
        415 "Unsupported Media Type", 422 "Unprocessable Content"
    }
}

#[derive(Debug, ApiError)]
#[api_error(table = operation)]
pub enum Error {
    #[status(404, "there is no place `{0}`")]
    Missing(u64),
    #[status(409, "`{0}` exists")]
    Taken(String),
}

#[derive(Clone)]
pub struct Store;

impl Store {
    fn add(&self, id: u64, name: String) -> Result<u64, Error> {
        match id {
            0 => Err(Error::Missing(id)),
            _ if name.is_empty() => Err(Error::Taken(name)),
            _ => Ok(id),
        }
    }
}
"#;

/// Functions that each name a status.
pub fn calls(count: usize, call: impl Fn(&'static str, u16) -> String) -> String {
    let mut text = String::new();
    for number in 0..count {
        let (code, name, _) = code(number);
        let call = call(name, code);
        writeln!(text, "pub fn f{number}() -> impl Copy {{\n    {call}\n}}").unwrap();
    }
    text
}
