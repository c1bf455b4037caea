//! The requests that every example gets, and the responses that it must send, byte for byte.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// A request and its response.
struct Exchange {
    request: (&'static str, &'static str),
    sent: &'static str,
    status: u16,
    media_type: Option<&'static str>,
    header: Option<(&'static str, &'static str)>,
    body: &'static str,
}

/// Whether a `charset` follows is the framework's choice, of its own JSON.
const JSON: Option<&str> = Some("application/json");
const PROBLEM: Option<&str> = Some("application/problem+json");

/// In order: the later ones see what the earlier ones did.
const EXCHANGES: &[Exchange] = &[
    Exchange {
        request: ("GET", "/gateways"),
        sent: "",
        status: 200,
        media_type: JSON,
        header: None,
        body: r#"[{"id":"gw-1","name":"office","in_use":true},{"id":"gw-2","name":"lab","in_use":false}]"#,
    },
    Exchange {
        request: ("POST", "/gateways"),
        sent: r#"{"name":"branch"}"#,
        status: 201,
        media_type: JSON,
        header: None,
        body: r#"{"id":"gw-3","name":"branch","in_use":false}"#,
    },
    Exchange {
        request: ("POST", "/gateways"),
        sent: r#"{"name":"say \"hi\"\n\u0001 \ud83d\ude00"}"#,
        status: 201,
        media_type: JSON,
        header: None,
        body: r#"{"id":"gw-4","name":"say \"hi\"\n\u0001 😀","in_use":false}"#,
    },
    Exchange {
        request: ("POST", "/gateways"),
        sent: r#"{"name":"say \"hi\"\n\u0001 \ud83d\ude00"}"#,
        status: 409,
        media_type: PROBLEM,
        header: None,
        body: r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"a gateway is called `say \"hi\"\n\u0001 😀` already","code":"VPN.0003"}"#,
    },
    Exchange {
        request: ("POST", "/gateways"),
        sent: "{",
        status: 400,
        media_type: PROBLEM,
        header: None,
        body: r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"the body is no gateway: EOF while parsing an object at line 1 column 1"}"#,
    },
    Exchange {
        request: ("DELETE", "/gateways/gw-2"),
        sent: "",
        status: 204,
        media_type: None,
        header: None,
        body: "",
    },
    Exchange {
        request: ("DELETE", "/gateways/gw-2"),
        sent: "",
        status: 404,
        media_type: PROBLEM,
        header: None,
        body: r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"gateway `gw-2` does not exist"}"#,
    },
    Exchange {
        request: ("DELETE", "/gateways/gw-1"),
        sent: "",
        status: 409,
        media_type: PROBLEM,
        header: None,
        body: r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"gateway `gw-1` is in use","code":"VPN.0012"}"#,
    },
    Exchange {
        request: ("GET", "/gateways/gw-1/tunnel"),
        sent: "",
        status: 502,
        media_type: PROBLEM,
        header: None,
        body: r#"{"type":"about:blank","title":"Bad Gateway","status":502,"detail":"The request is not completed because the server receives an invalid response from the upstream server."}"#,
    },
    Exchange {
        request: ("GET", "/gateways/gw-3/tunnel"),
        sent: "",
        status: 503,
        media_type: PROBLEM,
        header: Some(("retry-after", "30")),
        body: r#"{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"The request is not completed because the service is unavailable."}"#,
    },
];

/// Starts a service on a free loopback port, and asks it everything.
/// A service of the examples.
pub(crate) type Serve = fn(TcpListener) -> io::Result<()>;

pub(crate) fn drive(serve: Serve) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("its address");
    thread::spawn(move || serve(listener).expect("the service runs"));
    await_service(address);
    for exchange in EXCHANGES {
        let (method, path) = exchange.request;
        let response = ask(address, method, path, exchange.sent).expect("a response");
        let context = format!("{method} {path} {}: {response:?}", exchange.sent);
        assert_eq!(response.status, exchange.status, "{context}");
        assert_eq!(response.media_type(), exchange.media_type, "{context}");
        if let Some((name, value)) = exchange.header {
            assert_eq!(response.header(name), Some(value), "{context}");
        }
        assert_eq!(response.body, exchange.body, "{context}");
        for secret in ["10.20.30.40", "hunter2", "no tunnel"] {
            assert!(!response.raw.contains(secret), "`{secret}` is in {context}");
        }
    }
}

/// Requests with a field, each with the status of its response and a part of its body: every error is a problem.
#[allow(dead_code, reason = "only some services respond by themselves")]
pub(crate) fn drive_more(serve: Serve, rows: &[(&str, &str, &str, u16, &str)]) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("its address");
    thread::spawn(move || serve(listener).expect("the service runs"));
    await_service(address);
    for (method, path, field, status, part) in rows {
        let mut stream = TcpStream::connect(address).expect("the service listens");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{field}\r\n"
        )
        .expect("the request is sent");
        let mut raw = String::new();
        stream
            .read_to_string(&mut raw)
            .expect("a response in UTF-8");
        assert!(
            !raw.contains("10.20.30.40"),
            "what is for the log is in {raw}"
        );
        let seen = Response::parse(raw).expect("a response");
        let context = format!("{method} {path} {field}: {seen:?}");
        assert_eq!(seen.status, *status, "{context}");
        assert!(seen.body.contains(part), "{context}");
        assert_eq!(seen.media_type() == PROBLEM, *status >= 400, "{context}");
        assert_eq!(seen.header("allow").is_some(), *status == 405, "{context}");
        assert_eq!(
            seen.header("www-authenticate").is_some(),
            *status == 401,
            "{context}"
        );
    }
}

/// What came back.
#[derive(Debug)]
struct Response {
    raw: String,
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Response {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    fn media_type(&self) -> Option<&str> {
        let value = self.header("content-type")?;
        Some(value.strip_suffix("; charset=utf-8").unwrap_or(value))
    }

    fn parse(raw: String) -> Option<Self> {
        let (head, body) = raw.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let body = body.to_owned();
        Some(Response {
            raw,
            status,
            headers,
            body,
        })
    }
}

/// Some services bind the address for themselves, a while after they were started.
fn await_service(address: SocketAddr) {
    for _ in 0..200 {
        if ask(address, "GET", "/gateways", "").is_ok() {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("nothing listens on {address}");
}

/// One request on a connection of its own.
fn ask(address: SocketAddr, method: &str, path: &str, sent: &str) -> io::Result<Response> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{sent}",
        sent.len(),
    )?;
    let mut raw = String::new();
    stream.read_to_string(&mut raw)?;
    Response::parse(raw).ok_or_else(|| io::Error::other("not an HTTP response"))
}
