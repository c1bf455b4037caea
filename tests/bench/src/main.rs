//! Measures what Statusbook costs beside what it replaces, and prints the tables of BENCHMARKS.md.
//!
//! `cargo run --release --manifest-path tests/bench/Cargo.toml` measures everything; with the name of a part
//! (`compile`, `calls`, `rebuild`, `document`, `cold`, `answers`) it measures that. A busy machine makes numbers larger, and ratios
//! less certain: contenders take turns, and of each the fastest turn counts.
#![forbid(unsafe_code)]

mod answers;
mod cold;
mod compile;
mod document;
mod project;
mod sources;

const PARTS: [(&str, fn()); 6] = [
    ("compile", compile::variants),
    ("calls", compile::calls),
    ("rebuild", compile::rebuild),
    ("document", document::measure),
    ("cold", cold::measure),
    ("answers", answers::measure),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    for (name, part) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|one| one == name) {
            part();
        }
    }
}
