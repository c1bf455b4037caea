//! Any text as an OpenAPI document, YAML and JSON.
#![no_main]

#[path = "../../tests/faults/check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|text: &str| {
    check::openapi("api.yaml", text);
    check::openapi("api.json", text);
});
