//! What the compiler says of documents that cannot be trusted: each in `documents/refused` has its message beside it.
//!
//! `BLESS=1 cargo test --test refused_documents` writes the messages anew: read them before you commit them.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::Project;

/// The document's name in the message, and a program that reads it.
fn program(name: &str) -> String {
    format!(
        "statusbook::status_table! {{\n    pub mod api = \"docs/{name}\";\n}}\n\n\
         fn main() {{\n    let _ = statusbook::status!(api, 404);\n}}\n"
    )
}

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/refused");
    let files = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("a file").path());
    let mut documents: Vec<_> = files
        .filter(|path| path.extension().is_none_or(|e| e != "stderr"))
        .collect();
    documents.sort();
    documents
}

/// What is wrong with one document.
fn refusal(project: &Project, name: &str) -> String {
    project.write("src/main.rs", program(name));
    let run = project.cargo(&["check"]);
    assert!(!run.succeeded(), "{name} was accepted");
    run.errors()
}

fn errors(messages: &str) -> usize {
    messages
        .lines()
        .filter(|line| line.starts_with("error"))
        .count()
}

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn a_document_that_cannot_be_trusted_is_refused_at_its_literal() {
    let project = Project::new("statusbook-refused", &[]);
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for document in documents() {
        let name = document
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        project.write(
            &format!("docs/{name}"),
            fs::read(&document).expect("the document"),
        );
        let found = refusal(&project, &name);
        let recorded = document.with_file_name(format!("{name}.stderr"));
        if bless {
            fs::write(recorded, found).expect("the message");
        } else if fs::read_to_string(recorded).unwrap_or_default() != found {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_document_over_the_limit_is_refused() {
    let project = Project::new("statusbook-large", &[]);
    let mut text =
        String::from("# Status codes\n\n| Status | Description |\n|---|---|\n| 404 | None. |\n\n");
    text.push_str(&"Nothing to see. ".repeat(9 * 1024 * 1024 / 16));
    project.write("docs/large.md", text);
    let refusal = refusal(&project, "large.md");
    assert!(
        refusal.contains("docs/large.md: ") && refusal.contains("8 MiB"),
        "{refusal}"
    );
    assert_eq!(errors(&refusal), 1, "{refusal}");
}

#[test]
fn what_is_no_file_is_refused() {
    let project = Project::new("statusbook-no-file", &[]);
    project.write("docs/folder/keep", "");
    for name in ["folder", "missing.md"] {
        let refusal = refusal(&project, name);
        assert!(
            refusal.contains(&format!("error: docs/{name}: ")),
            "{refusal}"
        );
        assert!(
            refusal.contains(&format!("pub mod api = \"docs/{name}\";")),
            "{refusal}"
        );
        assert_eq!(errors(&refusal), 1, "{refusal}");
    }
}
