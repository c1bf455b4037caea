//! Tells the guard what a handler declares about its responses. Not public API.

use crate::set::StatusSet;

/// The statuses that a handler declares with `declares(…)`: an extension of its response, which the guard checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared(pub StatusSet);
