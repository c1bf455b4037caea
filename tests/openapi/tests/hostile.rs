//! Documents with hostile texts for rustdoc, for messages of the compiler, and for the tests of the user.

#[path = "../../support/mod.rs"]
mod support;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use support::Project;

/// Texts that would be an element, a test or a line of their own if anything read them.
const TEXTS: [&str; 12] = [
    "`<ximg xonerror=1>`",
    "</code></p><ximg src=x xonerror=1>",
    "a\n\n```\npanic!(\"xtest\")\n```\n",
    "a\n```rust\npanic!(\"xtest\")\n```",
    "    panic!(\"xtest\")",
    "a\n\n    panic!(\"xtest\")",
    "\tpanic!(\"xtest\")",
    "[xlink](javascript:xlink) ![xlink](https://x.example)",
    "a\n\n<ximg xonerror=1>\n\n<script>xlink</script>",
    "| a | b |\n|---|---|\n| <ximg> | [a]: javascript:xlink |",
    "~~~\npanic!(\"xtest\")\n~~~",
    "`` ` ``` <!-- <ximg",
];

/// A text as YAML and Rust both write it.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// An OpenAPI document with every text in every place that reaches rustdoc.
fn document(project: &Project) -> String {
    let mut document = String::from("openapi: 3.2.0\npaths:\n");
    for (number, text) in TEXTS.iter().enumerate() {
        let file: String = text
            .chars()
            .filter(|letter| !"/\\#%?:\n\t".contains(*letter))
            .collect();
        let file = format!("{number}{file}.yaml");
        project.write(
            &format!("docs/{file}"),
            format!("404: {{ description: {} }}\n", quoted(text)),
        );
        let (path, id, text) = (
            quoted(&format!("/{number}{text}")),
            quoted(&format!("a{number}{text}")),
            quoted(text),
        );
        let file = quoted(&file);
        let _ = writeln!(
            document,
            "  {path}:\n    get:\n      operationId: {id}\n      summary: {text}\n      description: {text}\n      tags: [{text}]\n      \
             responses: {{ 404: {{ description: {text} }}, default: {{ description: {text} }} }}\n    \
             put: {{ summary: {text}, responses: {{ $ref: {file} }} }}\n    \
             additionalOperations: {{ \"X{number}\": {{ responses: {{ 200: {{ description: {text} }} }} }} }}"
        );
    }
    document
}

/// A page in HTML with every text as a reason phrase, a description and a service error code.
fn page() -> String {
    let mut page =
        String::from("<table><tr><th>Status code</th><th>Reason</th><th>Description</th></tr>\n");
    for (text, code) in TEXTS.iter().zip(400..) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let _ = writeln!(
            page,
            "<tr><td>{code}</td><td>x {text}</td><td>{text}</td></tr>"
        );
    }
    page + "</table>\n"
}

/// The names of the elements of a page, and of their attributes.
fn names(html: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = tag;
        let mut quote = None;
        let mut name = String::new();
        for letter in tag.chars() {
            match (quote, letter) {
                (None, '"' | '\'') => quote = Some(letter),
                (Some(open), letter) if open == letter => quote = None,
                (Some(_), _) => {}
                (None, '>') => break,
                (None, letter) if letter.is_alphanumeric() => name.push(letter),
                (None, _) => names.push(std::mem::take(&mut name)),
            }
        }
        names.push(name);
    }
    names
}

fn pages(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            pages(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            found.push(fs::read_to_string(&path).expect("a page"));
        }
    }
}

#[test]
fn no_text_of_a_document_acts_in_rustdoc_or_becomes_a_test() {
    let project = Project::new("statusbook-hostile-documents", &["openapi"]);
    let mut program = String::from(
        "/// ```\n/// assert!(true);\n/// ```\npub fn tested() {}\n\nstatusbook::status_table! {\n    pub mod api = \"docs/api.yaml\";\n    pub mod page = \"docs/page.html\";\n    pub mod written {\n",
    );
    for (text, code) in TEXTS.iter().zip(400..) {
        let _ = writeln!(program, "        {code} => {},", quoted(text));
    }
    program.push_str("    }\n    pub mod all = api | page | written;\n}\n");
    let document = document(&project);
    project.write("docs/api.yaml", document);
    project.write("docs/page.html", page());
    project.write("src/lib.rs", program);

    let tests = project.cargo(&["test", "--doc", "--", "--list"]);
    assert!(tests.succeeded(), "{}", tests.errors());
    // A line for each test, of which there is only the one that is written here.
    assert_eq!(
        tests.printed().matches(": test").count(),
        1,
        "{}",
        tests.printed()
    );

    let docs = project.cargo(&["doc", "--no-deps"]);
    assert!(docs.succeeded(), "{}", docs.errors());
    let mut html = Vec::new();
    pages(
        &support::target().join("doc/statusbook_hostile_documents"),
        &mut html,
    );
    assert!(html.len() > 3 * TEXTS.len(), "only {} pages", html.len());
    let mut shown = 0;
    for page in &html {
        shown += usize::from(page.contains("xonerror"));
        for name in names(page) {
            assert!(
                !["ximg", "xonerror"].contains(&name.as_str()),
                "an element or attribute in {page}"
            );
        }
        assert!(!page.contains("<script>xlink"), "{page}");
        assert!(
            !page.contains("href=\"javascript:") && !page.contains("\"https://x.example"),
            "{page}"
        );
    }
    // The texts are there to be read.
    assert!(shown > TEXTS.len(), "shown on {shown} pages");
}

#[test]
fn the_documentation_says_how_many_operations_promise_nothing() {
    let project = Project::new("statusbook-unspecific", &["openapi"]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read(folder.join("documents/classes.yaml")).expect("the document");
    project.write("docs/classes.yaml", document);
    project.write(
        "src/lib.rs",
        "statusbook::status_table! { pub mod catalog = \"docs/classes.yaml\"; }\n",
    );
    let docs = project.cargo(&["doc", "--no-deps"]);
    assert!(docs.succeeded(), "{}", docs.errors());
    let page = support::target().join("doc/statusbook_unspecific/catalog/index.html");
    let page = fs::read_to_string(page).expect("the page of the module");
    assert!(
        page.contains("2 of 2 operations document errors only as a class"),
        "{page}"
    );
}
