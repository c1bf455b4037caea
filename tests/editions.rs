//! Every macro in every edition: this file is compiled in 2024 here, and in 2018 and 2021 by the packages of that name.
#![deny(warnings, rust_2018_idioms)]

use std::error::Error as _;
use std::fmt::{self, Debug, Display};

use statusbook::{ApiError, Contract, IntoResponse, Status, StatusSet, status, status_table, vpn};

status_table! {
    /// At the edge.
    pub mod edge {
        404 "Not Found" => "No such route.",
        429 "Too Many Requests" => "Wait.",
        201 "Created" => "Successful POST operations",
    }
    /// What clients see.
    pub mod public = edge | statusbook::vpn;
}

/// A documented status.
pub const MISSING: Status = status!(vpn, 404);

const LIMIT: u8 = 3;

/// Every shape that the derive reads.
#[derive(Debug, ApiError)]
#[api_error(table = public, exhaustive(except(401, 405, 406, 407, 408)))]
pub enum Error<'a, T, E> {
    /// The documented text.
    #[status(400)]
    Bad,
    /// Fields by name, an argument and a captured constant.
    #[status(404, "no {id} of {LIMIT}, {}", .id.len(), code = "VPN.1", header(LOCATION = "/{id}"), detail = "{id}?")]
    Missing {
        /// Which one.
        id: &'a str,
    },
    /// A parameter.
    #[status(409, "{0:?}")]
    InUse(T),
    /// Words that became keywords later.
    #[status(429, "{async}, {r#dyn}, {gen}")]
    Wait {
        /// Since 2018.
        r#async: u8,
        /// Since 2018.
        r#dyn: u8,
        /// Since 2024.
        r#gen: u8,
    },
    /// A function.
    #[status(403, fmt = forbidden)]
    Forbidden(String),
    /// Any error.
    #[status(500, transparent)]
    Other(Box<dyn std::error::Error + Send + Sync>),
    /// A boxed source.
    #[status(503)]
    Down(#[from] Box<dyn std::error::Error>),
    /// An optional source.
    #[status(504)]
    Late {
        /// What happened, if known.
        source: Option<fmt::Error>,
    },
    /// More shapes of messages.
    #[status(501, "{0:>width$.1} {{}} {what}", what = .1.trim(), width = 5, public)]
    Wide(f32, &'static str),
    /// A source by attribute.
    #[status(502, "upstream")]
    Upstream(#[source] std::num::ParseIntError),
    /// An inner error that is passed on.
    #[status(transparent)]
    Inner(#[from] Inner),
    /// An inner error that is passed on, and is a parameter.
    #[status(transparent)]
    Generic {
        /// The error.
        inner: E,
    },
}

fn forbidden(rule: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(formatter, "rule {rule}")
}

/// An error of its own.
#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(400, "inner")]
pub struct Inner;

statusbook::assert_exhaustive!(edge, Throttled, except(404));

/// An error of its own, with a bound.
#[derive(Debug, ApiError)]
#[api_error(table = edge)]
#[status(429, "wait {0}")]
pub struct Wait<T>(pub T)
where
    T: Debug + Display;

type Throttled = Wait<u8>;
type Known<'a> = Error<'a, u8, Throttled>;

#[test]
fn every_shape_is_shown() {
    assert_eq!(Known::Bad.to_string(), vpn::BAD_REQUEST.description());
    assert_eq!(Known::Missing { id: "a" }.to_string(), "no a of 3, 1");
    assert_eq!(Known::InUse(1).to_string(), "1");
    let wait = Known::Wait {
        r#async: 1,
        r#dyn: 2,
        r#gen: 3,
    };
    assert_eq!(wait.to_string(), "1, 2, 3");
    assert_eq!(Known::Forbidden("x".to_owned()).to_string(), "rule x");
    assert_eq!(Known::Wide(1.25, " a ").to_string(), "  1.2 {} a");
    assert_eq!(Known::from(Inner).to_string(), "inner");
    assert_eq!(Known::Generic { inner: Wait(7) }.to_string(), "wait 7");
}

#[test]
fn every_shape_is_a_response() {
    let missing = Known::Missing { id: "a" };
    assert_eq!(missing.status(), MISSING);
    assert_eq!(missing.detail(), "a?");
    assert_eq!(missing.headers()["location"], "/a");
    assert_eq!(missing.error_code(), Some("VPN.1"));
    assert_eq!(missing.into_response().status(), 404);
    assert_eq!(Known::Generic { inner: Wait(7) }.status(), 429);
    let all = [400, 403, 404, 409, 429, 500, 501, 502, 503, 504];
    assert_eq!(Known::STATUSES, StatusSet::of(&all));
}

#[test]
fn every_source_is_found() {
    let down = Known::from(Box::<dyn std::error::Error>::from("disk"));
    assert_eq!(
        down.source().map(ToString::to_string).as_deref(),
        Some("disk")
    );
    let late = |source| Known::Late { source };
    assert!(late(None).source().is_none());
    assert!(late(Some(fmt::Error)).source().is_some());
    let upstream = Known::Upstream("x".parse::<u8>().unwrap_err());
    assert!(upstream.source().is_some());
    let other = Known::Other("why".into());
    assert_eq!(other.to_string(), "why");
    assert!(other.source().is_none());
}

#[test]
fn every_form_of_a_status_is_read() {
    assert_eq!(status!(edge, TOO_MANY_REQUESTS).description(), "Wait.");
    assert_eq!(status!(public, POST 201).as_u16(), 201);
    let old = status!(vpn, 418, undocumented = "sent by the legacy gateway");
    assert_eq!(old.as_u16(), 418);
}
