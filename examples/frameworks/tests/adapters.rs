//! What each adapter makes of an answer: the status, every header and the body of core, and no more.

use std::error::Error;
use std::fmt;

use answers::{ADAPTERS, Sent};
use statusbook::{ApiError, Status, status, vpn};

mod answers;
mod support;

const SECRET: &str = "hunter2";

/// Secret in `Display` and in `Debug`.
#[derive(Clone, Debug)]
struct Connect {
    password: &'static str,
}

const CONNECT: Connect = Connect { password: SECRET };

impl fmt::Display for Connect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused `{}`", self.password)
    }
}

impl Error for Connect {}

#[derive(Clone, Debug, ApiError)]
#[api_error(table = vpn)]
enum Inner {
    #[status(504, "no answer to `{0}`")]
    Timeout(&'static str),
}

#[derive(Clone, Debug, ApiError)]
#[api_error(table = vpn)]
enum Failure {
    #[status(500, "cannot log in with `{0}`")]
    Message(&'static str),
    #[status(502)]
    Source(#[source] Connect),
    #[status(500, transparent)]
    Other(Connect),
    #[status(transparent)]
    Inner(Inner),
    #[status(503, "still {0}", header(RETRY_AFTER = "30"), code = "VPN.0100")]
    Busy(&'static str),
    #[status(503, "still {0}", detail = "back at noon")]
    Detail(&'static str),
    #[status(404, "no gateway `{0}`")]
    Missing(&'static str),
    #[status(
        401,
        header(WWW_AUTHENTICATE = "Basic"),
        header(WWW_AUTHENTICATE = "Bearer")
    )]
    Unauthorized,
    #[status(409, "renamed", header(LOCATION = "/gateways/{0}"))]
    Renamed(&'static str),
}

#[test]
fn every_adapter_sends_what_core_says() {
    for error in [
        Failure::Message(SECRET),
        Failure::Inner(Inner::Timeout(SECRET)),
        Failure::Busy(SECRET),
        Failure::Detail(SECRET),
        Failure::Missing("\u{1}\"grüße\" \u{1f600}"),
        Failure::Unauthorized,
        Failure::Renamed("7"),
    ] {
        let expected = answers::core(error.clone());
        assert!(!expected.body.is_empty());
        for (name, adapter) in ADAPTERS {
            assert_eq!(adapter(error.clone()), expected, "{name}");
        }
    }
}

#[test]
fn no_adapter_tells_the_client_what_is_for_the_log() {
    for (error, told) in [
        (Failure::Message(SECRET), "a service exception"),
        (
            Failure::Source(CONNECT),
            "an invalid response from the upstream server",
        ),
        (Failure::Other(CONNECT), "a service exception"),
        (
            Failure::Inner(Inner::Timeout(SECRET)),
            "A gateway timeout error occurs.",
        ),
        (Failure::Busy(SECRET), "the service is unavailable"),
        (Failure::Detail(SECRET), "back at noon"),
    ] {
        assert!(format!("{error} {error:?}").contains(SECRET), "{error:?}");
        for (name, adapter) in ADAPTERS {
            let sent = adapter(error.clone());
            assert!(sent.body.contains(told), "{name}: {sent:?}");
            assert!(!format!("{sent:?}").contains(SECRET), "{name}: {sent:?}");
        }
    }
}

#[test]
fn no_adapter_sends_a_header_that_begins_another() {
    let error = Failure::Renamed("7\r\nset-cookie: session=1");
    for (name, adapter) in ADAPTERS {
        let sent = adapter(error.clone());
        assert_eq!(sent.status, 409, "{name}");
        assert_eq!(sent.header("location"), None, "{name}: {sent:?}");
        assert!(!format!("{sent:?}").contains("session"), "{name}: {sent:?}");
    }
}

#[test]
fn a_header_that_is_left_out_is_logged_without_its_value() {
    let log: &'static support::Log = Box::leak(Box::default());
    tracing::subscriber::with_default(log, || {
        answers::core(Failure::Renamed("7\r\nset-cookie: session=1"))
    });
    let events = log.take();
    let warnings: Vec<_> = events
        .iter()
        .filter(|(level, _)| *level == tracing::Level::WARN)
        .collect();
    assert_eq!(
        warnings,
        [&(
            tracing::Level::WARN,
            "message=left out a header whose value is not visible ASCII, header=location"
                .to_owned()
        )]
    );
}

#[test]
fn a_status_answers_by_itself_in_every_framework() {
    let error = Sent {
        status: 404,
        headers: vec![("content-type".to_owned(), "application/problem+json".to_owned())],
        body: r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"The requested page is not found."}"#.to_owned(),
    };
    let empty = Sent {
        status: 204,
        headers: vec![],
        body: String::new(),
    };
    for (name, adapter) in answers::OF_STATUSES {
        assert_eq!(adapter(status!(vpn, 404)), error, "{name}");
        assert_eq!(adapter(status!(vpn, DELETE 204)), empty, "{name}");
    }
}

#[test]
fn a_status_becomes_the_status_of_every_framework() {
    const MADE: Status = status!(vpn, POST 201);
    assert_eq!(
        actix_web::http::StatusCode::from(MADE),
        actix_web::http::StatusCode::CREATED
    );
    assert_eq!(
        axum::http::StatusCode::from(MADE),
        axum::http::StatusCode::CREATED
    );
    assert_eq!(hyper::StatusCode::from(MADE), hyper::StatusCode::CREATED);
    assert_eq!(
        poem::http::StatusCode::from(MADE),
        poem::http::StatusCode::CREATED
    );
    assert_eq!(
        rocket::http::Status::from(MADE),
        rocket::http::Status::Created
    );
    assert_eq!(
        salvo::http::StatusCode::from(MADE),
        salvo::http::StatusCode::CREATED
    );
    assert_eq!(
        warp::http::StatusCode::from(MADE),
        warp::http::StatusCode::CREATED
    );
}

#[test]
fn a_success_takes_a_body_in_axum_and_poem() {
    let answer = status!(vpn, POST 201).with(axum::Json(7));
    let sent = answers::axum(answer);
    assert_eq!((sent.status, sent.body.as_str()), (201, "7"));
    let answer = status!(vpn, POST 201).with(poem::web::Json(7));
    let sent = answers::poem(answer);
    assert_eq!((sent.status, sent.body.as_str()), (201, "7"));
}
