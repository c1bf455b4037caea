//! `cargo statusbook inspect`: what it says of a page that is read, and of one that is refused.

mod support;

use support::{Folder, Run};

/// Runs the program on one document of this name.
fn inspect(folder: &str, name: &str, text: &str, options: &[&str]) -> Run {
    let folder = Folder::new(folder);
    folder.write(name, text);
    let run = folder.run(&[&["inspect", name], options].concat());
    assert!(
        run.problems.is_empty(),
        "a page says everything in its output: {}",
        run.problems
    );
    run
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
    let run = inspect("inspect-shown", "shown.md", PETS, &[]);
    assert_eq!(
        run.output,
        "\
shown.md: 3 status rows, 2 error codes

  line  code  reason        methods  description
  5     200   OK            GET PUT  Successful GET or PUT operations
  6     404   Not Found              No such \"pet\"
  7     4xx   Client Error           Anything else

  line  error code  status  message
  13    PET.0001    404     No such pet
  14    PET.0002    409     It is asleep

columns:
  shown.md:3: code from `Status code`, reason from `Reason`, description from `Description`
  shown.md:11: code from `HTTP status`, error code from `Error code`, message from `Message`

to use it:
  statusbook::status_table! { pub mod shown = \"shown.md\"; }
"
    );
    assert_eq!(run.status, 0);
}

#[test]
fn json_has_the_settled_shape() {
    let run = inspect("inspect-json", "json.md", PETS, &["--json"]);
    assert_eq!(
        run.output,
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
    assert_eq!(run.status, 0);
}

#[test]
fn a_section_narrows_the_page() {
    let run = inspect(
        "inspect-section",
        "section.md",
        PETS,
        &["--section", "Codes", "--json"],
    );
    let expected = r#""statuses": [], "error_codes": [{"code": "PET.0001""#;
    assert!(run.output.contains(expected) && run.status == 0, "{run:?}");
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
    let run = inspect("inspect-refused", "refused.md", broken, &[]);
    assert_eq!(
        run.output,
        "\
refused.md is refused, and nothing of it is used:

error: `teapot` in column `Status code` is not a status code; fix the row, choose a section without it, or write the table inline
  --> refused.md:4:3
  |
4 | | teapot | It is one |
  |   ^

error: `1060` is not an HTTP status, which is a number from 100 to 599; fix the row, or choose a section without it
  --> refused.md:5:3
  |
5 | | 1060 | Too many |
  |   ^
"
    );
    assert_eq!(run.status, 1);
    let run = inspect("inspect-refused", "refused.md", broken, &["--json"]);
    assert_eq!(
        run.output,
        "{\"document\": \"refused.md\", \"error\": {\"line\": 4, \"column\": 3, \"message\": \"`teapot` in column \
         `Status code` is not a status code; fix the row, choose a section without it, or write the table inline\"}}\n"
    );
    assert_eq!(run.status, 1);
}

#[test]
fn a_page_of_error_codes_is_checked_against_the_statuses() {
    let folder = Folder::new("inspect-codes");
    folder.write(
        "statuses.md",
        "| Status code | Meaning |\n|---|---|\n| 404 | No such pet |\n",
    );
    folder.write("codes.md", "| Status code | Error code | Message |\n|---|---|---|\n| 409 | PET.0002 | It is asleep |\n");
    let run = folder.run(&["inspect", "statuses.md", "--codes", "codes.md"]);
    let note = "worth a look:\n  codes.md:3:9: status `409` is named by error code `PET.0002` only, not by a status table; it counts as documented\n";
    assert!(run.output.contains(note) && run.status == 0, "{run:?}");
    assert!(
        run.output
            .ends_with("pub mod statuses = \"statuses.md\", codes = \"codes.md\"; }\n"),
        "{run:?}"
    );
}

#[test]
fn columns_that_are_not_used_are_shown() {
    let text = "| Owner | Status code | Description |\n|---|---|---|\n| Ann | 404 | No such pet |\n| Ann | 409 | It is asleep |\n";
    let run = inspect("inspect-columns", "columns.md", text, &[]);
    assert!(
        run.output.contains("  columns.md:1: code from `Status code`, description from `Description`; not used: `Owner`\n"),
        "{}",
        run.output
    );
}

#[test]
fn columns_can_be_named() {
    let text = "| Code | Type | When |\n|---|---|---|\n| 404 | client | No such pet |\n| 409 | client | It is asleep |\n";
    let run = inspect(
        "inspect-named",
        "named.md",
        text,
        &["--columns=status=Code", "--columns=description=When"],
    );
    let read = "named.md:1: code from `Code`, description from `When`; not used: `Type`\n";
    assert!(run.output.contains(read), "{}", run.output);
    let line = r#"pub mod named = "named.md", columns(status = "Code", description = "When"); }"#;
    assert!(run.output.contains(line), "{}", run.output);
    let run = inspect(
        "inspect-named",
        "named.md",
        text,
        &[
            "--columns",
            "status=Code, description=Type, description=When",
        ],
    );
    let line = r#"columns(status = "Code", description = ["Type", "When"]); }"#;
    assert!(run.output.contains(line), "{}", run.output);
    // Two descriptions are one, in this order.
    assert!(run.output.contains("client No such pet"), "{}", run.output);
}

#[test]
fn the_line_to_paste_starts_at_the_manifest() {
    let folder = Folder::new("inspect-paste");
    folder
        .write("Cargo.toml", "")
        .write("docs/my \"api\".md", PETS)
        .write("src/lib.rs", "");
    let inside = folder
        .command()
        .current_dir(folder.path().join("src"))
        .args(["inspect", "../docs/my \"api\".md", "--section", "Pets"])
        .output();
    let run = Run::of(&inside.expect("the program starts"));
    let line = r#"{ pub mod my_api = "docs/my \"api\".md", section = "Pets"; }"#;
    assert!(run.output.contains(line), "{}", run.output);
    let manifest = env!("CARGO_MANIFEST_DIR");
    let absolute = folder.path().join("docs/my \"api\".md");
    let elsewhere = folder
        .command()
        .current_dir(manifest)
        .arg("inspect")
        .arg(absolute)
        .output();
    let run = Run::of(&elsewhere.expect("the program starts"));
    assert!(
        run.output.contains("pub mod my_api = \"../../"),
        "{}",
        run.output
    );
}

#[test]
fn a_missing_document_says_so() {
    let run = Folder::new("inspect-missing").run(&["inspect", "no-such-page.md", "--json"]);
    let start = r#"{"document": "no-such-page.md", "error": {"line": null, "column": null, "message": "there is no"#;
    assert!(run.output.starts_with(start) && run.status == 1, "{run:?}");
}

#[test]
fn sections_that_are_endpoints_are_listed() {
    let text = "# Orders\n\n## POST /orders\n\n| Status code | Description |\n|---|---|\n| 201 | Made |\n| 409 | Twice |\n\n## GET /orders/{id}\n\n| Status code | Description |\n|---|---|\n| 200 | The order |\n";
    let run = inspect("inspect-endpoints", "orders.md", text, &[]);
    let listed = "\nendpoints:\n  orders.md:3: POST /orders, module `post_orders`: 201 409\n  orders.md:10: GET /orders/{id}, module `get_orders_by_id`: 200\n";
    assert!(run.output.contains(listed), "{}", run.output);
    let run = inspect("inspect-endpoints", "orders.md", text, &["--json"]);
    assert!(run.output.contains(r#""endpoints": [{"method": "POST", "path": "/orders", "line": 3, "statuses": [{"code": 201,"#), "{}", run.output);
}
