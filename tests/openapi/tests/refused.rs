//! The compiler's messages about OpenAPI documents that cannot be read, and about operations that do not document a
//! status: each document in `documents/refused` and each program in `programs` has its message beside it.
//!
//! `BLESS=1 cargo test -p statusbook-test-openapi --test refused` writes the messages again: read them before you
//! commit them.

#[path = "../../support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;

use support::{Project, compare, reading};

/// A project with the pet store's document and the file that it refers to.
fn petstore(name: &str) -> Project {
    let project = Project::new(name, &["openapi", "guard"]);
    for file in ["petstore.yaml", "silent.yaml", "parts/responses.yaml"] {
        let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents");
        let text = fs::read(documents.join(file)).expect("the document");
        project.write(&format!("docs/{file}"), text);
    }
    project
}

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn a_document_that_cannot_be_trusted_is_refused_at_its_literal() {
    let project = Project::new("statusbook-refused-openapi", &["openapi"]);
    compare("documents/refused", |name, document| {
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
fn a_status_that_its_operation_does_not_document_is_refused() {
    let project = petstore("statusbook-refused-operations");
    compare("programs", |_, program| {
        project.refusal(&fs::read_to_string(program).expect("the program"))
    });
}

#[test]
fn a_document_needs_the_feature() {
    let project = Project::new("statusbook-without-openapi", &[]);
    project.write("docs/api.yaml", "openapi: 3.1.0\n");
    let program = "statusbook::status_table! { pub mod api = \"docs/api.yaml\"; }\nfn main() {}\n";
    let refusal = project.refusal(program);
    assert!(refusal.contains("need the feature `openapi`"), "{refusal}");
}

#[test]
fn a_file_that_the_document_refers_to_is_tracked() {
    let project = petstore("statusbook-tracked-openapi");
    project.write(
        "src/main.rs",
        "statusbook::status_table! { pub mod api = \"docs/petstore.yaml\"; }\n\
         fn main() { print!(\"{}\", api::create_pet::UNPROCESSABLE_ENTITY.description()); }\n",
    );
    assert_eq!(project.cargo(&["run"]).printed(), "The pet makes no sense");
    project.write(
        "docs/parts/responses.yaml",
        "Unprocessable:\n  description: It was edited\n",
    );
    assert_eq!(project.cargo(&["run"]).printed(), "It was edited");
}
