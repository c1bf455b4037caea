//! The built-in tables say exactly what their documents say.

use statusbook::{Class, Methods, Table, dc, er, vpc, vpcep, vpn};

const ERRORS: [(u16, &str); 14] = [
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
];

/// Codes, phrases and kinds of the whole table, with the methods of its successes.
fn assert_documents(table: Table, successes: &[(u16, &str, &[&str])]) {
    let found: Vec<_> = table
        .entries()
        .iter()
        .map(|e| (e.code(), e.reason()))
        .collect();
    let expected: Vec<_> = successes
        .iter()
        .map(|&(code, reason, _)| (code, reason))
        .chain(ERRORS)
        .map(|(code, reason)| (code, Some(reason)))
        .collect();
    assert_eq!(found, expected, "{}", table.name());
    for entry in table.entries() {
        let (class, methods) = match successes.iter().find(|row| row.0 == entry.code()) {
            Some((_, _, methods)) => (Class::Success, Methods::of(methods)),
            None => (Class::Error, Methods::NONE),
        };
        assert_eq!(entry.class(), class, "{} {}", table.name(), entry.code());
        assert_eq!(
            entry.methods(),
            methods,
            "{} {}",
            table.name(),
            entry.code()
        );
        assert_eq!(
            entry.descriptions().len(),
            1,
            "{} {}",
            table.name(),
            entry.code()
        );
    }
}

#[test]
fn vpn_is_as_documented() {
    assert_documents(
        vpn::TABLE,
        &[
            (200, "OK", &["GET", "PUT"]),
            (201, "Created", &["POST"]),
            (204, "No Content", &["DELETE"]),
        ],
    );
    assert_eq!(vpn::OK.description(), "Successful GET or PUT operations");
    assert_eq!(
        vpn::BAD_GATEWAY.description(),
        "The request is not completed because the server receives an invalid response from the upstream server."
    );
}

#[test]
fn vpcep_is_as_documented() {
    assert_documents(
        vpcep::TABLE,
        &[
            (200, "OK", &["POST", "GET", "PUT"]),
            (204, "No Content", &["DELETE"]),
        ],
    );
    assert_eq!(
        vpcep::UNAUTHORIZED.description(),
        "You must enter a username and password to access the requested page."
    );
}

#[test]
fn dc_has_code_and_phrase_in_one_cell() {
    assert_documents(
        dc::TABLE,
        &[
            (200, "OK", &["GET", "PUT"]),
            (201, "Created", &["POST"]),
            (204, "No Content", &["DELETE"]),
        ],
    );
    assert_eq!(dc::GATEWAY_TIMEOUT.description(), "A gateway timed out.");
}

#[test]
fn er_has_a_description_of_two_paragraphs() {
    assert_documents(
        er::TABLE,
        &[
            (200, "OK", &["GET", "PUT", "POST"]),
            (201, "Created", &["POST"]),
            (202, "Accepted", &[]),
            (204, "No Content", &["DELETE"]),
        ],
    );
    assert_eq!(
        er::ACCEPTED.description(),
        "Operations that take a long time to process. The request has been accepted but the processing is not complete."
    );
}

#[test]
fn vpc_is_read_from_html() {
    assert_documents(
        vpc::TABLE,
        &[
            (200, "OK", &["GET", "PUT", "POST"]),
            (201, "Created", &["POST"]),
            (204, "No Content", &["DELETE"]),
        ],
    );
    assert_eq!(
        vpc::CREATED.description(),
        "Specifies the normal response code for the POST operation of the OpenStack Neutron API."
    );
    assert_eq!(vpc::TABLE.document(), "tables/vpc.md");
}

#[test]
fn a_row_knows_its_line() {
    let document = include_str!("../core/tables/vpn.rst");
    for entry in vpn::TABLE.entries() {
        let line = document.lines().nth(entry.line() as usize - 1).unwrap();
        assert!(
            line.contains(&entry.code().to_string()),
            "{}: {line}",
            entry.code()
        );
        assert!(
            entry.description().is_some_and(|text| line.contains(text)),
            "{}: {line}",
            entry.code()
        );
    }
}
