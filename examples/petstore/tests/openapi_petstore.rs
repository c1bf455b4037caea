//! The example, started on a free port and driven over HTTP.

#[allow(dead_code, reason = "the program's `main`")]
#[path = "../examples/openapi_petstore.rs"]
mod openapi_petstore;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use pets::{AddPetError, GetPetError, GivePetError};
use statusbook::{Contract, StatusSet};

/// The whole response to a request on a connection of its own.
fn ask(address: SocketAddr, method: &str, path: &str, sent: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the service listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .expect("a timeout");
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{sent}",
        sent.len(),
    )
    .expect("the request is sent");
    let mut response = String::new();
    stream
        .read_to_string(&mut response)
        .expect("a response in UTF-8");
    response
}

#[test]
fn every_operation_responds_as_documented() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("its address");
    thread::spawn(move || openapi_petstore::serve(listener).expect("the service runs"));

    let problem = |title: &str, status: u16, detail: &str| {
        format!(
            r#"{{"type":"about:blank","title":"{title}","status":{status},"detail":"{detail}"}}"#
        )
    };
    let not_found = problem("Not Found", 404, "there is no pet `9`");
    let exchanges = [
        ("GET", "/pets", "", 200, r#"[{"id":1,"name":"Ada","promised_to":"Grace"},{"id":2,"name":"Bruno","promised_to":null}]"#.to_owned()),
        ("POST", "/pets", r#"{"name":"Nora"}"#, 201, r#"{"id":3,"name":"Nora","promised_to":null}"#.to_owned()),
        ("POST", "/pets", r#"{"name":"Nora"}"#, 409, problem("Conflict", 409, "a pet is called `Nora` already")),
        ("POST", "/pets", "[", 400, problem("Bad Request", 400, "the body is no pet: EOF while parsing a list at line 1 column 1")),
        ("GET", "/pets/3", "", 200, r#"{"id":3,"name":"Nora","promised_to":null}"#.to_owned()),
        ("GET", "/pets/9", "", 404, not_found.clone()),
        ("GET", "/pets/Ada", "", 404, problem("Not Found", 404, "there is no pet `Ada`")),
        ("GET", "/pets/100", "", 503, problem("Service Unavailable", 503, "The barn is closed at the moment")),
        ("DELETE", "/pets/1", "", 409, problem("Conflict", 409, "`Ada` is promised to Grace")),
        ("DELETE", "/pets/2", "", 204, String::new()),
        ("DELETE", "/pets/9", "", 404, not_found),
        ("DELETE", "/pets/100", "", 503, problem("Service Unavailable", 503, "The barn is closed at the moment")),
    ];
    for (method, path, sent, status, body) in exchanges {
        let response = ask(address, method, path, sent);
        assert!(
            response.starts_with(&format!("HTTP/1.1 {status} ")),
            "{method} {path}: {response}"
        );
        assert_eq!(
            response.split_once("\r\n\r\n").map(|(_, body)| body),
            Some(&*body),
            "{method} {path}"
        );
        assert_eq!(
            response.contains("retry-after: 60"),
            status == 503,
            "{method} {path}: {response}"
        );
        assert!(
            !response.contains("cow"),
            "what is for the log is in {response}"
        );
    }
}

#[test]
fn each_enum_uses_what_its_operation_documents() {
    assert_eq!(AddPetError::STATUSES, StatusSet::of(&[400, 409]));
    assert_eq!(GetPetError::STATUSES, StatusSet::of(&[404, 503]));
    assert_eq!(GivePetError::STATUSES, StatusSet::of(&[404, 409, 503]));
    assert_eq!(GivePetError::TABLE.name(), "DELETE /pets/{petId}");
}
