//! Errors that speak for another: only its text, or everything.

use std::error::Error as _;
use std::io;
use std::sync::Arc;

use statusbook::{ApiError, CodeMessage, Contract, IntoResponse, StatusSet, status_table, vpn};

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
fn the_body_of_the_inner_error_stays_unless_the_variant_chooses_one() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, body = statusbook::Text)]
    enum Plain {
        #[status(400, "bad")]
        Own,
        #[status(transparent)]
        Inner(#[from] Inner),
        #[status(transparent, body = statusbook::Text)]
        Chosen { inner: Inner },
        #[status(409, "taken", body = CodeMessage)]
        Taken,
    }
    let body = |error: Plain| String::from_utf8(error.into_response().into_body().to_vec());
    let inner = || Inner::Missing(1);
    assert_eq!(body(Plain::Own).as_deref(), Ok("bad"));
    assert_eq!(
        body(Plain::Inner(inner())).as_deref(),
        Ok(r#"{"code":"VPN.1","message":"no connection 1"}"#)
    );
    assert_eq!(
        body(Plain::Chosen { inner: inner() }).as_deref(),
        Ok("no connection 1")
    );
    assert_eq!(
        body(Plain::Taken).as_deref(),
        Ok(r#"{"code":"409","message":"taken"}"#)
    );
}

#[test]
fn a_variant_says_what_it_knows_better() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Outer {
        #[status(
            transparent,
            "gateway `{0}` has {0}",
            code = "VPN.9",
            header(LOCATION = "/gateways"),
            type = "https://example.com/gateway",
            instance = "/gateways/{0}"
        )]
        Said(Inner),
        #[status(transparent, "no gateway")]
        Fixed(Inner),
        #[status(transparent, detail = "ask again")]
        Detailed(Inner),
        #[status(transparent, public)]
        Public(Inner),
    }
    let said = Outer::Said(Inner::Missing(7));
    assert_eq!(
        said.to_string(),
        "gateway `no connection 7` has no connection 7"
    );
    assert_eq!(said.status(), 404);
    assert_eq!(said.detail(), said.to_string());
    assert_eq!(said.error_code(), Some("VPN.9"));
    assert_eq!(said.headers().get_all("location").iter().count(), 1);
    assert_eq!(said.headers()["location"], "/gateways");
    assert_eq!(said.problem_type(), Some("https://example.com/gateway"));
    assert_eq!(
        said.instance().as_deref(),
        Some("/gateways/no%20connection%207")
    );
    assert_eq!(
        said.source().map(ToString::to_string).as_deref(),
        Some("no connection 7"),
        "what is no longer said stays in the log"
    );
    assert_eq!(Outer::Fixed(Inner::Missing(7)).to_string(), "no gateway");
    assert_eq!(Outer::Fixed(Inner::Missing(7)).detail(), "no gateway");
    let down = || Inner::Down(io::Error::other("disk"));
    assert_eq!(
        Outer::Fixed(down()).detail(),
        vpn::SERVICE_UNAVAILABLE.description()
    );
    assert_eq!(Outer::Detailed(down()).detail(), "ask again");
    assert_eq!(Outer::Public(down()).detail(), "password is hunter2");
}

#[test]
fn what_the_inner_type_excuses_is_excused_again() {
    status_table! {
        mod edge { 404 "Not Found", 429 "Too Many Requests" => "Slow down." }
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = edge)]
    enum Edge {
        #[status(429)]
        Limited,
        #[status(418, undocumented = "the kettle")]
        Teapot,
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(transparent, undocumented(429 = "until 1.3", IM_A_TEAPOT = "the kettle"))]
    struct Outer(#[from] Edge);
    assert_eq!(Outer::STATUSES, StatusSet::of(&[418, 429]));
    assert_eq!(Outer(Edge::Limited).detail(), "Slow down.");
    assert_eq!(Outer(Edge::Teapot).status(), 418);
}

#[test]
fn an_inner_error_may_borrow() {
    #[derive(Debug)]
    struct Borrowed<'a>(&'a str);
    impl std::fmt::Display for Borrowed<'_> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.0)
        }
    }
    impl std::error::Error for Borrowed<'_> {}
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, transparent)]
    struct Outer<'a>(Borrowed<'a>);
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(400, "{0}")]
    struct Refused<'a>(&'a str);
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(transparent)]
    struct Passed<E>(E);

    let text = String::from("bad name");
    assert_eq!(Outer(Borrowed(&text)).to_string(), "bad name");
    assert_eq!(Passed(Refused(&text)).detail(), "bad name");
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

#[test]
fn an_error_may_hold_its_own_type() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, rfc9110)]
    enum Error {
        #[status(404, "no gateway")]
        Missing,
        #[status(transparent, "while reading: {0}")]
        Context(Box<Self>),
    }

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Borrowed<'a> {
        #[status(404, "no gateway `{0}`")]
        Missing(&'a str),
        #[status(transparent)]
        Shared(Arc<Borrowed<'a>>),
    }

    assert_eq!(Error::STATUSES, StatusSet::of(&[404]));
    let error = Error::Context(Box::new(Error::Missing));
    assert_eq!(error.to_string(), "while reading: no gateway");
    assert_eq!(error.into_response().status(), 404);
    let shared = Borrowed::Shared(Arc::new(Borrowed::Missing("a")));
    assert_eq!(shared.to_string(), "no gateway `a`");
    assert_eq!(Borrowed::STATUSES, StatusSet::of(&[404]));
}

#[test]
fn a_generic_error_may_hold_its_own_type() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Retry<'a, E> {
        #[status(404, "no gateway `{0}`")]
        Missing(&'a str),
        #[status(transparent)]
        Last(E),
        #[status(transparent)]
        Before(Box<Self>),
        #[status(transparent, "while reading: {0}")]
        Context(Arc<Retry<'a, E>>),
        #[status(409, transparent)]
        InUse(Box<Retry<'a, E>>),
    }

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Shown<T> {
        #[status(404, "no gateway `{0}`")]
        Missing(T),
        #[status(503, "down: {0}")]
        Down(#[source] Box<Shown<T>>),
        #[status(502, "{0:?}")]
        Debug(Box<Self>),
    }

    type Error<'a> = Retry<'a, Shown<u8>>;
    assert_eq!(Error::STATUSES, StatusSet::of(&[404, 409, 502, 503]));
    let error = Error::Before(Box::new(Error::Last(Shown::Missing(7))));
    assert_eq!(error.status(), 404);
    assert_eq!(error.to_string(), "no gateway `7`");
    let error = Error::Context(Arc::new(Error::Missing("a")));
    assert_eq!(error.to_string(), "while reading: no gateway `a`");
    let error = Error::InUse(Box::new(error));
    assert_eq!(error.status(), 409);
    let down = Shown::Down(Box::new(Shown::Missing(7)));
    assert_eq!(down.to_string(), "down: no gateway `7`");
    assert_eq!(
        down.source().map(ToString::to_string).as_deref(),
        Some("no gateway `7`")
    );
    assert_eq!(Shown::Debug(Box::new(down)).status(), 502);
}
