//! What must not compile behind axum, and what the compiler says of it: a case in `ui/`, its recorded message beside it.
//!
//! `TRYBUILD=overwrite cargo test -p statusbook-test-handlers-axum --test ui` writes the messages again: read them
//! before you commit them.

use std::fs;
use std::path::Path;

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn refusals_say_what_to_do() {
    // trybuild builds the cases in a package of its own, whose documents these are.
    let package = concat!(
        env!("CARGO_TARGET_TMPDIR"),
        "/../tests/trybuild/",
        env!("CARGO_PKG_NAME")
    );
    let there = Path::new(package).join("documents");
    fs::create_dir_all(&there).expect("a folder");
    for folder in ["documents", "../support/documents"] {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for document in fs::read_dir(here).expect("the documents") {
            let document = document.expect("a document");
            fs::copy(document.path(), there.join(document.file_name())).expect("a copy");
        }
    }
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
