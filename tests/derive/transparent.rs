//! Errors that speak for another: only its text, or everything.

use std::error::Error as _;
use std::io;

use statusbook::{ApiError, CodeMessage, Contract, IntoResponse, StatusSet, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, body = CodeMessage)]
enum Inner {
    #[status(
        404,
        "no connection {0}",
        code = "VPN.1",
        header(LOCATION = "/{0}"),
        type = "https://example.com/missing",
        instance = "/connections/{0}"
    )]
    Missing(u8),
    #[status(503, "password is hunter2")]
    Down(#[source] io::Error),
}

#[test]
fn with_a_status_only_text_and_source_are_those_of_the_inner_error() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(500, transparent)]
        Any(#[from] Box<dyn std::error::Error + Send + Sync>),
        #[status(400, transparent, code = "VPN.2")]
        Inner(#[from] Inner),
    }
    let inner = Error::from(Inner::Down(io::Error::other("disk")));
    assert_eq!(inner.to_string(), "password is hunter2");
    assert_eq!(
        inner.source().map(ToString::to_string).as_deref(),
        Some("disk")
    );
    assert_eq!(inner.status(), 400);
    assert_eq!(inner.error_code(), Some("VPN.2"));
    let any: Box<dyn std::error::Error + Send + Sync> = "password is hunter2".into();
    let any = Error::from(any);
    assert_eq!(any.to_string(), "password is hunter2");
    assert!(any.source().is_none());
    assert_eq!(
        any.detail(),
        vpn::INTERNAL_SERVER_ERROR.description(),
        "the client must not see it"
    );
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Outer {
    #[status(409)]
    Own,
    #[status(transparent)]
    Inner(#[from] Inner),
    #[status(transparent)]
    Boxed { inner: Box<Inner> },
}

#[test]
fn without_a_status_everything_is_that_of_the_inner_error() {
    let plain = Outer::from(Inner::Missing(7));
    let inner = Box::new(Inner::Missing(7));
    for outer in [plain, Outer::Boxed { inner }] {
        assert_eq!(outer.to_string(), "no connection 7");
        assert_eq!(outer.status(), 404);
        assert_eq!(outer.error_code(), Some("VPN.1"));
        assert_eq!(outer.detail(), "no connection 7");
        assert_eq!(outer.headers()["location"], "/7");
        assert_eq!(outer.problem_type(), Some("https://example.com/missing"));
        assert_eq!(outer.instance().as_deref(), Some("/connections/7"));
        let body = Outer::into_response(outer).into_body();
        assert_eq!(body, r#"{"code":"VPN.1","message":"no connection 7"}"#);
    }
    let down = Outer::from(Inner::Down(io::Error::other("disk")));
    assert_eq!(down.detail(), vpn::SERVICE_UNAVAILABLE.description());
    assert_eq!(
        down.source().map(ToString::to_string).as_deref(),
        Some("disk")
    );
    assert_eq!(Outer::Own.error_code(), None);
}

#[test]
fn the_contract_holds_what_is_inside() {
    assert_eq!(Outer::STATUSES, StatusSet::of(&[404, 409, 503]));
}

#[test]
fn a_struct_may_be_transparent() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(transparent)]
    struct Opaque(#[from] Inner);
    assert_eq!(Opaque::from(Inner::Missing(1)).status(), 404);
    assert_eq!(Opaque::STATUSES, Inner::STATUSES);
}

#[test]
fn a_body_of_its_own_goes_before_that_of_the_inner_error() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, body = statusbook::Text)]
    #[status(transparent)]
    struct Plain(#[from] Inner);
    let body = Plain::from(Inner::Missing(1)).into_response().into_body();
    assert_eq!(body, "no connection 1");
}

#[test]
fn an_error_object_has_the_status_of_its_variant() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(502, transparent)]
    struct Any(Box<dyn ApiError + Send + Sync>);
    let any = Any(Inner::Down(io::Error::other("disk")).into());
    assert_eq!(any.status(), 502);
    assert_eq!(
        any.source().map(ToString::to_string).as_deref(),
        Some("disk")
    );
}
