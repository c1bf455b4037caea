//! Service codes and headers that a value decides: an expression, where nothing may be sent too.

use std::borrow::Cow;
use std::fmt;

use statusbook::{ApiError, IntoResponse, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(400, "static", code = .0)]
    Static(&'static str),
    #[status(400, "owned", code = .code)]
    Owned { code: String },
    #[status(400, "perhaps", code = .0)]
    Perhaps(Option<String>),
    #[status(400, "cow", code = .0)]
    Cow(Cow<'static, str>),
    #[status(400, "made", code = code_of(.0))]
    Made(u8),
    #[status(400, "part", code = &.0[..5])]
    Part(String),
    #[status(503, header(RETRY_AFTER = .after, "x-queue" = .queue.len()))]
    Busy { after: Option<u32>, queue: Vec<u8> },
    #[status(503, header(RETRY_AFTER = .0 else "120"))]
    Full(Option<Broken>),
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "an argument of a message is a reference"
)]
fn code_of(number: &u8) -> &'static str {
    if *number == 0 { "VPN.0000" } else { "VPN.0001" }
}

#[derive(Debug)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

#[test]
fn the_service_code_is_taken_from_the_value() {
    assert_eq!(Error::Static("VPN.0001").error_code(), Some("VPN.0001"));
    let owned = Error::Owned {
        code: "VPN.7".to_owned(),
    };
    assert_eq!(owned.error_code(), Some("VPN.7"));
    assert!(
        owned
            .into_response()
            .body()
            .ends_with(br#""code":"VPN.7"}"#)
    );
    assert_eq!(Error::Perhaps(None).error_code(), None);
    assert_eq!(Error::Perhaps(Some("A".into())).error_code(), Some("A"));
    assert_eq!(Error::Cow("B".into()).error_code(), Some("B"));
    assert_eq!(Error::Made(0).error_code(), Some("VPN.0000"));
    assert_eq!(Error::Part("VPN.1: no".into()).error_code(), Some("VPN.1"));
    assert_eq!(Error::Full(None).error_code(), None);
}

#[test]
fn an_absent_value_sends_no_header() {
    let busy = |after| {
        Error::Busy {
            after,
            queue: vec![1, 2],
        }
        .into_response()
    };
    assert_eq!(busy(Some(30)).headers()["retry-after"], "30");
    let without = busy(None);
    assert!(!without.headers().contains_key("retry-after"));
    assert_eq!(without.headers()["x-queue"], "2");
}

#[test]
fn something_else_stands_in_for_what_is_absent_or_not_valid() {
    for full in [None, Some(Broken)] {
        let response = Error::Full(full).into_response();
        assert_eq!(response.headers()["retry-after"], "120");
    }
}

#[test]
fn a_generic_value_is_shown_too() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(503, header(RETRY_AFTER = .after, "x-by" = .by))]
    struct Away<T, U> {
        after: Option<T>,
        by: U,
    }
    let away = Away {
        after: Some(7),
        by: "you",
    };
    assert_eq!(away.headers()["retry-after"], "7");
    assert_eq!(away.headers()["x-by"], "you");
}
