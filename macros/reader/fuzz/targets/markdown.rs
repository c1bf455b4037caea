//! Any text as Markdown.
#![no_main]

#[path = "../../tests/faults/check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::page("page.md", text));
