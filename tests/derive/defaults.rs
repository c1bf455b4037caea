//! A `#[status(…)]` on the enum is that of variants without.

use statusbook::{ApiError, Contract, StatusSet, vpn};

#[test]
fn variants_without_a_status_have_that_of_the_enum() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(503, "no gateway", code = "VPN.9")]
    enum Error {
        First,
        #[status(404)]
        Second,
        Third(#[from] std::io::Error),
    }
    assert_eq!(Error::First.status(), 503);
    assert_eq!(Error::First.to_string(), "no gateway");
    assert_eq!(Error::First.error_code(), Some("VPN.9"));
    let third = Error::from(std::io::Error::other("disk"));
    assert_eq!(third.to_string(), "no gateway");
    assert!(std::error::Error::source(&third).is_some());
    assert_eq!(Error::Second.to_string(), vpn::NOT_FOUND.description());
    assert_eq!(Error::Second.error_code(), None);
    assert_eq!(Error::STATUSES, StatusSet::of(&[404, 503]));
}

#[test]
fn a_default_message_shows_the_fields_of_each_variant() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no {0}")]
    enum Error {
        Gateway(u8),
        Connection(&'static str),
    }
    assert_eq!(Error::Gateway(1).to_string(), "no 1");
    assert_eq!(Error::Connection("a").to_string(), "no a");
}

#[test]
fn transparent_may_be_the_default() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(409)]
    struct Inner;
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(transparent)]
    enum Error {
        One(Inner),
        #[status(404)]
        Own,
    }
    assert_eq!(Error::One(Inner).status(), 409);
    assert_eq!(Error::Own.status(), 404);
}
