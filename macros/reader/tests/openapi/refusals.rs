//! Everything that is wrong is said in one go, and a problem knows its place.

use statusbook_reader::Position;

use crate::{problems, read, with_paths};

#[test]
fn all_problems_come_at_once_in_the_order_of_reading() {
    let paths = "  /a:
    get: { operationId: one, responses: { 40x: {}, 404: { $ref: '#/gone' } } }
    put: { operationId: one, responses: { 200: {}, 200: {} } }
";
    let found = problems(&with_paths(paths));
    let starts: Vec<_> = found
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(starts, ["6:5:", "5:43:", "5:65:", "6:52:"], "{found}");
}

#[test]
fn a_problem_has_its_position_apart_from_its_sentence() {
    let refusal = read("openapi: 9\n").unwrap_err();
    let problem = &refusal.problems[0];
    assert_eq!(
        problem.error.position,
        Some(Position { line: 1, column: 1 })
    );
    assert_eq!((problem.file.as_deref(), problem.filter), (None, None));
    assert!(
        problem
            .error
            .message
            .starts_with("`openapi: 9` is a version"),
        "{problem}"
    );
    assert_eq!(refusal.partial, None);
}

#[test]
fn a_shared_response_is_reported_once() {
    let paths = "  /a:
    get: { responses: { 404: { $ref: '#/x-missing' } } }
    put: { responses: { 404: { $ref: '#/x-missing' } } }
x-missing: { description: a, description: b }
";
    assert_eq!(
        problems(&with_paths(paths)),
        "7:30: key `description` is written twice: first at 7:14; keep one of them"
    );
}

#[test]
fn a_long_piece_of_the_document_is_cut_in_a_message() {
    let key = "y".repeat(500);
    let paths = format!("  /a:\n    get:\n      responses:\n        {key}: {{}}\n");
    let found = problems(&with_paths(&paths));
    assert!(
        found.contains(&format!("`{}…` is not a status code", "y".repeat(80))),
        "{found}"
    );
}
