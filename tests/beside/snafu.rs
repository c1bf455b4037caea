//! `skip(Error)`: `Display`, `Error` and the context selectors are those of snafu.

use std::error::Error as _;
use std::fs;

use snafu::{ResultExt, Snafu};
use statusbook::{ApiError, Contract, StatusSet, vpn};

use super::body;

#[derive(Debug, Snafu, ApiError)]
#[api_error(table = vpn, skip(Error))]
enum GatewayError {
    #[snafu(display("gateway `{id}` does not exist"))]
    #[status(404)]
    NotFound { id: u32 },
    #[snafu(display("could not read `{path}`"))]
    #[status(503)]
    Read {
        path: &'static str,
        source: std::io::Error,
    },
    #[status(409, detail = "{gateway} is busy")]
    Busy { gateway: &'static str },
    #[snafu(transparent)]
    #[status(transparent)]
    Connection { source: ConnectionError },
    #[snafu(whatever, display("{message}"))]
    #[status(500)]
    Other {
        message: String,
        #[snafu(source(from(Box<dyn std::error::Error>, Some)))]
        source: Option<Box<dyn std::error::Error>>,
    },
}

#[derive(Debug, Snafu, ApiError)]
#[snafu(display("connection {number} is down"))]
#[api_error(table = vpn, skip(Error))]
#[status(403)]
struct ConnectionError {
    number: u8,
}

#[test]
fn the_message_of_snafu_is_what_clients_see() {
    let missing: Result<(), _> = NotFoundSnafu { id: 7_u32 }.fail();
    let missing: GatewayError = missing.unwrap_err();
    assert_eq!(missing.detail(), "gateway `7` does not exist");
    assert_eq!(missing.status(), 404);
    let busy = GatewayError::Busy { gateway: "a" };
    assert_eq!(busy.to_string(), "Busy");
    assert_eq!(busy.detail(), "a is busy");
}

#[test]
fn a_context_of_snafu_keeps_its_source_from_clients() {
    let path = "no/such/file";
    let failed = fs::read(path)
        .context(ReadSnafu { path })
        .expect_err("there is no such file");
    let source = failed.source().map(ToString::to_string);
    assert_eq!(failed.to_string(), "could not read `no/such/file`");
    assert!(source.is_some());
    let documented = vpn::SERVICE_UNAVAILABLE.description();
    assert_eq!(failed.detail(), documented);
    assert!(!body(failed).contains("no/such/file"));
}

#[test]
fn transparent_means_the_same_to_both() {
    let connection = GatewayError::from(ConnectionError { number: 2 });
    assert_eq!(connection.detail(), "connection 2 is down");
    assert_eq!(connection.status(), 403);
}

#[test]
fn whatever_responds_as_documented() {
    let other: Result<(), GatewayError> = (|| snafu::whatever!("out of {}", "luck"))();
    let other = other.unwrap_err();
    assert_eq!(other.to_string(), "out of luck");
    assert_eq!(other.detail(), vpn::INTERNAL_SERVER_ERROR.description());
    assert_eq!(
        GatewayError::STATUSES,
        StatusSet::of(&[403, 404, 409, 500, 503])
    );
}

#[test]
fn a_generic_source_of_snafu_is_allowed() {
    #[derive(Debug, Snafu, ApiError)]
    #[api_error(table = vpn, skip(Error))]
    #[snafu(display("failed"))]
    #[status(500, public)]
    struct Failed<E: std::error::Error + 'static> {
        source: E,
    }
    let failed = Failed {
        source: ConnectionError { number: 1 },
    };
    assert_eq!(failed.detail(), "failed");
    assert!(failed.source().is_some());
}
