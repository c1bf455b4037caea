//! Some statuses of a table: of a document that promises only classes, those that a service uses.

use statusbook::{CodeMessage, Problem, Table, status, status_table};

status_table! {
    /// Every error by its class.
    pub mod catalog = "documents/classes.yaml";
    pub mod strict = catalog & { 401, NOT_FOUND, 503, 200 };
    pub mod edge {
        429 "Too Many Requests" => "The gateway's rate limit was reached.",
    }
    pub mod both = catalog & { 404 } | edge;
    pub mod plain = catalog & { 404 }, body = CodeMessage;
    pub mod short {
        404 => "There is no such pet.",
    }, body = CodeMessage;
    pub mod all = edge | short, body = Problem;
    pub mod first = edge | short;
}

fn codes(table: Table) -> String {
    table.documented().to_string()
}

#[test]
fn only_the_listed_statuses_are_left() {
    assert_eq!(codes(strict::TABLE), "200 401 404 503");
    assert_eq!(strict::TABLE.name(), "strict");
    assert_eq!(strict::TABLE.document(), "documents/classes.yaml");
    let entry = strict::NOT_FOUND.entry().expect("a row");
    assert_eq!(entry.description(), Some("The request is wrong"));
    assert!(entry.is_single());
    assert_eq!(status!(strict, 503).description(), "Anything else");
    assert_eq!(
        strict::TABLE
            .status(403)
            .unwrap_err()
            .to_string()
            .lines()
            .next(),
        Some("status `403` is not a documented error of `strict`")
    );
}

#[test]
fn each_operation_has_those_that_it_documents() {
    let operations: Vec<String> = strict::TABLE
        .operations()
        .iter()
        .map(|table| format!("{}: {}", table.name(), codes(*table)))
        .collect();
    assert_eq!(
        operations,
        ["GET /pets: 200 401 404 503", "PUT /pets: 401 404"]
    );
    assert_eq!(status!(strict["PUT /pets"], 404), 404);
    let operation = strict::TABLE.operations()[1]
        .operation()
        .expect("an operation");
    assert_eq!((operation.method(), operation.path()), ("PUT", "/pets"));
}

#[test]
fn an_intersection_is_a_part_of_a_union_like_any_table() {
    assert_eq!(codes(both::TABLE), "404 429");
    assert_eq!(both::TABLE.parts()[0].name(), "catalog");
    assert_eq!(both::TOO_MANY_REQUESTS, 429);
}

#[test]
fn tables_without_a_document_choose_a_body_too() {
    let format = |table: Table| format!("{:?}", table.format());
    let (code_message, problem) = (format(short::TABLE), format(edge::TABLE));
    assert_ne!(code_message, problem);
    assert_eq!(format(plain::TABLE), code_message);
    assert_eq!(format(all::TABLE), problem);
    assert_eq!(format(first::TABLE), code_message);
}

#[test]
fn a_table_within_a_function_has_intersections_too() {
    status_table! {
        mod written {
            404 => "There is no such pet.",
            409 => "It is taken.",
        }
        mod some = written & { 404 };
    }
    assert_eq!(codes(some::TABLE), "404");
}
