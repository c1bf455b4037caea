//! `rfc9110`: 401, 405, 407 and 426 carry the header fields that they must have, whatever a value holds.

use statusbook::{ApiError, Contract, IntoResponse, StatusSet, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn, rfc9110)]
enum Error {
    #[status(401, header(WWW_AUTHENTICATE = "Bearer realm=\"{realm}\""))]
    LogIn { realm: String },
    #[status(405, header(ALLOW = .0 else "GET"))]
    Method(Option<&'static str>),
    #[status(407, header(PROXY_AUTHENTICATE = "{0}" else "Basic"))]
    Proxy(String),
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Bare {
    #[status(401)]
    LogIn,
    #[status(404)]
    Missing,
    #[status(405, header(ALLOW = .0))]
    Method(Option<&'static str>),
}

/// Around one that lacks a header, with it.
#[derive(Debug, ApiError)]
#[api_error(table = vpn, rfc9110)]
#[status(transparent, header(WWW_AUTHENTICATE = "Bearer", ALLOW = "GET"))]
struct Outer(Bare);

/// Around one that has them all.
#[derive(Debug, ApiError)]
#[api_error(table = vpn, rfc9110)]
#[status(transparent)]
struct Passed<E>(E);

#[test]
fn the_contract_says_what_lacks_its_header() {
    assert_eq!(Error::LACKING_HEADERS, StatusSet::EMPTY);
    assert_eq!(Bare::LACKING_HEADERS, StatusSet::of(&[401, 405]));
    assert_eq!(Outer::LACKING_HEADERS, StatusSet::EMPTY);
    assert_eq!(Passed::<Error>::LACKING_HEADERS, StatusSet::EMPTY);
    assert_eq!(Box::<Bare>::LACKING_HEADERS, Bare::LACKING_HEADERS);
}

#[test]
fn a_required_header_is_sent_whatever_the_value_holds() {
    let header = |error: Error, name: &str| {
        let response = error.into_response();
        response
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap().to_owned())
    };
    let hostile = || "a\r\nset-cookie: b=c\u{e9}".to_owned();
    let realm = header(Error::LogIn { realm: hostile() }, "www-authenticate");
    assert_eq!(
        realm.as_deref(),
        Some("Bearer realm=\"a??set-cookie: b=c?\"")
    );
    assert_eq!(header(Error::Method(None), "allow").as_deref(), Some("GET"));
    let proxy = header(Error::Proxy(hostile()), "proxy-authenticate");
    assert_eq!(proxy.as_deref(), Some("Basic"));
}

#[test]
fn the_header_is_added_around_an_error_without_it() {
    let response = Outer(Bare::LogIn).into_response();
    assert_eq!(response.headers()["www-authenticate"], "Bearer");
    assert_eq!(Outer(Bare::Missing).status(), 404);
    assert_eq!(Outer(Bare::Method(None)).headers()["allow"], "GET");
    let passed = Passed(Error::Method(Some("PUT"))).into_response();
    assert_eq!(passed.headers()["allow"], "PUT");
}
