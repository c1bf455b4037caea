//! The macros in a crate of the edition 2021.
#![deny(warnings, rust_2018_idioms)]

use statusbook::{status, vpn, ApiError, Status};

/// A documented status.
pub const MISSING: Status = status!(vpn, 404);

const LIMIT: u8 = 3;

/// Every shape that the derive reads.
#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
pub enum Error<'a, T> {
    /// Fields by name, an argument and a captured constant.
    #[status(404, "no {id} of {LIMIT}, {}", .id.len(), code = "VPN.1", header(LOCATION = "/{id}"))]
    Missing {
        /// Which one.
        id: &'a str,
    },
    /// A parameter.
    #[status(409, "{0:?}")]
    InUse(T),
    /// A boxed source.
    #[status(503)]
    Down(#[from] Box<dyn std::error::Error + Send + Sync>),
    /// An error that answers for itself.
    #[status(transparent)]
    Inner(#[from] Inner),
}

/// An error of its own.
#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(400)]
pub struct Inner;

#[test]
fn the_derive_works_in_this_edition() {
    let error: Error<'_, u8> = Error::Missing { id: "a" };
    assert_eq!(error.to_string(), "no a of 3, 1");
    assert_eq!(error.status(), MISSING);
    assert_eq!(Error::InUse(1).to_string(), "1");
    assert_eq!(Error::<'_, u8>::from(Inner).status(), 400);
}
