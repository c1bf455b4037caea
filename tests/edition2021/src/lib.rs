//! The macros in a crate of the edition 2021.

#[cfg(test)]
#[path = "../../editions.rs"]
mod editions;
