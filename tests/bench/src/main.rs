//! Measures what Statusbook costs beside what it replaces, and prints the tables of BENCHMARKS.md.
//!
//! `cargo run --release --manifest-path tests/bench/Cargo.toml` measures everything; with the name of a part
//! (`compile`, `calls`, `rebuild`, `handlers`, `document`, `cold`, `responses`) it measures that. A busy machine makes numbers larger, and ratios
//! less certain: contenders take turns, and of each the fastest turn counts.
#![forbid(unsafe_code)]

mod cold;
mod compile;
mod document;
mod project;
mod responses;
mod sources;

const PARTS: [(&str, fn()); 7] = [
    ("compile", compile::variants),
    ("calls", compile::calls),
    ("rebuild", compile::rebuild),
    ("handlers", compile::handlers),
    ("document", document::measure),
    ("cold", cold::measure),
    ("responses", responses::measure),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    for (name, part) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|one| one == name) {
            part();
        }
    }
}
