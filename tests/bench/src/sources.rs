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

/// thiserror, and an answer that is written by hand: a match for status, phrase and what the client sees.
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

/// thiserror and api-error, which derives the answer from a second attribute.
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
