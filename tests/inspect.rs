//! `cargo run --example inspect`: what it says of a page that is read, and of one that is refused.

#[path = "../examples/inspect/document.rs"]
mod document;
#[path = "../examples/inspect/json.rs"]
mod json;
#[path = "../examples/inspect/openapi.rs"]
mod openapi;
#[path = "../examples/inspect/report.rs"]
mod report;
#[path = "../examples/inspect/run.rs"]
mod run;

use std::{fs, path::PathBuf};

/// A document of its own for a test, in Cargo's directory for tests.
fn page(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("the directory for tests is writable");
    path.display().to_string()
}

/// Runs the program; the path of its document is shown as its name.
fn inspect(path: &str, options: &[&str]) -> (String, bool) {
    let arguments: Vec<String> = std::iter::once(path)
        .chain(options.iter().copied())
        .map(str::to_owned)
        .collect();
    let outcome = run::run(&arguments);
    assert!(
        outcome.problems.is_empty(),
        "a page says everything in its text"
    );
    let directory = format!("{}/", env!("CARGO_TARGET_TMPDIR"));
    (outcome.text.replace(&directory, ""), outcome.success)
}

const PETS: &str = "\
# Pets

| Status code | Reason | Description |
|-------------|--------|-------------|
| 200 | OK | Successful GET or PUT operations |
| 404 | Not Found | No such \"pet\" |
| 4xx | Client Error | Anything else |

## Codes

| HTTP status | Error code | Message |
|-----|----------|-------------|
| 404 | PET.0001 | No such pet |
| 409 | PET.0002 | It is asleep |
";

#[test]
fn a_page_is_shown_row_by_row_with_lines_and_notes() {
    let (text, success) = inspect(&page("shown.md", PETS), &[]);
    assert_eq!(
        text,
        "\
shown.md: 3 status rows, 2 error codes

  line  code  reason        methods  description
  5     200   OK            GET PUT  Successful GET or PUT operations
  6     404   Not Found              No such \"pet\"
  7     4xx   Client Error           Anything else

  line  error code  status  message
  13    PET.0001    404     No such pet
  14    PET.0002    409     It is asleep
"
    );
    assert!(success);
}

#[test]
fn json_has_the_settled_shape() {
    let (text, success) = inspect(&page("json.md", PETS), &["--json"]);
    assert_eq!(
        text,
        concat!(
            r#"{"document": "json.md", "statuses": ["#,
            r#"{"code": 200, "reason": "OK", "description": "Successful GET or PUT operations", "kind": "success", "methods": ["GET", "PUT"], "line": 5}, "#,
            r#"{"code": 404, "reason": "Not Found", "description": "No such \"pet\"", "kind": "error", "methods": [], "line": 6}, "#,
            r#"{"code": "4xx", "reason": "Client Error", "description": "Anything else", "kind": "error", "methods": [], "line": 7}"#,
            r#"], "error_codes": ["#,
            r#"{"code": "PET.0001", "status": 404, "message": "No such pet", "description": "", "line": 13}, "#,
            r#"{"code": "PET.0002", "status": 409, "message": "It is asleep", "description": "", "line": 14}"#,
            "]}\n"
        )
    );
    assert!(success);
}

#[test]
fn a_section_narrows_the_page() {
    let (text, success) = inspect(&page("section.md", PETS), &["--section", "Codes", "--json"]);
    assert!(
        text.contains(r#""statuses": [], "error_codes": [{"code": "PET.0001""#),
        "{text}"
    );
    assert!(success);
}

#[test]
fn a_refusal_shows_every_reason_with_its_place() {
    let broken = "\
| Status code | Description |
|-------------|-------------|
| 404 | No such pet |
| teapot | It is one |
| 1060 | Too many |
";
    let (text, success) = inspect(&page("refused.md", broken), &[]);
    assert_eq!(
        text,
        "\
refused.md is refused, and nothing of it is used:

error: `teapot` in column `Status code` is no status code; mend the row, choose a section without it, or write the table inline
  --> refused.md:4:3
  |
4 | | teapot | It is one |
  |   ^

error: `1060` is no HTTP status: statuses run from 100 to 599; mend the row, or choose a section without it
  --> refused.md:5:3
  |
5 | | 1060 | Too many |
  |   ^
"
    );
    assert!(!success);
    let (json, success) = inspect(&page("refused.md", broken), &["--json"]);
    assert_eq!(
        json,
        "{\"document\": \"refused.md\", \"error\": {\"line\": 4, \"column\": 3, \"message\": \"`teapot` in column \
         `Status code` is no status code; mend the row, choose a section without it, or write the table inline\"}}\n"
    );
    assert!(!success);
}

#[test]
fn a_page_of_error_codes_is_held_against_the_statuses() {
    let statuses = page(
        "statuses.md",
        "| Status code | Meaning |\n|---|---|\n| 404 | No such pet |\n",
    );
    let codes = page(
        "codes.md",
        "| Status code | Error code | Message |\n|---|---|---|\n| 409 | PET.0002 | It is asleep |\n",
    );
    let (text, success) = inspect(&statuses, &["--codes", &codes]);
    assert!(success);
    assert!(
        text.ends_with(
            "\nworth a look:\n  codes.md:3:9: status `409` is named by error code `PET.0002` only, not by a status table; it counts as documented\n"
        ),
        "{text}"
    );
}

#[test]
fn a_missing_document_says_so() {
    let (text, success) = inspect("no-such-page.md", &["--json"]);
    assert!(text.starts_with(r#"{"document": "no-such-page.md", "error": {"line": null, "column": null, "message": "there is no"#), "{text}");
    assert!(!success);
}

#[test]
fn wrong_arguments_show_the_usage() {
    for (arguments, mistake) in [
        (vec![], "no document named"),
        (vec!["a.md", "b.md"], "one document at a time"),
        (vec!["a.md", "--sektion"], "unknown option `--sektion`"),
    ] {
        let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
        let outcome = run::run(&arguments);
        assert!(
            !outcome.success
                && outcome.text.contains(mistake)
                && outcome.text.contains("usage: inspect FILE"),
            "{}",
            outcome.text
        );
    }
}
