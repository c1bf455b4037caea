//! Error types that may be of any size: they have everything but a response, which takes them by value.

use std::error::Error as _;
use std::path::Path;

use statusbook::{ApiError, Contract, StatusSet, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404, "no file {file}")]
struct Missing {
    file: Path,
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(409, "{kind} {tail}")]
struct Tail<T: ?Sized> {
    kind: u8,
    tail: T,
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(400, "{line}: {bytes:?}")]
struct Garbled {
    line: u32,
    bytes: [u8],
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(400, "{0}: {1:?}")]
struct Refused(u32, dyn std::fmt::Debug);

#[test]
fn an_unsized_error_has_a_contract() {
    fn status(missing: &Missing) -> u16 {
        missing.status().code()
    }
    assert_eq!(Missing::STATUSES, StatusSet::of(&[404]));
    let none: Option<&Missing> = None;
    assert!(none.map(status).is_none());
    assert_eq!(Garbled::STATUSES, StatusSet::of(&[400]));
    assert_eq!(Refused::STATUSES, StatusSet::of(&[400]));
}

#[test]
fn an_unsized_value_has_text_and_status() {
    // The only way to an unsized tail without `unsafe`: `[u8; 2]` becomes `[u8]`, and a type becomes an object.
    let tail: &Tail<dyn std::fmt::Display> = &Tail { kind: 1, tail: 'a' };
    assert_eq!(tail.to_string(), "1 a");
}

#[test]
fn a_sized_value_still_responds() {
    let tail = Tail { kind: 1, tail: "a" };
    assert!(tail.source().is_none());
    assert_eq!(tail.detail(), "1 a");
    let response = statusbook::IntoResponse::into_response(tail);
    assert_eq!(response.status(), 409);
}
