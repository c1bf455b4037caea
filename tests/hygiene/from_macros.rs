//! Types that a `macro_rules!` makes, from fragments that arrive in invisible groups.

use statusbook::{ApiError, Contract, IntoResponse, StatusSet, vpn};

macro_rules! errors {
    ($(#[$attribute:meta])* $visibility:vis $name:ident in $table:path {
        $($variant:ident($code:literal, $message:literal) { $($field:ident: $ty:ty),* })*
    }) => {
        $(#[$attribute])*
        #[derive(Debug, ApiError)]
        #[api_error(table = $table)]
        $visibility enum $name {
            $(#[status($code, $message)] $variant { $($field: $ty),* },)*
        }
    };
}

errors! {
    #[allow(missing_docs)]
    pub(crate) Error in vpn {
        Missing(404, "no gateway {id:?}") { id: Option<u8>, source: Option<std::io::Error> }
        InUse(409, "in use") {}
    }
}

#[test]
fn fragments_are_read_through_their_groups() {
    let missing = Error::Missing {
        id: Some(1),
        source: None,
    };
    assert_eq!(missing.to_string(), "no gateway Some(1)");
    assert!(std::error::Error::source(&missing).is_none());
    assert_eq!(Error::STATUSES, StatusSet::of(&[404, 409]));
    assert_eq!(Error::InUse {}.into_response().status(), 409);
}

macro_rules! wrapper {
    ($name:ident, $code:expr, $inner:ty, $key:ident = $value:expr, $argument:expr) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        #[status($code, "failed: {} {value}", $argument, value = $value, $key = "VPN.1")]
        struct $name(#[from] $inner);
    };
}

wrapper!(Wrapper, 503, std::io::Error, code = 1 + 2, "because".len());

#[test]
fn arguments_may_come_from_outside() {
    let wrapper = Wrapper::from(std::io::Error::other("disk"));
    assert_eq!(wrapper.to_string(), "failed: 7 3");
    assert_eq!(wrapper.error_code(), Some("VPN.1"));
}

/// The names inside are those of the macro, the message is the caller's.
macro_rules! with_field {
    ($message:literal) => {
        #[derive(Debug, ApiError)]
        #[api_error(table = vpn)]
        #[status(404, $message, detail = $message)]
        struct WithField {
            inner: u8,
        }
    };
}

with_field!("inner is {inner}");

#[test]
fn a_message_from_outside_shows_fields_from_inside() {
    assert_eq!(WithField { inner: 4 }.to_string(), "inner is 4");
    assert_eq!(WithField { inner: 4 }.detail(), "inner is 4");
}
