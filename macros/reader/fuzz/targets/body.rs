//! Any text in the bodies of responses: each body is JSON that holds the same text.
#![no_main]

use serde_json::Value;
use statusbook::body::{Details, Body, CodeMessage, Problem, Text};
use statusbook::{Table, vpn};

const TABLE: Table = vpn::TABLE;

libfuzzer_sys::fuzz_target!(|input: (u16, &str)| {
    let (code, text) = input;
    let Ok(status) = TABLE.status(100 + code % 500) else {
        return;
    };
    let mut details = Details::new(status, text);
    details.instance = Some(text);

    let problem: Value = serde_json::from_slice(&Problem::render(&details)).unwrap();
    assert_eq!(problem["status"], status.code());
    assert_eq!(problem["instance"], text);
    assert_eq!(problem.get("detail").and_then(Value::as_str).unwrap_or(""), text);

    let message: Value = serde_json::from_slice(&CodeMessage::render(&details)).unwrap();
    assert_eq!(message["message"], details.text());

    assert_eq!(Text::render(&details), details.text().as_bytes());
});
