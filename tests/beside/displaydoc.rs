//! `skip(Error)`: displaydoc makes the message of the documentation, and `Error` is written by hand.

use std::error::Error;
use std::num::ParseIntError;

use displaydoc::Display;
use statusbook::{ApiError, Contract, StatusSet, vpn};

#[derive(Debug, Display, ApiError)]
#[api_error(table = vpn, skip(Error))]
enum GatewayError {
    /// gateway `{0}` does not exist
    #[status(404)]
    NotFound(u32),
    /// {field} is no number
    #[status(400)]
    NoNumber {
        field: &'static str,
        source: ParseIntError,
    },
    /// the table of gateways is locked
    #[status(500)]
    Locked,
}

impl Error for GatewayError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            GatewayError::NoNumber { source, .. } => Some(source),
            _ => None,
        }
    }
}

#[test]
fn the_documentation_is_what_clients_see() {
    let missing = GatewayError::NotFound(7);
    assert_eq!(missing.detail(), "gateway `7` does not exist");
    assert_eq!(missing.status(), 404);
    let source = "x".parse::<u8>().unwrap_err();
    let refused = GatewayError::NoNumber {
        field: "id",
        source,
    };
    assert_eq!(refused.detail(), "id is no number");
    assert!(refused.source().is_some());
}

#[test]
fn the_documentation_of_a_failure_stays_in_the_log() {
    let locked = GatewayError::Locked;
    assert_eq!(locked.to_string(), "the table of gateways is locked");
    assert_eq!(locked.detail(), vpn::INTERNAL_SERVER_ERROR.description());
    assert_eq!(GatewayError::STATUSES, StatusSet::of(&[400, 404, 500]));
}

#[test]
fn display_alone_may_be_left_to_displaydoc() {
    #[derive(Debug, Display, ApiError)]
    #[api_error(table = vpn, skip(Display))]
    enum ReadError {
        /// {0}
        #[status(transparent)]
        Gateway(#[from] GatewayError),
        /// could not read
        #[status(503)]
        Read(#[source] ParseIntError),
    }
    let gateway = ReadError::from(GatewayError::NotFound(7));
    assert_eq!(gateway.to_string(), "gateway `7` does not exist");
    assert_eq!(gateway.status(), 404);
    let read = ReadError::Read("x".parse::<u8>().unwrap_err());
    assert_eq!(read.to_string(), "could not read");
    assert_eq!(
        read.source().map(ToString::to_string).as_deref(),
        Some("invalid digit found in string")
    );
}
