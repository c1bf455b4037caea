//! `cargo run --example inspect` on OpenAPI documents: operations in document order, and what `status_table!` would refuse.

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
fn document(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(path.parent().expect("a directory")).expect("the directory is writable");
    fs::write(&path, text).expect("the directory for tests is writable");
    path.display().to_string()
}

/// Runs the program; the path of its document is shown as its name.
fn inspect(path: &str, options: &[&str]) -> run::Outcome {
    let arguments: Vec<String> = std::iter::once(path)
        .chain(options.iter().copied())
        .map(str::to_owned)
        .collect();
    let mut outcome = run::run(&arguments);
    let directory = format!("{}/", env!("CARGO_TARGET_TMPDIR"));
    for text in [&mut outcome.text, &mut outcome.problems] {
        *text = text.replace(&directory, "");
    }
    outcome
}

const PETS: &str = r#"openapi: 3.1.0
info: { title: Pets, version: "2" }
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      responses:
        200: { description: The pet }
        404:
          description: |
            There is no "pet"
            of this id
        4XX: { $ref: "parts/responses.yaml#/Wrong" }
        default: { description: Anything else }
    delete:
      tags: [admin]
  /health:
    $ref: "parts/health.yaml"
"#;

/// The document, and the files beside it.
fn pets(folder: &str) -> String {
    document(
        &format!("{folder}/parts/responses.yaml"),
        "Wrong: { description: The request is wrong }\n",
    );
    document(
        &format!("{folder}/parts/health.yaml"),
        "get:\n  responses:\n    '204': { description: All is well }\n",
    );
    document(&format!("{folder}/pets.yaml"), PETS)
}

#[test]
fn json_has_the_settled_shape() {
    let outcome = inspect(&pets("json"), &["--json"]);
    assert_eq!(
        outcome.text,
        concat!(
            r#"{"document": "json/pets.yaml", "operations": ["#,
            r#"{"operation": "getPet", "method": "GET", "path": "/pets/{petId}", "statuses": ["#,
            r#"{"code": "200", "description": "The pet", "line": 8}, "#,
            r#"{"code": "404", "description": "There is no \"pet\"\nof this id\n", "line": 9}, "#,
            r#"{"code": "4XX", "description": "The request is wrong", "line": 13}, "#,
            r#"{"code": "default", "description": "Anything else", "line": 14}]}, "#,
            r#"{"operation": null, "method": "DELETE", "path": "/pets/{petId}", "statuses": []}, "#,
            r#"{"operation": null, "method": "GET", "path": "/health", "statuses": ["#,
            r#"{"code": "204", "description": "All is well", "line": 3}]}"#,
            "]}\n"
        )
    );
    assert!(outcome.success && outcome.problems.is_empty());
}

#[test]
fn a_document_is_shown_operation_by_operation() {
    let outcome = inspect(&pets("shown"), &[]);
    assert_eq!(
        outcome.text,
        "\
shown/pets.yaml: 3 operations of Pets 2

GET /pets/{petId}  shown/pets.yaml:5, operationId getPet, module `get_pet`

  line  code     description
  8     200      The pet
  9     404      There is no \"pet\" of this id
  13    4XX      The request is wrong
  14    default  Anything else

DELETE /pets/{petId}  shown/pets.yaml:15, module `delete_pets_by_pet_id`
  no responses

GET /health  parts/health.yaml:1, module `get_health`

  line  code  description
  3     204   All is well
"
    );
    assert!(outcome.success && outcome.problems.is_empty());
}

#[test]
fn patterns_choose_operations() {
    let path = pets("chosen");
    let outcome = inspect(
        &path,
        &[
            "--json",
            "--operations",
            "tag:admin",
            "--operations=GET /h*",
        ],
    );
    assert_eq!(
        outcome.text.matches("\"operation\": null").count(),
        2,
        "{}",
        outcome.text
    );
    assert!(outcome.success && !outcome.text.contains("getPet"));
    let outcome = inspect(&path, &["--operations", "getPets"]);
    assert!(
        outcome
            .problems
            .contains("no operation matches `getPets`, did you mean `getPet`?"),
        "{}",
        outcome.problems
    );
    assert!(!outcome.success);
}

#[test]
fn what_the_macro_refuses_is_listed_with_its_problems() {
    let twice = "{\"swagger\": \"2.0\", \"paths\": {\n\
                 \"/a\": {\"get\": {\"operationId\": \"a\", \"responses\": {\"200\": {\"description\": \"One\"}}}},\n\
                 \"/b\": {\"get\": {\"operationId\": \"a\", \"responses\": {\"404\": {\"description\": \"Two\"}}}}}}\n";
    let path = document("twice.json", twice);
    let outcome = inspect(&path, &["--json"]);
    assert_eq!(
        outcome.text,
        concat!(
            r#"{"document": "twice.json", "operations": ["#,
            r#"{"operation": "a", "method": "GET", "path": "/a", "statuses": [{"code": "200", "description": "One", "line": 2}]}, "#,
            r#"{"operation": "a", "method": "GET", "path": "/b", "statuses": [{"code": "404", "description": "Two", "line": 3}]}"#,
            r#"], "problems": [{"file": null, "line": 3, "column": 8, "message": "`operationId` `a` is used twice: first at 2:8; "#,
            r#"an `operationId` names one operation, so change one, or leave one operation out with `operations = […]`"}]}"#,
            "\n"
        )
    );
    assert!(!outcome.success);
    let outcome = inspect(&path, &[]);
    assert!(outcome.text.contains("GET /b"), "{}", outcome.text);
    assert_eq!(
        outcome.problems,
        "
twice.json is refused, and `status_table!` uses nothing of it:

error: `operationId` `a` is used twice: first at 2:8; an `operationId` names one operation, so change one, or leave one operation out with `operations = […]`
  --> twice.json:3:8
  |
3 | \"/b\": {\"get\": {\"operationId\": \"a\", \"responses\": {\"404\": {\"description\": \"Two\"}}}}}}
  |        ^
"
    );
    assert!(!outcome.success);
}

#[test]
fn a_document_without_operations_is_an_error() {
    let path = document("broken.yml", "openapi: 3.0.0\npaths:\n  /a: [\n");
    let outcome = inspect(&path, &["--json"]);
    assert_eq!(
        outcome.text,
        "{\"document\": \"broken.yml\", \"error\": {\"line\": 3, \"column\": 7, \"message\": \"not YAML: this `[` is never closed\"}}\n"
    );
    assert!(!outcome.success);
    let outcome = inspect(&path, &[]);
    assert!(outcome.text.is_empty() && outcome.problems.contains("--> broken.yml:3:7"));
    assert!(!outcome.success);
}

#[test]
fn files_are_taken_from_below_the_documents_folder_only() {
    document("contained/secret.yaml", "description: Nobody sees this\n");
    let path = document(
        "contained/api/outside.yaml",
        "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        '404': { $ref: ../secret.yaml }\n",
    );
    let outcome = inspect(&path, &["--json"]);
    assert!(
        !outcome.success && !outcome.text.contains("Nobody sees this"),
        "{}",
        outcome.text
    );
    assert!(
        outcome
            .text
            .contains("not below the directory that holds the document"),
        "{}",
        outcome.text
    );
}

#[test]
fn options_of_pages_belong_to_pages() {
    for (arguments, mistake) in [
        (
            ["api.yaml", "--section=Codes"],
            "`--section` and `--codes` belong to pages",
        ),
        (
            ["api.md", "--operations=get*"],
            "`--operations` belongs to OpenAPI documents",
        ),
    ] {
        let outcome = run::run(&arguments.map(str::to_owned));
        assert!(
            !outcome.success && outcome.text.contains(mistake),
            "{}",
            outcome.text
        );
    }
}
