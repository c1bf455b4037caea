//! Any text in the bodies of answers: they are JSON that says the same.
#![no_main]

use serde_json::Value;
use statusbook::body::{Answer, Body, CodeMessage, Problem, Text};
use statusbook::{Table, vpn};

const TABLE: Table = vpn::TABLE;

libfuzzer_sys::fuzz_target!(|input: (u16, &str)| {
    let (code, text) = input;
    let Ok(status) = TABLE.status(100 + code % 500) else {
        return;
    };
    let mut answer = Answer::new(status, text.into());
    answer.instance = Some(text.into());

    let problem: Value = serde_json::from_slice(&Problem::render(&answer)).unwrap();
    assert_eq!(problem["status"], status.code());
    assert_eq!(problem["instance"], text);
    assert_eq!(problem.get("detail").and_then(Value::as_str).unwrap_or(""), text);

    let message: Value = serde_json::from_slice(&CodeMessage::render(&answer)).unwrap();
    assert_eq!(message["message"], answer.text());

    assert_eq!(Text::render(&answer), answer.text().as_bytes());
});
