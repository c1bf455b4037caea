//! What must not compile, and what the compiler says of it: a case in `ui/`, its recorded message beside it.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the messages anew: read them before you commit them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the pinned compiler"
)]
#[test]
fn refusals_say_what_to_do() {
    let quoted = has_sources();
    let cases = trybuild::TestCases::new();
    let mut count = 0;
    for case in cases_in(Path::new("tests/ui")).expect("the cases are here") {
        count += 1;
        let recorded = fs::read_to_string(case.with_extension("stderr")).unwrap_or_default();
        // Recorded without the component `rust-src`, with which the compiler quotes the standard library too.
        if !(quoted && recorded.contains("$RUST/")) {
            cases.compile_fail(case);
        }
    }
    assert!(count > 80, "only {count} cases were found");
}

/// Whether the compiler has the sources of the standard library to quote from.
fn has_sources() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["--print", "sysroot"]).output();
    let sysroot = output.expect("rustc runs").stdout;
    let sysroot = String::from_utf8(sysroot).expect("a path in UTF-8");
    Path::new(sysroot.trim())
        .join("lib/rustlib/src/rust/library")
        .exists()
}

/// The programs of every folder, by name.
fn cases_in(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut cases = Vec::new();
    for folder in fs::read_dir(directory)? {
        let folder = folder?.path();
        if folder.is_dir() {
            for file in fs::read_dir(folder)? {
                let file = file?.path();
                cases.extend(Some(file).filter(|file| file.extension().is_some_and(|e| e == "rs")));
            }
        }
    }
    cases.sort();
    Ok(cases)
}
