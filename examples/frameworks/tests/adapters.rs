//! Each adapter sends the same response: status, headers and body are those of core, and there is nothing else.

use std::error::Error;
use std::fmt;

use responses::{ADAPTERS, Sent};
use statusbook::http::header::{self, HeaderMap, HeaderValue};
use statusbook::{ApiError, Status, status, status_table, vpn};

mod responses;
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
    #[status(504, "no response from `{0}`")]
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
        let expected = responses::core(error.clone());
        assert!(!expected.body.is_empty());
        for (name, adapter) in ADAPTERS {
            assert_eq!(adapter(error.clone()), expected, "{name}");
        }
    }
}

status_table! {
    mod cache {
        204 "No Content",
        205 "Reset Content",
        304 "Not Modified" => "The copy that you have is fresh.",
        404 "Not Found",
    }
}

/// Written by hand, so that it can have any status and everything that a body can have.
#[derive(Clone, Debug)]
struct Bodiless(u16);

impl fmt::Display for Bodiless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nothing to send for {}", self.0)
    }
}

impl Error for Bodiless {}

impl ApiError for Bodiless {
    fn status(&self) -> Status {
        cache::TABLE.status(self.0).expect("documented")
    }

    fn headers(&self) -> HeaderMap {
        let field = |name, value| (name, HeaderValue::from_static(value));
        HeaderMap::from_iter([
            field(header::ETAG, "\"7\""),
            field(header::CONTENT_TYPE, "text/html"),
            field(header::CONTENT_LENGTH, "7"),
        ])
    }
}

statusbook::__private::respond_traits!([] [Bodiless] []);

#[test]
fn no_adapter_sends_a_body_with_a_status_that_has_none() {
    for code in [204, 205, 304] {
        let expected = Sent {
            status: code,
            headers: vec![("etag".to_owned(), "\"7\"".to_owned())],
            body: String::new(),
        };
        for (name, adapter) in responses::OF_BODILESS {
            assert_eq!(adapter(Bodiless(code)), expected, "{name}");
        }
    }
}

/// What is sent after a 304 is read as the start of the next response: two requests on one connection show it.
#[test]
fn a_connection_survives_an_error_with_304() {
    use actix_web::{App, HttpServer, web};
    use std::io::{Read, Write};

    async fn fresh() -> Result<&'static str, Bodiless> {
        Err(Bodiless(304))
    }
    async fn missing() -> Result<&'static str, Bodiless> {
        Err(Bodiless(404))
    }
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async {
            let app = || {
                App::new()
                    .route("/fresh", web::get().to(fresh))
                    .route("/missing", web::get().to(missing))
            };
            let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0").unwrap();
            send.send(server.addrs()[0]).unwrap();
            server.run().await.unwrap();
        });
    });
    let mut connection = std::net::TcpStream::connect(receive.recv().unwrap()).unwrap();
    let requests = "GET /fresh HTTP/1.1\r\nhost: x\r\n\r\nGET /missing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    connection.write_all(requests.as_bytes()).unwrap();
    let mut wire = String::new();
    connection.read_to_string(&mut wire).unwrap();
    let (first, second) = wire.split_once("\r\n\r\n").expect("a head");
    assert!(first.starts_with("HTTP/1.1 304"), "{wire}");
    assert!(!first.contains("content-length"), "{wire}");
    assert!(second.starts_with("HTTP/1.1 404"), "{wire}");
}

/// In Salvo, the response exists before the handler runs, and may already have content.
#[test]
fn salvo_drops_what_describes_the_page_that_was_not_sent() {
    use salvo::Scribe as _;

    let mut response = salvo::Response::new();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_ENCODING, "br"),
        (header::ETAG, "\"7\""),
        (header::LAST_MODIFIED, "Wed, 21 Oct 2026 07:28:00 GMT"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Failure::Missing("7").render(&mut response);
    let names: Vec<_> = response
        .headers()
        .keys()
        .map(header::HeaderName::as_str)
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        response
            .headers()
            .contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN)
    );
    assert_eq!(
        response.headers()[header::CONTENT_TYPE],
        "application/problem+json"
    );
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
        responses::core(Failure::Renamed("7\r\nset-cookie: session=1"))
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
fn a_status_is_a_response_in_every_framework() {
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
    for (name, adapter) in responses::OF_STATUSES {
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
    let response = status!(vpn, POST 201).with(axum::Json(7));
    let sent = responses::axum(response);
    assert_eq!((sent.status, sent.body.as_str()), (201, "7"));
    let response = status!(vpn, POST 201).with(poem::web::Json(7));
    let sent = responses::poem(response);
    assert_eq!((sent.status, sent.body.as_str()), (201, "7"));
}
