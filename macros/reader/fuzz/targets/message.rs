//! Any text as the message of an error: it is parsed as `std::fmt` does, or refused with a message.
//!
//! The module of the derive is included by its path, because a procedural macro crate exports only its macros.
#![no_main]
#![allow(dead_code, unreachable_pub)]

#[path = "../../../src"]
mod macros {
    pub(crate) mod message;
    pub(crate) mod names;
    pub(crate) mod derive {
        pub(crate) mod format;
    }
}
use macros::derive::format;
use macros::{message, names};

libfuzzer_sys::fuzz_target!(|text: &str| {
    match format::parse(text) {
        Ok(pieces) => assert!(text.is_empty() || !pieces.is_empty()),
        Err(reason) => assert!(!reason.is_empty()),
    }
});
