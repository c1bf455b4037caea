//! `skip(…)`: what is written by hand is not written again.

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

use statusbook::{ApiError, Contract, StatusSet, vpn};

#[test]
fn all_of_an_error_may_be_written_by_hand() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, skip(Error))]
    enum Failure<T> {
        #[status(404, header("x-id" = "{0}"))]
        Missing(T),
        #[status(503)]
        Down(#[from] ParseIntError),
    }
    impl<T: fmt::Display> fmt::Display for Failure<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Failure::Missing(id) => write!(f, "by hand: {id}"),
                Failure::Down(why) => write!(f, "by hand: {why}"),
            }
        }
    }
    impl<T: fmt::Display + fmt::Debug> Error for Failure<T> {}
    impl<T> From<ParseIntError> for Failure<T> {
        fn from(error: ParseIntError) -> Self {
            Failure::Down(error)
        }
    }
    let missing = Failure::Missing(7);
    assert_eq!(missing.detail(), "by hand: 7");
    assert_eq!(missing.headers()["x-id"], "7");
    let down: Failure<u8> = "x".parse::<u8>().unwrap_err().into();
    assert_eq!(down.to_string(), "by hand: invalid digit found in string");
    assert_eq!(down.detail(), vpn::SERVICE_UNAVAILABLE.description());
    assert!(down.source().is_none(), "the impl by hand has no source");
    assert_eq!(Failure::<u8>::STATUSES, StatusSet::of(&[404, 503]));
}

#[test]
fn conversions_alone_may_be_written_by_hand() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, skip(From))]
    enum Failure {
        #[status(400, "no number")]
        NoNumber(#[from] ParseIntError),
    }
    impl From<ParseIntError> for Failure {
        fn from(error: ParseIntError) -> Self {
            Failure::NoNumber(error)
        }
    }
    let failure = Failure::from("x".parse::<u8>().unwrap_err());
    assert_eq!(failure.to_string(), "no number");
    assert!(failure.source().is_some());
}

#[test]
fn message_and_conversions_may_be_written_by_hand() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, skip(Display, From))]
    #[status(500)]
    struct Failure {
        #[from]
        cause: ParseIntError,
    }
    impl fmt::Display for Failure {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("by hand")
        }
    }
    let cause = "x".parse::<u8>().unwrap_err();
    let failure = Failure { cause };
    assert_eq!(failure.to_string(), "by hand");
    assert!(failure.source().is_some());
    assert_eq!(failure.detail(), vpn::INTERNAL_SERVER_ERROR.description());
}
