//! `#[error(…)]` is there: `Display`, `Error` and `From` are those of thiserror.

use std::error::Error as _;
use std::fmt::{Debug, Display};
use std::io;

use statusbook::{ApiError, Contract, StatusSet, vpn};
use thiserror::Error;

use super::body;

/// Every shape that both derives read.
#[derive(Debug, Error, ApiError)]
#[api_error(table = vpn)]
enum GatewayError {
    #[error("the name is empty")]
    #[status(400)]
    NoName,
    #[error("gateway `{0}` does not exist")]
    #[status(404, code = "VPN.0001")]
    NotFound(String),
    #[error("gateway `{id}` is in use by {}", .users.join(" and "))]
    #[status(409, header("x-users" = "{count}"), detail = "{count} users")]
    InUse {
        id: u32,
        users: Vec<&'static str>,
        count: usize,
    },
    #[error("the database failed")]
    #[status(503)]
    Database(#[from] io::Error),
    #[error("the upstream said {code}")]
    #[status(502, public)]
    Upstream {
        code: u16,
        #[source]
        cause: std::num::ParseIntError,
    },
    #[error("the queue of {retries} is late")]
    #[status(504)]
    Late {
        retries: u8,
        source: Option<Box<ConnectionError>>,
    },
    #[error(transparent)]
    #[status(500, transparent)]
    Other(#[from] anyhow::Error),
    #[error(transparent)]
    #[status(transparent)]
    Connection(#[from] ConnectionError),
}

#[derive(Debug, Error, ApiError)]
#[error("connection {0} is down")]
#[api_error(table = vpn)]
#[status(403, code = "VPN.0403")]
struct ConnectionError(u8);

#[test]
fn the_message_of_thiserror_is_what_clients_see() {
    assert_eq!(GatewayError::NoName.detail(), "the name is empty");
    let missing = GatewayError::NotFound("a".to_owned());
    assert_eq!(missing.to_string(), "gateway `a` does not exist");
    assert_eq!(missing.detail(), "gateway `a` does not exist");
    assert_eq!(missing.status(), 404);
    assert_eq!(missing.error_code(), Some("VPN.0001"));
    assert!(body(missing).contains("gateway `a` does not exist"));
}

#[test]
fn texts_for_the_client_come_from_the_derive() {
    let in_use = GatewayError::InUse {
        id: 7,
        users: vec!["ann", "bob"],
        count: 2,
    };
    assert_eq!(in_use.to_string(), "gateway `7` is in use by ann and bob");
    assert_eq!(in_use.detail(), "2 users");
    assert_eq!(in_use.headers()["x-users"], "2");
}

#[test]
fn a_failure_of_the_server_keeps_its_message_and_its_source() {
    let down = GatewayError::from(io::Error::other("secret host"));
    assert_eq!(down.to_string(), "the database failed");
    assert_eq!(
        down.source().map(ToString::to_string).as_deref(),
        Some("secret host")
    );
    let documented = vpn::SERVICE_UNAVAILABLE.description();
    assert!(!documented.is_empty());
    assert_eq!(down.detail(), documented);
    let shown = body(down);
    assert!(shown.contains(documented), "{shown}");
    assert!(!shown.contains("database"), "{shown}");
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn public_shows_the_message_of_thiserror() {
    let cause = "x".parse::<u8>().unwrap_err();
    let upstream = GatewayError::Upstream { code: 7, cause };
    assert_eq!(upstream.detail(), "the upstream said 7");
    assert!(upstream.source().is_some());
}

#[test]
fn an_optional_source_is_that_of_thiserror() {
    let late = |source| GatewayError::Late { retries: 3, source };
    assert!(late(None).source().is_none());
    let source = late(Some(Box::new(ConnectionError(1))));
    assert_eq!(source.to_string(), "the queue of 3 is late");
    assert_eq!(
        source.source().map(ToString::to_string).as_deref(),
        Some("connection 1 is down")
    );
}

#[test]
fn transparent_means_the_same_to_both() {
    let other = GatewayError::from(anyhow::anyhow!("root").context("while reading"));
    assert_eq!(other.to_string(), "while reading");
    assert_eq!(
        other.source().map(ToString::to_string).as_deref(),
        Some("root")
    );
    assert_eq!(other.status(), 500);
    assert_eq!(other.detail(), vpn::INTERNAL_SERVER_ERROR.description());

    let connection = GatewayError::from(ConnectionError(2));
    assert_eq!(connection.to_string(), "connection 2 is down");
    assert_eq!(connection.status(), 403);
    assert_eq!(connection.error_code(), Some("VPN.0403"));
    assert_eq!(connection.detail(), "connection 2 is down");
}

#[test]
fn the_contract_is_complete() {
    let statuses = StatusSet::of(&[400, 403, 404, 409, 500, 502, 503, 504]);
    assert_eq!(GatewayError::STATUSES, statuses);
}

#[test]
fn bounds_inferred_by_thiserror_are_enough() {
    #[derive(Debug, Error, ApiError)]
    #[api_error(table = vpn)]
    enum Failure<T, U, E> {
        #[error("no {0}")]
        #[status(404)]
        Missing(T),
        #[error("odd {odd:?}")]
        #[status(400, detail = "odd {odd:x}")]
        Odd { odd: U },
        #[error(transparent)]
        #[status(transparent)]
        Inner(#[from] E),
    }
    fn sent<T, U, E>(error: &Failure<T, U, E>) -> (u16, String)
    where
        Failure<T, U, E>: ApiError,
    {
        (error.status().as_u16(), error.detail().into_owned())
    }
    type Known = Failure<&'static str, u8, ConnectionError>;
    assert_eq!(
        sent(&Known::Missing("gateway")),
        (404, "no gateway".to_owned())
    );
    assert_eq!(sent(&Known::Odd { odd: 255 }), (400, "odd ff".to_owned()));
    assert_eq!(
        sent(&Known::from(ConnectionError(5))),
        (403, "connection 5 is down".to_owned())
    );
    assert_eq!(Known::STATUSES, StatusSet::of(&[400, 403, 404]));
}

#[test]
fn bounds_and_lifetimes_of_the_user_are_kept() {
    #[derive(Debug, Error, ApiError)]
    #[api_error(table = vpn)]
    #[error("{name} of {values:?}")]
    #[status(409)]
    struct Failure<'a, T, const N: usize>
    where
        T: Debug + Display,
    {
        name: &'a str,
        values: [T; N],
    }
    let name = String::from("gateway");
    let failure = Failure {
        name: &name,
        values: [1, 2],
    };
    assert_eq!(failure.detail(), "gateway of [1, 2]");
}

#[test]
fn one_message_for_the_whole_type_is_thiserrors_too() {
    #[derive(Debug, Error, ApiError)]
    #[error("no gateway")]
    #[api_error(table = vpn)]
    enum Missing {
        #[status(404)]
        Gateway,
        #[status(403)]
        Access,
    }
    assert_eq!(Missing::Gateway.detail(), "no gateway");
    assert_eq!(Missing::Access.detail(), "no gateway");
    assert_eq!(Missing::Access.status(), 403);
}

#[test]
fn the_order_of_the_derives_does_not_matter() {
    #[derive(ApiError, Debug, thiserror::Error)]
    #[status(404)]
    #[api_error(table = vpn)]
    #[error("no gateway")]
    struct Missing;
    assert_eq!(Missing.to_string(), "no gateway");
    assert_eq!(Missing.status(), 404);
}
