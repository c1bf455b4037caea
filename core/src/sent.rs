//! What an error type says of its responses beside their statuses: for the documents that are written from the code.

use crate::body::Format;
use crate::table::Table;

/// The responses of an error type, as the derive writes them down. Not public API.
#[doc(hidden)]
#[derive(Debug)]
pub struct Sent {
    /// The name of the type, and where it stands.
    pub name: &'static str,
    pub file: &'static str,
    pub line: u32,
    /// The statuses of its own, each with the service error code if that is a constant, and the body that the variant chooses.
    pub own: &'static [(u16, Option<&'static str>, Option<Format>)],
    /// The form of the other bodies; that of the table where there is none.
    pub format: Option<Format>,
    /// The inner errors that respond for themselves, each with the body that the variant chooses for it.
    pub inner: &'static [(Table, &'static Sent, Option<Format>)],
}

impl Sent {
    /// Nothing is known: a `Contract` that was written by hand.
    pub const UNKNOWN: &'static Self = &Sent {
        name: "",
        file: "",
        line: 0,
        own: &[],
        format: None,
        inner: &[],
    };
}
