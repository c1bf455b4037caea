//! `cargo statusbook report`: the page has every fact, is inert, and needs nothing from elsewhere.

mod support;

use std::fmt::Write as _;
use std::fs;

use serde_json::json;
use support::Folder;

const API: &str = r#"openapi: 3.1.0
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      responses:
        "200": { description: The pet }
        "404": { description: No <such> & "pet" }
        "4XX": { description: Wrong }
    delete:
      responses:
        "204": { description: Gone }
        "409": { description: Asleep }
"#;

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    let response = |status: u16, codes: &[&str]| json!({"status": status, "codes": codes, "sources": [{"type": "PetError", "file": "src/error.rs", "line": 12}]});
    let contract = json!({"operations": [
        {"operation": "GET /pets/{petId}", "responses": [response(200, &[]), response(404, &["PET.0001"]), response(422, &[])]},
        {"operation": "DELETE /pets/{petId}", "responses": [response(204, &[]), response(500, &[])]},
        {"operation": "GET /metrics", "responses": [response(200, &[])]},
    ]});
    let exercised = json!({"operations": [
        {"operation": "GET /pets/{petId}", "seen": [{"status": 200, "count": 3}, {"status": 422, "count": 1}]},
        {"operation": "", "seen": []},
    ]});
    folder
        .write("api.yaml", API)
        .write("contract.json", contract.to_string())
        .write("exercised.json", exercised.to_string());
    folder
}

/// The state of a cell, by the label of its button.
fn state<'a>(page: &'a str, cell: &str) -> &'a str {
    let label = format!("aria-label=\"{cell}: ");
    let after = page
        .split_once(&label)
        .unwrap_or_else(|| panic!("no cell {cell}"))
        .1;
    after.split_once('"').expect("a quote").0
}

#[test]
fn each_cell_tells_what_is_known() {
    let folder = folder("report-cells");
    let run = folder.run(&[
        "report",
        "api.yaml",
        "--contract=contract.json",
        "--exercised=exercised.json",
        "-o",
        "page.html",
    ]);
    assert_eq!(
        (run.status, run.output.as_str(), run.problems.as_str()),
        (0, "page.html: 3 operations, 7 statuses\n", "")
    );
    let page = fs::read_to_string(folder.path().join("page.html")).expect("the page");
    for (cell, wanted) in [
        ("GET /pets/{petId}, 200", "complete"),
        ("GET /pets/{petId}, 404", "no test provokes it"),
        // Documented by its class.
        ("GET /pets/{petId}, 422", "complete"),
        // And its class is what was sent.
        ("GET /pets/{petId}, 4XX", "complete"),
        ("DELETE /pets/{petId}, 204", "no test provokes it"),
        ("DELETE /pets/{petId}, 409", "documented only"),
        ("DELETE /pets/{petId}, 500", "not documented"),
        ("GET /metrics, 200", "not documented"),
    ] {
        assert_eq!(state(&page, cell), wanted, "{cell}");
    }
    for part in [
        "<p><bdi>No &lt;such&gt; &amp; &quot;pet&quot;</bdi></p>",
        "<dt>documented</dt><dd><code>api.yaml:8</code></dd>",
        "<dt>documented by <code>4XX</code></dt><dd><code>api.yaml:9</code></dd>",
        "<dt>sent by <code>PetError</code></dt><dd><code>src/error.rs:12</code></dd>",
        "<dt>service codes</dt><dd><code>PET.0001</code></dd>",
        "<dt>exercised by tests</dt><dd>3 times</dd>",
        "the document does not name it",
        "can be sent, exercised by tests: <b>3</b>",
        "no test provokes it: <b>2</b>",
        "not documented: <b>2</b>",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn what_an_operation_sends_is_sent_by_the_whole_service() {
    let folder = Folder::new("report-page");
    folder.write("page.md", "| Status code | Description |\n|---|---|\n| 204 | Gone |\n| 404 | None |\n| 5xx | Broken |\n");
    let response = |status: u16| json!({"status": status, "codes": [], "sources": []});
    let contract = json!({"operations": [{"operation": "DELETE /pets", "responses": [response(204), response(503), response(418)]}]});
    folder.write("contract.json", contract.to_string());
    let run = folder.run(&["report", "page.md", "--contract=contract.json", "-o", "-"]);
    for (cell, wanted) in [
        ("whole service, 204", "complete"),
        ("whole service, 404", "documented only"),
        ("whole service, 5XX", "complete"),
        ("DELETE /pets, 204", "complete"),
        ("DELETE /pets, 503", "complete"),
        ("DELETE /pets, 418", "not documented"),
    ] {
        assert_eq!(state(&run.output, cell), wanted, "{cell}");
    }
}

#[test]
fn what_is_not_known_is_not_claimed() {
    let folder = folder("report-unknown");
    let run = folder.run(&["report", "api.yaml", "-o", "-"]);
    assert_eq!(
        state(&run.output, "GET /pets/{petId}, 404"),
        "documented only"
    );
    assert!(
        run.output
            .contains("no <code>--contract</code> file was given"),
        "{}",
        run.output
    );
    assert!(!run.output.contains("<dt>can be sent"), "{}", run.output);
    let run = folder.run(&["report", "api.yaml", "--contract=contract.json", "-o", "-"]);
    assert_eq!(state(&run.output, "GET /pets/{petId}, 404"), "complete");
    assert!(!run.output.contains("<dt>exercised"), "{}", run.output);
}

#[test]
fn places_are_links_where_a_url_is_given() {
    let folder = folder("report-links");
    folder.write("a b/api.yaml", API);
    let run = folder.run(&[
        "report",
        "a b/api.yaml",
        "-o",
        "-",
        "--link",
        "https://example.org/?x=\"&y#{file}:{line}",
    ]);
    assert!(
        run.output
            .contains("<a href=\"https://example.org/?x=&quot;&amp;y#a%20b/api.yaml:8\">"),
        "{}",
        run.output
    );
    let run = folder.run(&["report", "api.yaml", "--link", "javascript:alert(1)"]);
    assert!(
        run.status == 2 && run.problems.contains("begins with `https://`"),
        "{run:?}"
    );
}

#[test]
fn nothing_of_a_document_is_markup_and_nothing_comes_from_elsewhere() {
    let folder = Folder::new("report-hostile");
    let evil = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)><!--\u{202e}\u{1b}[2J http://example.org/x.js";
    let path = format!("/{}", evil.replace('#', ""));
    let document = json!({"openapi": "3.0.0", "info": {"title": evil}, "paths": {path: {"get": {"operationId": "a", "responses": {"404": {"description": evil}}}}}});
    folder.write("evil.json", document.to_string());
    let name = format!("GET /{evil}");
    let facts = json!({"operations": [{"operation": name, "responses": [{"status": 404, "codes": [evil], "sources": [{"type": evil, "file": evil, "line": 1}]}]}]});
    folder.write("facts.json", facts.to_string());
    let run = folder.run(&["report", "evil.json", "--contract=facts.json", "-o", "-"]);
    let page = &run.output;
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert!(
        !page.contains("<img")
            && !page.contains("<!--")
            && !page.contains('\u{1b}')
            && !page.contains('\u{202e}'),
        "{page}"
    );
    // Addresses are in texts only.
    for loads in [
        "src=",
        "url(",
        "@import",
        "<link",
        "fetch(",
        "XMLHttpRequest",
    ] {
        let own = page.matches(loads).count();
        let said = page.matches("src=x").count();
        assert!(own == 0 || (loads == "src=" && own == said), "{loads}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn what_cannot_be_shown_says_so() {
    let folder = folder("report-failed");
    folder
        .write("other.json", "{\"operations\": [{}]}")
        .write("half.json", "{")
        .write("bad.md", "nothing");
    for (arguments, reason) in [
        (
            &["bad.md"][..],
            "bad.md is refused, so there is nothing to show",
        ),
        (
            &["api.yaml", "--contract=missing.json"],
            "cannot read `missing.json`",
        ),
        (
            &["api.yaml", "--contract=half.json"],
            "`half.json` is not JSON",
        ),
        (
            &["api.yaml", "--contract=exercised.json"],
            "`exercised.json` is not a file that `Reference::to_json`",
        ),
        (
            &["api.yaml", "--exercised=other.json"],
            "`other.json` is not a file that `statusbook::document::exercised` wrote",
        ),
        (
            &["api.yaml", "-o", "no/where/page.html"],
            "cannot write `no/where/page.html`",
        ),
    ] {
        let run = folder.run(&[&["report"], arguments].concat());
        assert!(
            run.status == 2 && run.problems.contains(reason),
            "{arguments:?}: {run:?}"
        );
    }
}

#[test]
fn a_large_document_is_one_small_page() {
    let folder = Folder::new("report-large");
    let mut api = "openapi: 3.1.0\npaths:\n".to_owned();
    for number in 0..200 {
        let _ = write!(
            api,
            "  /things/{number}/{{id}}:\n    get:\n      responses:\n"
        );
        for code in [200, 400, 401, 403, 404, 409, 429, 500, 503] {
            let _ = writeln!(
                api,
                "        '{code}': {{ description: What {code} means for thing {number} }}"
            );
        }
    }
    folder.write("large.yaml", &api);
    let run = folder.run(&["report", "large.yaml"]);
    assert_eq!(run.output, "statusbook.html: 200 operations, 9 statuses\n");
    let page = fs::read_to_string(folder.path().join("statusbook.html")).expect("the page");
    assert_eq!(page.matches("<tr><th scope=\"row\">").count(), 200);
    assert!(page.len() < 2 << 20, "{} bytes", page.len());
}
