//! Broken documents: the reader handles every text in time, and names only places that exist.
//!
//! A fixed number of inputs, the same in every run. The fuzzer (`fuzz/`) starts from the same seeds, holds
//! them to the same [`check`], and goes on for as long as it is let; what it finds is in [`found`].

mod check;
mod found;
mod mutate;
#[path = "../common/numbers.rs"]
mod numbers;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use mutate::{PIECES, mutate};
use numbers::Numbers;

/// Far more than any input takes, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn broken_rst_is_read_or_refused() {
    broken("rst", "page.rst", 6_000);
}

#[test]
fn broken_markdown_is_read_or_refused() {
    broken("markdown", "page.md", 6_000);
}

#[test]
fn broken_html_is_read_or_refused() {
    broken("html", "page.html", 6_000);
}

#[test]
fn broken_pages_of_an_unknown_format_are_read_or_refused() {
    for folder in ["rst", "markdown", "html"] {
        broken(folder, "page", 2_000);
    }
}

#[cfg(feature = "openapi")]
#[test]
fn broken_openapi_is_read_or_refused() {
    broken("openapi", "api.yaml", 3_000);
    broken("openapi", "api.json", 1_000);
}

/// Mutations of seeds are near to what is read only as long as the seeds are read.
#[test]
fn seeds_are_read() {
    for (folder, name) in [
        ("rst", "page.rst"),
        ("markdown", "page.md"),
        ("html", "page.html"),
    ] {
        for text in seeds(folder) {
            let options = statusbook_reader::Options {
                name,
                ..statusbook_reader::Options::default()
            };
            let page = statusbook_reader::read(&text, &options);
            assert!(page.is_ok(), "{page:#?}\n{text}");
        }
    }
}

#[test]
fn half_a_document_is_read_or_refused() {
    for (folder, name) in [
        ("rst", "page.rst"),
        ("markdown", "page.md"),
        ("html", "page.html"),
    ] {
        for text in seeds(folder) {
            for (end, _) in text.char_indices() {
                check::page(name, &text[..end]);
            }
        }
    }
}

/// Eight times as much must not take thirty times as long; quadratic is sixty-four.
#[test]
fn repetitions_take_linear_time() {
    const LENGTH: usize = 3_000;
    for (name, head) in [
        ("page.rst", "=== ===\nCode Text\n=== ===\n404 "),
        ("page.md", "| Code | Text |\n|---|---|\n| 404 | "),
        ("page.html", "<table><tr><th>Code<th>Text<tr><td>404<td>"),
    ] {
        for piece in PIECES.iter().chain(mutate::NESTS) {
            let repeated = |length: usize| piece.repeat(length / piece.len() + 1);
            for head in ["", head] {
                let few = timed(name, &format!("{head}{}", repeated(LENGTH)), check::page);
                let many = timed(
                    name,
                    &format!("{head}{}", repeated(8 * LENGTH)),
                    check::page,
                );
                // Of less than this a busy machine makes anything.
                let linear = many < Duration::from_millis(600) || many < few * 30;
                assert!(
                    linear,
                    "{name}: {few:?}, then {many:?} for `{head}{piece}…`"
                );
            }
        }
    }
}

fn broken(folder: &str, name: &str, count: u64) {
    let seeds = seeds(folder);
    assert!(seeds.len() > 1, "no seeds in `{folder}`");
    for number in 0..count {
        let mut numbers = Numbers::new(number);
        let seed = numbers.below(seeds.len());
        let text = mutate(&mut numbers, &seeds[seed], &seeds);
        #[cfg(feature = "openapi")]
        if folder == "openapi" {
            timed(name, &text, check::openapi);
            continue;
        }
        timed(name, &text, check::page);
    }
}

/// Shows the text of a check that fails or takes too long.
fn timed(name: &str, text: &str, check: fn(&str, &str)) -> Duration {
    let start = Instant::now();
    let shown = || text.chars().take(4_000).collect::<String>();
    if let Err(panic) = std::panic::catch_unwind(|| check(name, text)) {
        eprintln!("of this text ({name}):\n{}\n{:?}", shown(), shown());
        std::panic::resume_unwind(panic);
    }
    let taken = start.elapsed();
    assert!(
        taken < PATIENCE,
        "{taken:?} for {} bytes of {name}: {:?}",
        text.len(),
        shown()
    );
    taken
}

/// The documents that mutation starts from.
fn seeds(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/faults/seeds")
        .join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect()
}
