//! A client that sends bytes and reads what comes back: no library puts the requests right.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use statusbook::guard::Guard;

use crate::Serve;

/// A response on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The fields in order; names in lower case.
    pub fields: Vec<(String, String)>,
    /// The body, without its chunks.
    pub body: Vec<u8>,
}

impl Response {
    /// The value of a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(known, _)| known == name)?;
        Some(&found.1)
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Starts a service on a free loopback port and waits until it listens.
///
/// # Panics
/// If it does not listen within ten seconds.
pub fn start(serve: Serve, guard: Guard) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("its address");
    thread::spawn(move || serve(listener, guard));
    let start = Instant::now();
    // Rocket binds the address again.
    while send(
        address,
        b"GET /pets HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
    )
    .is_none()
    {
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "the service does not listen"
        );
        thread::sleep(Duration::from_millis(10));
    }
    address
}

/// Sends a request on a connection of its own; `None` if nothing that is a response came back.
#[must_use]
pub fn send(address: SocketAddr, request: &[u8]) -> Option<Response> {
    send_in_parts(address, &[request])
}

/// Sends a request in parts, with a pause between them.
#[must_use]
pub fn send_in_parts(address: SocketAddr, parts: &[&[u8]]) -> Option<Response> {
    const PAUSE: Duration = Duration::from_millis(5);
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_nodelay(true).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    stream
        .set_write_timeout(Some(Duration::from_secs(5)))
        .ok()?;
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            thread::sleep(PAUSE);
        }
        // A service may respond and close before it has read everything.
        if stream.write_all(part).is_err() {
            break;
        }
    }
    let head_only = parts.first().is_some_and(|part| part.starts_with(b"HEAD "));
    read(&mut stream, head_only)
}

fn read(stream: &mut TcpStream, head_only: bool) -> Option<Response> {
    let mut all = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some(response) = parse(&all, head_only, false) {
            return Some(response);
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return parse(&all, head_only, true),
            Ok(length) => all.extend_from_slice(&buffer[..length]),
        }
    }
}

/// The response, once it is whole; at the end of the connection whatever there is of its body.
fn parse(all: &[u8], head_only: bool, ended: bool) -> Option<Response> {
    let end = all.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let rest = &all[end + 4..];
    if (100..200).contains(&status) {
        return parse(rest, head_only, ended);
    }
    let fields = lines.filter_map(|line| line.split_once(':'));
    let fields = fields.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()));
    let mut response = Response {
        status,
        fields: fields.collect(),
        body: Vec::new(),
    };
    if head_only || matches!(status, 204 | 304) {
        return Some(response);
    }
    let length = response
        .field("content-length")
        .and_then(|text| text.parse().ok());
    response.body = match length {
        Some(length) if rest.len() >= length => rest[..length].to_vec(),
        None if response.field("transfer-encoding") == Some("chunked") => chunks(rest)?,
        _ if ended => rest.to_vec(),
        _ => return None,
    };
    Some(response)
}

fn chunks(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|window| window == b"\r\n")?;
        let length = String::from_utf8_lossy(&rest[..end]).into_owned();
        let length = usize::from_str_radix(length.split(';').next()?.trim(), 16).ok()?;
        rest = rest.get(end + 2..)?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(..length)?);
        rest = rest.get(length + 2..)?;
    }
}
