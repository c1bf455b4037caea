//! Traits of the user that give every type the methods that the macros call, and types that have such methods.
#![allow(dead_code, clippy::unused_self, clippy::wrong_self_convention)]

use std::fmt;
use std::path::PathBuf;

use statusbook::{ApiError, Contract, StatusSet, vpn};

/// Every method name of the expansion, for every type, by value and by reference.
mod everywhere {
    macro_rules! methods {
        ($($by_value:ident $by_reference:ident: $($name:ident)*;)*) => {
            $(
                pub(super) trait $by_value: Sized {
                    $(fn $name(self) {})*
                }
                impl<T> $by_value for T {}
                pub(super) trait $by_reference {
                    $(fn $name(&self) {})*
                }
                impl<T: ?Sized> $by_reference for T {}
            )*
        };
    }
    methods! {
        ByValue ByReference: as_source find show get outcome checked write_fmt write_str fmt source capture union table
            documented undocumented covered exhaustive excepted error_code status detail fixed fixed_detail
            formatted public code problem_type instance headers extensions format message insert inner of;
    }
}

#[allow(unused_imports, reason = "nothing is to be taken from them")]
use everywhere::{ByReference as _, ByValue as _};

#[derive(Debug)]
struct Cause;

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cause")
    }
}

impl std::error::Error for Cause {}

/// Inherent methods go before those of any trait.
impl Cause {
    fn as_source(&self) -> u8 {
        0
    }

    fn source(&self) -> u8 {
        0
    }

    fn fmt(&self) {}
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Failure<T> {
    #[status(404, "no {0}", detail = "{0}!", header(LOCATION = "/{0}"))]
    Missing(T),
    #[status(404, "no file {path}", instance = "/{path}")]
    NoFile { path: PathBuf },
    #[status(503, "down", code = "VPN.1", type = "https://example.com/down")]
    Down(#[from] Cause),
    #[status(504)]
    Late { source: Option<Cause> },
    #[status(500, transparent)]
    Other(Box<dyn std::error::Error>),
    #[status(transparent)]
    Inner(Inner),
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(409, "in use")]
struct Inner;

/// Methods of the error type itself.
impl<T> Failure<T> {
    fn status(&self) -> &'static str {
        "mine"
    }

    fn source(&self) -> &'static str {
        "mine"
    }

    fn fmt(&self) {}

    fn from(_: u8) {}

    const TABLE: u8 = 0;
    const STATUSES: u8 = 0;
}

#[test]
fn methods_of_other_traits_are_not_called() {
    let missing = Failure::Missing(7);
    assert_eq!(missing.to_string(), "no 7");
    assert_eq!(ApiError::detail(&missing), "7!");
    assert_eq!(ApiError::headers(&missing)["location"], "/7");
    let path = PathBuf::from("a");
    let no_file: Failure<u8> = Failure::NoFile { path };
    assert_eq!(no_file.to_string(), "no file a");
    assert_eq!(ApiError::instance(&no_file).as_deref(), Some("/a"));
}

#[test]
fn methods_of_a_field_are_not_called() {
    let down: Failure<u8> = Cause.into();
    let source = std::error::Error::source(&down).expect("the cause");
    assert_eq!(source.to_string(), "cause");
    let late: Failure<u8> = Failure::Late {
        source: Some(Cause),
    };
    assert!(std::error::Error::source(&late).is_some());
}

#[test]
fn methods_of_the_type_itself_are_not_called() {
    let inner: Failure<u8> = Failure::Inner(Inner);
    assert_eq!(Failure::status(&inner), "mine");
    assert_eq!(ApiError::status(&inner), 409);
    assert_eq!(inner.to_string(), "in use");
    let statuses = StatusSet::of(&[404, 409, 500, 503, 504]);
    assert_eq!(<Failure<u8> as Contract>::STATUSES, statuses);
}
