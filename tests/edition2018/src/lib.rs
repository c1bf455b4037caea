//! The macros in a crate of the edition 2018.

#[cfg(test)]
#[path = "../../editions.rs"]
mod editions;
