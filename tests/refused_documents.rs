//! The compiler's messages about documents that cannot be read. Each in `documents/refused`, and each program in
//! `documents/programs`, which is checked against the service error codes of a page, has its message beside it.
//!
//! `BLESS=1 cargo test --test refused_documents` writes the messages again: read them before you commit them.

mod support;

use std::fs;

use support::{Project, compare, reading};

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
    compare("tests/documents/refused", |name, document| {
        let text = fs::read(document).expect("the document");
        project.write(&format!("docs/{name}"), text);
        project.refusal(&reading(name))
    });
}

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn a_program_is_checked_against_the_service_error_codes() {
    let project = Project::new("statusbook-refused-codes", &[]);
    for page in ["billing_errors.md", "refund_errors.md"] {
        let text = fs::read(format!("tests/documents/{page}")).expect("the page");
        project.write(&format!("docs/{page}"), text);
    }
    compare("tests/documents/programs", |_, program| {
        project.refusal(&fs::read_to_string(program).expect("the program"))
    });
}

#[test]
fn a_document_over_the_limit_is_refused() {
    let project = Project::new("statusbook-large", &[]);
    let mut text =
        String::from("# Status codes\n\n| Status | Description |\n|---|---|\n| 404 | None. |\n\n");
    text.push_str(&"Nothing to see. ".repeat(9 * 1024 * 1024 / 16));
    project.write("docs/large.md", text);
    let refusal = project.refusal(&reading("large.md"));
    assert!(
        refusal.contains("docs/large.md: ") && refusal.contains("8 MiB"),
        "{refusal}"
    );
    assert_eq!(errors(&refusal), 1, "{refusal}");
}

#[test]
fn a_path_that_is_not_a_file_is_refused() {
    let project = Project::new("statusbook-no-file", &[]);
    project.write("docs/folder/keep", "");
    for name in ["folder", "missing.md"] {
        let refusal = project.refusal(&reading(name));
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
