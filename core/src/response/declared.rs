//! What a handler declares about its responses, on the way to the guard. Not public API.

use crate::set::StatusSet;

/// The statuses that a handler declares with `declares(…)`: an extension of its response, which the guard holds it to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared(pub StatusSet);
