//! Statusbook.
#![forbid(unsafe_code)]
extern crate self as statusbook;
