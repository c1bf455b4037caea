//! `cargo statusbook inspect` on OpenAPI documents: operations in document order, and what `status_table!` would refuse.

mod support;

use support::{Folder, Run};

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

/// Runs the program on the document and the files beside it.
fn inspect_pets(folder: &str, options: &[&str]) -> Run {
    let folder = Folder::new(folder);
    folder.write(
        "parts/responses.yaml",
        "Wrong: { description: The request is wrong }\n",
    );
    folder.write(
        "parts/health.yaml",
        "get:\n  responses:\n    '204': { description: All is well }\n",
    );
    folder.write("pets.yaml", PETS);
    folder.run(&[&["inspect", "pets.yaml"], options].concat())
}

#[test]
fn json_has_the_settled_shape() {
    let run = inspect_pets("openapi-json", &["--json"]);
    assert_eq!(
        run.output,
        concat!(
            r#"{"document": "pets.yaml", "operations": ["#,
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
    assert!(run.status == 0 && run.problems.is_empty());
}

#[test]
fn a_document_is_shown_operation_by_operation() {
    let run = inspect_pets("openapi-shown", &[]);
    assert_eq!(
        run.output,
        "\
pets.yaml: 3 operations of Pets 2

GET /pets/{petId}  pets.yaml:5, operationId getPet, module `get_pet`

  line  code     description
  8     200      The pet
  9     404      There is no \"pet\" of this id
  13    4XX      The request is wrong
  14    default  Anything else

DELETE /pets/{petId}  pets.yaml:15, module `delete_pets_by_pet_id`
  no responses

GET /health  parts/health.yaml:1, module `get_health`

  line  code  description
  3     204   All is well

to use it:
  statusbook::status_table! { pub mod pets = \"pets.yaml\"; }
"
    );
    assert!(run.status == 0 && run.problems.is_empty());
}

#[test]
fn patterns_choose_operations() {
    let run = inspect_pets(
        "openapi-chosen",
        &[
            "--json",
            "--operations",
            "tag:admin",
            "--operations=GET /h*",
        ],
    );
    assert_eq!(
        run.output.matches("\"operation\": null").count(),
        2,
        "{}",
        run.output
    );
    assert!(run.status == 0 && !run.output.contains("getPet"));
    let run = inspect_pets("openapi-chosen", &["--operations", "getPets"]);
    assert!(
        run.problems
            .contains("no operation matches `getPets`, did you mean `getPet`?"),
        "{}",
        run.problems
    );
    assert_eq!(run.status, 1);
}

#[test]
fn what_the_macro_refuses_is_listed_with_its_problems() {
    let twice = "{\"swagger\": \"2.0\", \"paths\": {\n\
                 \"/a\": {\"get\": {\"operationId\": \"a\", \"responses\": {\"200\": {\"description\": \"One\"}}}},\n\
                 \"/b\": {\"get\": {\"operationId\": \"a\", \"responses\": {\"404\": {\"description\": \"Two\"}}}}}}\n";
    let folder = Folder::new("openapi-twice");
    folder.write("twice.json", twice);
    let run = folder.run(&["inspect", "twice.json", "--json"]);
    // What the sentence advises is the reader's matter.
    let start = concat!(
        r#"{"document": "twice.json", "operations": ["#,
        r#"{"operation": "a", "method": "GET", "path": "/a", "statuses": [{"code": "200", "description": "One", "line": 2}]}, "#,
        r#"{"operation": "a", "method": "GET", "path": "/b", "statuses": [{"code": "404", "description": "Two", "line": 3}]}"#,
        r#"], "problems": [{"file": null, "line": 3, "column": 8, "message": "`operationId` `a` is used twice: first at 2:8; "#,
    );
    assert!(
        run.output.starts_with(start) && run.output.ends_with("\"}]}\n"),
        "{}",
        run.output
    );
    assert_eq!(run.status, 1);
    let run = folder.run(&["inspect", "twice.json"]);
    assert!(run.output.contains("GET /b"), "{}", run.output);
    let start = "
twice.json is refused, and `status_table!` uses nothing of it:

error: `operationId` `a` is used twice: first at 2:8; ";
    let end = "
  --> twice.json:3:8
  |
3 | \"/b\": {\"get\": {\"operationId\": \"a\", \"responses\": {\"404\": {\"description\": \"Two\"}}}}}}
  |        ^
";
    assert!(
        run.problems.starts_with(start) && run.problems.ends_with(end),
        "{}",
        run.problems
    );
    assert_eq!(run.status, 1);
}

#[test]
fn a_document_without_operations_is_an_error() {
    let folder = Folder::new("openapi-broken");
    folder.write("broken.yml", "openapi: 3.0.0\npaths:\n  /a: [\n");
    let run = folder.run(&["inspect", "broken.yml", "--json"]);
    assert_eq!(
        run.output,
        "{\"document\": \"broken.yml\", \"error\": {\"line\": 3, \"column\": 7, \"message\": \"not YAML: this `[` is never closed\"}}\n"
    );
    assert_eq!(run.status, 1);
    let run = folder.run(&["inspect", "broken.yml"]);
    assert!(run.output.is_empty() && run.problems.contains("--> broken.yml:3:7"));
    assert_eq!(run.status, 1);
}

#[test]
fn files_are_taken_from_below_the_documents_folder_only() {
    let folder = Folder::new("openapi-contained");
    folder.write("secret.yaml", "description: Nobody sees this\n");
    folder.write(
        "api/outside.yaml",
        "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        '404': { $ref: ../secret.yaml }\n",
    );
    let inside = folder.path().join("api/outside.yaml");
    let run = folder.run(&[
        "inspect",
        inside.to_str().expect("a path that is text"),
        "--json",
    ]);
    assert!(
        run.status == 1 && !run.output.contains("Nobody sees this"),
        "{}",
        run.output
    );
    assert!(
        run.output
            .contains("not below the folder that holds the document"),
        "{}",
        run.output
    );
}

#[test]
fn operations_that_promise_nothing_are_counted() {
    let folder = Folder::new("openapi-unspecific");
    let api = "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        '200': { description: A }\n        4XX: { description: Wrong }\n  /b:\n    get:\n      responses:\n        '404': { description: Gone }\n";
    folder.write("api.yaml", api);
    let run = folder.run(&["inspect", "api.yaml"]);
    let note = "worth a look:\n  1 of 2 operations document errors only as a class (`4XX`) or as `default`";
    assert!(run.output.contains(note), "{}", run.output);
}

#[test]
fn a_file_beside_the_document_is_never_quoted() {
    let folder = Folder::new("openapi-quoted");
    let secrets = [
        "hunter2",
        "PASSWORD=hunter2\n",
        "password: hunter2\n",
        "- hunter2\n",
        "key: [hunter2\n",
        "\thunter2: x\n",
        "{\"password\": hunter2}",
        "{\"password\": \"hunter2\"\n",
        "hunter2: 1\nhunter2: 2\n",
        "description: [hunter2]\n",
        "-----BEGIN KEY-----\nhunter2: hunter2: hunter2\n",
        "--- a\n--- hunter2\n",
        "a: *hunter2\n",
        "404: hunter2\n",
    ];
    let places = [
        "paths: R",
        "paths: { /a: R }",
        "paths: { /a: { get: R } }",
        "paths: { /a: { get: { responses: R } } }",
        "paths: { /a: { get: { responses: { 404: R } } } }",
        "paths: { /a: { get: { responses: { 404: { description: Gone }, 500: R } } } }",
    ];
    let mut cases = Vec::new();
    for (number, secret) in secrets.iter().enumerate() {
        for file in [".env", "secret.yaml", "secret.json"] {
            let name = format!("{number}{file}");
            folder.write(&name, secret);
            for place in places {
                cases.push(place.replace('R', &format!("{{ $ref: '{name}' }}")));
            }
        }
    }
    for place in cases {
        folder.write("api.yaml", format!("openapi: 3.0.0\n{place}\n"));
        for arguments in [
            &["inspect", "api.yaml"][..],
            &["inspect", "api.yaml", "--json"],
        ] {
            let run = folder.run(arguments);
            assert!(
                !run.output.contains("hunter2") && !run.problems.contains("hunter2"),
                "{place}: {run:?}"
            );
        }
    }
    // The place is told all the same.
    folder.write("api.yaml", "openapi: 3.0.0\npaths: { $ref: '4.env' }\n");
    let run = folder.run(&["inspect", "api.yaml"]);
    assert!(run.problems.contains("--> 4.env:1:6\n"), "{}", run.problems);
    let run = folder.run(&["inspect", "api.yaml", "--json"]);
    assert!(
        run.output
            .contains(r#""error": {"file": "4.env", "line": 1, "column": 6, "#),
        "{}",
        run.output
    );
}
