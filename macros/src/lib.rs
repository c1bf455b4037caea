//! The macros of [statusbook](https://docs.rs/statusbook): thin translators, nothing decides here.
#![forbid(unsafe_code)]
