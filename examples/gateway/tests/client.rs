//! The client example, against the axum example and against another server.

#[allow(dead_code, reason = "the program's `main`")]
#[path = "../examples/axum_gateway.rs"]
mod axum_gateway;
#[allow(dead_code, reason = "the program's `main`")]
#[path = "../examples/gateway_client.rs"]
mod gateway_client;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use gateway_client::{Client, Failure, Removal};

/// A client of whatever listens.
fn client(listener: &TcpListener) -> Client {
    Client::new(&format!(
        "http://{}",
        listener.local_addr().expect("an address")
    ))
}

#[test]
fn a_client_matches_on_documented_codes() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let client = client(&listener);
    thread::spawn(|| axum_gateway::serve(listener));
    assert_eq!(
        client.remove("gw-1").expect("a documented response"),
        Removal::InUse(Some("gateway `gw-1` is in use".to_owned()))
    );
    assert_eq!(
        client.remove("gw-2").expect("a documented response"),
        Removal::Done
    );
    assert_eq!(
        client.remove("gw-2").expect("a documented response"),
        Removal::NotFound
    );
    let shown = client
        .remove("gw-1")
        .expect("a documented response")
        .to_string();
    assert_eq!(shown, "The gateway is in use. (gateway `gw-1` is in use)");
}

/// Responds to one request with this text.
fn respond(response: &'static str) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let client = client(&listener);
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut request = [0; 1024];
        let _ = stream.read(&mut request);
        stream
            .write_all(response.as_bytes())
            .expect("the client listens");
    });
    client
}

#[test]
fn a_surprise_keeps_status_and_body() {
    let client = respond("HTTP/1.1 418 Odd\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<tea>");
    match client.remove("gw-1") {
        Err(Failure::Surprise(response)) => {
            assert_eq!(
                (response.status(), response.into_body().as_slice()),
                (418, &b"<tea>"[..])
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_documented_status_without_a_problem_is_described_in_the_words_of_the_page() {
    let client = respond("HTTP/1.1 503 Busy\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
    match client.remove("gw-1") {
        Err(Failure::Refused {
            status: 503,
            detail,
        }) => assert!(!detail.is_empty()),
        other => panic!("{other:?}"),
    }
}
