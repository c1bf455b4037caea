//! What the compiler says of OpenAPI documents that cannot be trusted, and of operations that do not document a status: each
//! document in `documents/refused` and each program in `programs` has its message beside it.
//!
//! `BLESS=1 cargo test -p statusbook-test-openapi --test refused` writes the messages anew: read them before you commit them.

#[path = "../../support/mod.rs"]
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::Project;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_none_or(|e| e != "stderr"))
        .collect();
    files.sort();
    files
}

/// What is wrong with one program.
fn refusal(project: &Project, name: &str, program: &str) -> String {
    project.write("src/main.rs", program);
    let run = project.cargo(&["check"]);
    assert!(!run.succeeded(), "{name} was accepted");
    run.errors()
}

/// Compares with what is recorded, or records.
fn compare(file: &Path, found: &str, wrong: &mut Vec<String>) {
    let name = file.file_name().expect("a name").to_string_lossy();
    let recorded = file.with_file_name(format!("{name}.stderr"));
    if std::env::var_os("BLESS").is_some() {
        fs::write(recorded, found).expect("the message");
    } else if fs::read_to_string(recorded).unwrap_or_default() != found {
        wrong.push(format!("{name}:\n{found}"));
    }
}

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn a_document_that_cannot_be_trusted_is_refused_at_its_literal() {
    let project = Project::new("statusbook-refused-openapi", &["openapi"]);
    let mut wrong = Vec::new();
    for document in files("documents/refused") {
        let name = document
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        project.write(
            &format!("docs/{name}"),
            fs::read(&document).expect("the document"),
        );
        let program = format!(
            "statusbook::status_table! {{\n    pub mod api = \"docs/{name}\";\n}}\n\n\
             fn main() {{\n    let _ = statusbook::status!(api, 404);\n}}\n"
        );
        compare(&document, &refusal(&project, &name, &program), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn a_status_that_its_operation_does_not_document_is_refused() {
    let project = Project::new("statusbook-refused-operations", &["openapi"]);
    for file in ["petstore.yaml", "parts/responses.yaml"] {
        let document = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("documents")
            .join(file);
        project.write(
            &format!("docs/{file}"),
            fs::read(document).expect("the document"),
        );
    }
    let mut wrong = Vec::new();
    for program in files("programs") {
        let name = program
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let source = fs::read_to_string(&program).expect("the program");
        compare(&program, &refusal(&project, &name, &source), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_document_needs_the_feature() {
    let project = Project::new("statusbook-without-openapi", &[]);
    project.write("docs/api.yaml", "openapi: 3.1.0\n");
    let program = "statusbook::status_table! { pub mod api = \"docs/api.yaml\"; }\nfn main() {}\n";
    let refusal = refusal(&project, "api.yaml", program);
    assert!(refusal.contains("need the feature `openapi`"), "{refusal}");
}

#[test]
fn a_file_that_the_document_refers_to_is_tracked() {
    let project = Project::new("statusbook-tracked-openapi", &["openapi"]);
    for file in ["petstore.yaml", "parts/responses.yaml"] {
        let document = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("documents")
            .join(file);
        project.write(
            &format!("docs/{file}"),
            fs::read(document).expect("the document"),
        );
    }
    project.write(
        "src/main.rs",
        "statusbook::status_table! { pub mod api = \"docs/petstore.yaml\"; }\n\
         fn main() { print!(\"{}\", api::create_pet::UNPROCESSABLE_ENTITY.description()); }\n",
    );
    assert_eq!(project.cargo(&["run"]).answer(), "The pet makes no sense");
    project.write(
        "docs/parts/responses.yaml",
        "Unprocessable:\n  description: It was edited\n",
    );
    assert_eq!(project.cargo(&["run"]).answer(), "It was edited");
}
