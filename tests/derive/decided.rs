//! `any(…), by = …`: a status that the value decides, out of a checked set.

use statusbook::http::StatusCode;
use statusbook::{ApiError, Contract, IntoResponse, StatusSet, vpn};

/// A rejection, as a framework has them.
#[derive(Debug)]
struct Rejection(u16);

impl Rejection {
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.0).unwrap()
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "rejected with {}", self.0)
    }
}

impl std::error::Error for Rejection {}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(any(400, NOT_FOUND, 503), by = .0.status(), "{0}")]
    Body(#[from] Rejection),
    #[status(any(404, 409), by = code)]
    Number { code: u16 },
    #[status(any(400, 422), by = .0, undocumented(422 = "until 1.3"), "odd")]
    Odd(u16),
    #[status(any(500, 502), by = .inner.status(), transparent, header(RETRY_AFTER = "1"))]
    Passed { inner: Rejection },
}

#[test]
fn the_contract_has_every_status_of_the_list() {
    assert_eq!(
        Error::STATUSES,
        StatusSet::of(&[400, 404, 409, 422, 500, 502, 503])
    );
}

#[test]
fn the_value_decides() {
    assert_eq!(Error::from(Rejection(404)).status(), 404);
    assert_eq!(Error::from(Rejection(404)).detail(), "rejected with 404");
    let down = Error::from(Rejection(503));
    assert_eq!(down.detail(), vpn::SERVICE_UNAVAILABLE.description());
    assert_eq!(
        Error::Number { code: 409 }.to_string(),
        vpn::CONFLICT.description()
    );
    assert_eq!(Error::Odd(422).status(), 422);
    let passed = Error::Passed {
        inner: Rejection(502),
    };
    assert_eq!(passed.to_string(), "rejected with 502");
    let response = passed.into_response();
    assert_eq!(response.status(), 502);
    assert_eq!(response.headers()["retry-after"], "1");
}

#[test]
fn outside_of_the_list_it_is_the_first() {
    for code in [418, 429, 200, 999] {
        assert_eq!(Error::from(Rejection(code)).status(), 400);
        assert_eq!(Error::Number { code }.status(), 404);
    }
}

#[test]
fn the_expression_may_name_the_type() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Upstream<'a, T: Copy + Into<u16>, const LAST: u16> {
        #[status(any(400, 404), by = Self::status_of(.0), "sent {}", Self::status_of(.0))]
        Sent(T),
        #[status(any(409, 503), by = if .0.is_empty() { Self::EMPTY } else { LAST })]
        Named(&'a str),
    }

    impl<T: Copy + Into<u16>, const LAST: u16> Upstream<'_, T, LAST> {
        const EMPTY: u16 = 409;

        fn status_of(sent: &T) -> u16 {
            (*sent).into()
        }
    }

    let sent = Upstream::<_, 503>::Sent(404_u16);
    assert_eq!(
        (sent.status().code(), &*sent.to_string()),
        (404, "sent 404")
    );
    assert_eq!(Upstream::<u16, 503>::Named("").status(), 409);
    assert_eq!(Upstream::<u16, 503>::Named("a").status(), 503);
}
