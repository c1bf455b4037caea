//! The client's side: a problem is read back, a response is checked against its table, and a table is written for
//! other programs.

use serde_json::{Value, json};
use statusbook::body::{Body, Details};
use statusbook::{Problem, Undocumented, status, vpn};

statusbook::status_table! {
    mod classes = "tests/tables/classes.md";
}

fn read(value: &Value) -> Problem {
    serde_json::from_value(value.clone()).expect("an object is a problem")
}

#[test]
fn what_a_service_writes_is_read_back() {
    let mut details = Details::new(status!(vpn, 409), "gateway `gw-1` is in use");
    details.code = Some("VPN.0012");
    let problem: Problem = serde_json::from_slice(&Problem::render(&details)).expect("a problem");
    assert_eq!(problem.problem_type(), "about:blank");
    assert_eq!(problem.title(), Some("Conflict"));
    assert_eq!(problem.status(), Some(409));
    assert_eq!(problem.detail(), Some("gateway `gw-1` is in use"));
    assert_eq!(problem.code(), Some("VPN.0012"));
    assert_eq!(problem.instance(), None);
    assert_eq!(problem.members().count(), 0);
}

#[test]
fn unknown_members_are_kept() {
    let written = json!({
        "type": "https://example.org/out-of-credit", "status": 403, "balance": 30, "accounts": ["/a/1", "/a/2"], "nested": {"null": null},
    });
    let problem = read(&written);
    let mut members: Vec<&str> = problem.members().map(|(name, _)| name).collect();
    members.sort_unstable();
    assert_eq!(members, ["accounts", "balance", "nested"]);
    assert_eq!(problem.member("balance"), Some(&json!(30)));
    assert_eq!(serde_json::to_value(&problem).expect("JSON"), written);
}

#[test]
fn a_member_of_a_wrong_type_counts_as_absent() {
    let written = json!({"type": 5, "title": null, "status": "404", "detail": ["x"], "instance": {}, "code": 12});
    let problem = read(&written);
    assert_eq!(problem.problem_type(), "about:blank");
    assert_eq!(
        (
            problem.title(),
            problem.detail(),
            problem.instance(),
            problem.code()
        ),
        (None, None, None, None)
    );
    assert_eq!(problem.status(), None);
    assert_eq!(problem.member("code"), Some(&json!(12)));
    for status in [
        json!(99),
        json!(600),
        json!(-404),
        json!(404.5),
        json!(70_000),
        json!(u64::MAX),
    ] {
        assert_eq!(read(&json!({"status": status})).status(), None);
    }
    assert_eq!(read(&json!({})), Problem::default());
    for other in ["[]", "404", "\"no\"", "null", "{", ""] {
        assert!(serde_json::from_str::<Problem>(other).is_err(), "{other}");
    }
}

/// A body that shows nothing.
struct Opaque;

#[test]
fn a_response_is_checked_against_its_table() {
    let (status, body) = vpn::TABLE
        .response(http::StatusCode::NOT_FOUND, vec![1, 2])
        .expect("documented");
    assert_eq!((status, body), (vpn::NOT_FOUND, vec![1, 2]));
    assert_eq!(status.description(), vpn::NOT_FOUND.description());
    let (covered, ()) = classes::TABLE
        .response(451u16, ())
        .expect("the class is documented");
    assert_eq!(covered, 451);

    for code in [418, 302, 0, 99, 600, u16::MAX] {
        let surprise = vpn::TABLE
            .response(code, String::from("secret"))
            .expect_err("not documented");
        assert_eq!(surprise.status(), code);
        assert_eq!(surprise.to_string(), surprise.undocumented().to_string());
        assert!(!format!("{surprise} {surprise:?}").contains("secret"));
        assert!(
            format!("{surprise:?}").contains("table: \"vpn\""),
            "{surprise:?}"
        );
        assert_eq!(surprise.body(), "secret");
        assert_eq!(surprise.into_body(), "secret");
    }
    // It is an error like any other, whatever the body is.
    let boxed: Box<dyn std::error::Error> = vpn::TABLE
        .response(418u16, Opaque)
        .map(|_| ())
        .unwrap_err()
        .into();
    let _: Undocumented = vpn::TABLE.status(418).unwrap_err();
    assert!(boxed.to_string().starts_with("status `418`"));
}

#[test]
fn tables_and_statuses_are_written() {
    let table = serde_json::to_value(classes::TABLE).expect("JSON");
    assert_eq!(table["name"], "classes");
    assert_eq!(table["operation"], Value::Null);
    let document = "tests/tables/classes.md";
    assert_eq!(
        table["entries"],
        json!([
            {"code": 200, "reason": "OK", "descriptions": ["Fine"], "class": "success", "methods": [], "document": document, "line": 5},
            {"code": "4XX", "reason": null, "descriptions": ["The request is wrong"], "class": "error", "methods": [], "document": document, "line": 6},
        ])
    );
    assert_eq!(serde_json::to_value(status!(vpn, 404)).expect("JSON"), 404);
    assert_eq!(
        serde_json::to_value(vpn::TABLE.entries()[0]).expect("JSON")["methods"],
        json!(["GET", "PUT"])
    );
}
