//! The handlers of a published application, held to the API that it implements: "Conduit", 19 operations.
//!
//! `published/before.rs` has its signatures as such services have them, and `published/refused.txt` what is refused, handler by
//! handler. `published/after.rs` has the same handlers corrected; here they respond to hostile requests.

#[allow(
    missing_docs,
    clippy::unused_async,
    reason = "an application, whose handlers are asynchronous"
)]
#[path = "published/after.rs"]
mod after;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use axum::body::Body;
use axum::http::{Method, Request, header};
use statusbook::Table;
use statusbook_test_handlers_support::programs::{Crate, Program};
use tower::ServiceExt;

/// Where the refusals are recorded.
const REFUSED: &str = "tests/published/refused.txt";

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn each_handler_of_the_application_is_refused_for_the_recorded_reasons() {
    let application = Crate {
        name: "statusbook-published",
        dependencies: r#"axum = { version = "0.8", default-features = false, features = ["form", "json", "macros", "matched-path", "multipart", "original-uri", "query", "tokio", "http1", "ws"] }
serde = { version = "1", features = ["derive"] }"#,
        features: r#""axum", "axum-multipart", "axum-ws", "openapi""#,
        prelude: "",
        document: Some(include_str!("../documents/conduit.yaml").to_owned()),
    };
    let source = include_str!("published/before.rs");
    let (types, handlers) = source.split_once("#[handles(").expect("a handler");
    // Each handler in a program of its own, so that its errors stand under its name.
    let programs: Vec<Program> = format!("#[handles({handlers}")
        .split_inclusive("\n}\n")
        .map(|handler| Program {
            name: name(handler).to_owned(),
            source: format!("{types}{handler}"),
        })
        .collect();
    let errors = application.check(&programs);
    assert_eq!(programs.len(), 19);
    let mistakes = errors.concat().len();
    let mut list = format!("{mistakes} mistakes in {} handlers\n", programs.len());
    for (program, errors) in programs.iter().zip(&errors) {
        writeln!(list, "\n{}", program.name).expect("a string takes everything");
        for error in errors {
            writeln!(list, "{}", shortened(error)).expect("a string takes everything");
        }
    }
    let refused = Path::new(env!("CARGO_MANIFEST_DIR")).join(REFUSED);
    if env::var_os("BLESS").is_some() {
        fs::write(&refused, &list).expect("the list");
    }
    let recorded = fs::read_to_string(&refused).expect("the list");
    assert!(
        list == recorded,
        "`BLESS=1` records the list: read the change"
    );
    let good = programs
        .iter()
        .zip(&errors)
        .find(|(_, errors)| errors.is_empty());
    assert!(good.is_none(), "{good:?}");
}

/// The name of the function.
fn name(handler: &str) -> &str {
    let (_, rest) = handler.split_once("fn ").expect("a function");
    rest.split('(').next().unwrap_or(rest)
}

/// The sentence, and what is undocumented.
fn shortened(error: &str) -> String {
    let error = error.strip_prefix("evaluation panicked: ").unwrap_or(error);
    let lines = error.lines().map(str::trim);
    let lines = lines.filter(|line| line.starts_with('`') || line.starts_with("undocumented"));
    let lines: Vec<_> = lines.map(|line| format!("    {line}")).collect();
    lines.join("\n  ")
}

/// Every operation, with a path that it has.
fn operations() -> Vec<(&'static Table, Method, String)> {
    let operations = after::conduit::TABLE.operations().iter();
    let operations = operations.map(|table| {
        let (method, path) = table.name().split_once(' ').expect("an operation");
        let method = method.parse().expect("a method");
        (table, method, path.to_owned())
    });
    operations.collect()
}

async fn status(method: &Method, path: &str, token: Option<&str>, body: &str) -> u16 {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/json");
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, token);
    }
    let request = request
        .body(Body::from(body.to_owned()))
        .expect("a request");
    let response = after::application().oneshot(request).await;
    response.expect("a response").status().as_u16()
}

#[tokio::test]
async fn the_corrected_application_responds_with_what_is_documented() {
    let large = format!("\"{}\"", "a".repeat(3_000_000));
    let bodies = [
        "",
        "{",
        "{}",
        r#"{"user":{"username":"nora"},"title":"One","body":"Text"}"#,
        r#"{"user":{"username":"nobody"}}"#,
        &large,
    ];
    let parameters = ["one", "two", "broken", "%FF", "1"];
    let mut seen = Vec::new();
    for (table, method, path) in operations() {
        for parameter in parameters {
            let path = path
                .replace("{username}", parameter)
                .replace("{slug}", parameter)
                .replace("{id}", parameter);
            for query in ["", "?limit=2", "?limit=many"] {
                for token in [None, Some("Token nora"), Some("Token ole"), Some("Bearer")] {
                    for body in bodies {
                        let status = status(&method, &format!("{path}{query}"), token, body).await;
                        let documented = table.contains(status)
                            || after::edge::TABLE.contains(status)
                            || (path.starts_with("/articles/")
                                && after::authors::TABLE.contains(status));
                        assert!(documented, "{} {path}{query}: {status}", table.name());
                        seen.push(status);
                    }
                }
            }
        }
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, [200, 201, 401, 403, 404, 422, 500]);
}
