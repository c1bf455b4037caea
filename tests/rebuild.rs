//! When a document changes, it is read again, and everything that uses it is checked again.

mod support;

use std::time::SystemTime;

use support::Project;

fn document(rows: &[(u16, &str)]) -> String {
    let rows = rows
        .iter()
        .map(|(code, text)| format!("| {code} | {text} |\n"));
    format!(
        "# Status codes\n\n| Status | Description |\n|---|---|\n{}",
        rows.collect::<String>()
    )
}

#[test]
fn an_edited_document_rebuilds_and_is_checked_again() {
    let project = Project::new("statusbook-rebuild", &[]);
    project.write(
        "src/main.rs",
        "statusbook::status_table! { pub mod api = \"docs/api.md\"; }\n\
         fn main() { print!(\"{}\", statusbook::status!(api, 404).description()); }\n",
    );

    project.write(
        "docs/api.md",
        document(&[(404, "Not here."), (409, "Taken.")]),
    );
    let first = project.cargo(&["run"]);
    assert!(first.succeeded(), "{}", first.messages());
    assert_eq!(first.printed(), "Not here.");

    project.write(
        "docs/api.md",
        document(&[(404, "Nowhere."), (409, "Taken.")]),
    );
    let second = project.cargo(&["run"]);
    assert_eq!(second.printed(), "Nowhere.", "{}", second.messages());

    project.write("docs/api.md", document(&[(409, "Taken.")]));
    let third = project.cargo(&["check"]);
    assert!(!third.succeeded());
    let messages = third.messages();
    assert!(
        messages.contains("status `404` is not a documented error of `api`"),
        "{messages}"
    );
    assert!(messages.contains("table: docs/api.md"), "{messages}");

    project.write("docs/api.md", document(&[(404, "Back."), (409, "Taken.")]));
    assert_eq!(project.cargo(&["run"]).printed(), "Back.");
}

/// A limit of cargo, which the documentation of `status_table!` states: where this fails, that says too little.
#[test]
fn a_document_replaced_by_an_older_one_is_read_once_it_is_touched() {
    let project = Project::new("statusbook-older", &[]);
    project.write(
        "src/main.rs",
        "statusbook::status_table! { pub mod api = \"docs/api.md\"; }\n\
         fn main() { print!(\"{}\", statusbook::status!(api, 404).description()); }\n",
    );
    project.write("docs/api.md", document(&[(404, "Not here.")]));
    assert_eq!(project.cargo(&["run"]).printed(), "Not here.");

    project.write("docs/api.md", document(&[(404, "Nowhere.")]));
    project.date("docs/api.md", SystemTime::UNIX_EPOCH);
    assert_eq!(project.cargo(&["run"]).printed(), "Not here.");

    project.date("docs/api.md", SystemTime::now());
    assert_eq!(project.cargo(&["run"]).printed(), "Nowhere.");
}

/// The same of `cargo doc`.
#[test]
fn cargo_doc_alone_reads_documents_and_evaluates_no_check() {
    let project = Project::new("statusbook-doc-alone", &[]);
    project.write("docs/api.md", document(&[(404, "Not here.")]));
    project.write(
        "src/lib.rs",
        "statusbook::status_table! { pub mod api = \"docs/api.md\"; }\n\
         pub fn gone() -> statusbook::Status { statusbook::status!(api, 410) }\n",
    );
    let documented = project.cargo(&["doc", "--no-deps"]);
    assert!(documented.succeeded(), "{}", documented.messages());
    assert!(!project.cargo(&["check"]).succeeded());

    project.write("docs/api.md", "# Status codes\n");
    assert!(!project.cargo(&["doc", "--no-deps"]).succeeded());
}

#[test]
fn a_document_leaves_no_copy_of_itself_in_the_library() {
    let project = Project::new("statusbook-metadata", &[]);
    project.write(
        "src/lib.rs",
        "statusbook::status_table! { pub mod api = \"docs/api.md\"; }\n",
    );
    let mark = "a sentence that stands outside the table";
    project.write(
        "docs/api.md",
        format!("{}\n{mark}\n", document(&[(404, "Not here.")])),
    );
    let built = project.cargo(&["build"]);
    assert!(built.succeeded(), "{}", built.messages());
    let library = support::target().join("debug/libstatusbook_metadata.rlib");
    let bytes = std::fs::read(library).expect("the library");
    let contains = |text: &str| {
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    assert!(contains("Not here."), "the documented text is there");
    assert!(!contains(mark), "the rest of the document is not");
}
