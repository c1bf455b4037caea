//! `transparent` over errors that are any error: `anyhow::Error`, and boxes.

use std::error::Error;
use std::fmt;

use statusbook::{ApiError, Contract, StatusSet, vpn};

use super::body;

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Failure {
    #[status(500, transparent)]
    Any(#[from] anyhow::Error),
    #[status(502, transparent)]
    Shared(#[from] Box<dyn Error + Send + Sync>),
    #[status(503, transparent)]
    Boxed { inner: Box<dyn Error> },
    #[status(409, transparent, code = "VPN.0409")]
    Conflict(Box<Root>),
    #[status(504, "late")]
    Late(#[source] anyhow::Error),
    #[status(400, "refused")]
    Refused {
        source: Option<Box<dyn Error + Send + Sync>>,
    },
}

#[derive(Debug)]
struct Root;

#[derive(Debug)]
struct Outer(Root);

impl fmt::Display for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("secret root")
    }
}

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("secret outer")
    }
}

impl Error for Root {}

impl Error for Outer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn anyhow_is_shown_in_the_log_and_not_to_clients() {
    let failure = Failure::from(anyhow::Error::new(Outer(Root)).context("while saving"));
    assert_eq!(failure.to_string(), "while saving");
    let chain: Vec<String> = chain(&failure);
    assert_eq!(chain, ["secret outer", "secret root"]);
    let shown = body(failure);
    assert!(shown.contains(vpn::INTERNAL_SERVER_ERROR.description()));
    assert!(!shown.contains("saving") && !shown.contains("secret"));
}

#[test]
fn a_box_is_as_transparent_as_what_it_holds() {
    let shared = Failure::from(Box::<dyn Error + Send + Sync>::from(Outer(Root)));
    assert_eq!(shared.to_string(), "secret outer");
    assert_eq!(chain(&shared), ["secret root"]);
    assert_eq!(shared.detail(), vpn::BAD_GATEWAY.description());
    let boxed = Failure::Boxed {
        inner: Box::new(Outer(Root)),
    };
    assert_eq!(boxed.to_string(), "secret outer");
    assert_eq!(chain(&boxed), ["secret root"]);
    assert_eq!(boxed.status(), 503);
}

#[test]
fn a_transparent_client_error_tells_its_message() {
    let conflict = Failure::Conflict(Box::new(Root));
    assert_eq!(conflict.detail(), "secret root");
    assert_eq!(conflict.error_code(), Some("VPN.0409"));
    assert!(conflict.source().is_none());
}

#[test]
fn any_error_may_be_a_source() {
    let late = Failure::Late(anyhow::Error::new(Root));
    assert_eq!(late.to_string(), "late");
    assert_eq!(chain(&late), ["secret root"]);
    let refused = |source| Failure::Refused { source };
    assert!(refused(None).source().is_none());
    assert_eq!(
        chain(&refused(Some("why".into()))),
        ["why"],
        "an optional box"
    );
}

#[test]
fn the_contract_counts_them_all() {
    let statuses = StatusSet::of(&[400, 409, 500, 502, 503, 504]);
    assert_eq!(Failure::STATUSES, statuses);
}

/// What the sources of an error say, from the outside in.
fn chain(error: &dyn Error) -> Vec<String> {
    let sources = std::iter::successors(error.source(), |&error| error.source());
    sources.map(ToString::to_string).collect()
}
