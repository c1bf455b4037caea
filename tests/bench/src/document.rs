//! What it takes to read a documentation page at compile time.

use std::fs;
use std::path::Path;

use crate::project::{Project, take_turns};

/// The pages of the built-in tables.
const PAGES: [&str; 5] = ["vpn.rst", "vpcep.rst", "dc.rst", "er.rst", "vpc.md"];

/// The first check of a library with one page, against that of an empty library with the same dependency.
pub fn measure() {
    let project = Project::new("page", "statusbook = { path = \"{core}\" }");
    project.cargo(&["check"]);
    println!("\n| page | bytes | empty library | with the page |\n|---|---|---|---|");
    for page in PAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/tables");
        let text = fs::read_to_string(path.join(page)).expect("a page");
        project.write_beside(page, &text);
        let sources = [
            String::new(),
            format!("statusbook::status_table! {{ pub mod page = {page:?}; }}\n"),
        ];
        let [empty, read] = take_turns(5, |one, _| {
            project.write(&sources[one]);
            project.first_check()
        });
        println!("| {page} | {} | 1 | {:.2} |", text.len(), read / empty);
        eprintln!("{page}: empty {empty:.4} s, with the page {read:.4} s");
    }
}
