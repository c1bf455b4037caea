//! The macros in a crate of the edition 2018.

// Formatted where it is at home.
#[cfg(test)]
#[rustfmt::skip]
#[path = "../../editions.rs"]
mod editions;
