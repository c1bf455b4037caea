//! Any text as a page whose name does not tell its format.
#![no_main]

#[path = "../../tests/faults/check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::page("page", text));
