//! What bodies hold, compared with what `serde_json` reads and writes.

use serde_json::{Value, json};
use statusbook::body::{Body, CodeMessage, Details, Problem, Text};
use statusbook::{ApiError, IntoResponse, Status, status, status_table, vpn};

mod generated;

fn object(body: &[u8]) -> Value {
    serde_json::from_slice(body)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(body)))
}

#[test]
fn a_problem_is_what_serde_json_would_write() {
    for text in generated::texts(20_000) {
        let mut details = Details::new(status!(vpn, 404), &text);
        details.instance = Some(&text);
        let body = Problem::render(&details);
        let quoted = serde_json::to_string(&text).unwrap();
        let detail = if text.is_empty() {
            String::new()
        } else {
            format!(r#","detail":{quoted}"#)
        };
        let expected = format!(
            r#"{{"type":"about:blank","title":"Not Found","status":404{detail},"instance":{quoted}}}"#
        );
        assert_eq!(String::from_utf8(body).unwrap(), expected, "{text:?}");
    }
}

#[test]
fn code_and_message_is_what_serde_json_would_write() {
    for text in generated::texts(20_000) {
        let details = Details::new(status!(vpn, 409), &text);
        let message = if text.is_empty() { "Conflict" } else { &text };
        assert_eq!(
            object(&CodeMessage::render(&details)),
            json!({"code": "409", "message": message})
        );
    }
}

#[test]
fn text_is_the_text() {
    for text in generated::texts(1_000).filter(|text| !text.is_empty()) {
        let details = Details::new(status!(vpn, 409), &text);
        assert_eq!(Text::render(&details), text.as_bytes());
    }
}

#[test]
fn a_problem_has_every_member_that_is_given() {
    let mut details = Details::new(status!(vpn, 409), "in use");
    details.code = Some("VPN.0012");
    details.problem_type = Some("https://example.com/in-use");
    details.instance = Some("/gateways/7");
    assert_eq!(
        object(&Problem::render(&details)),
        json!({
            "type": "https://example.com/in-use",
            "title": "Conflict",
            "status": 409,
            "detail": "in use",
            "instance": "/gateways/7",
            "code": "VPN.0012",
        })
    );
}

#[test]
fn a_status_that_nobody_describes_has_no_empty_members() {
    let status = status!(vpn, 599, undocumented = "nobody describes it");
    assert_eq!(
        object(status.into_response().body()),
        json!({"type": "about:blank", "status": 599})
    );
}

mod tables {
    use statusbook::body::{CodeMessage, Text};

    statusbook::status_table! {
        pub mod coded = "tests/tables/coded.md", body = CodeMessage;
        pub mod plain = "tests/tables/coded.md", body = Text;
    }
}

#[test]
fn a_table_says_how_its_errors_are_answered() {
    use tables::{coded, plain};

    #[derive(Debug, ApiError)]
    #[api_error(table = coded)]
    enum Coded {
        #[status(404, "no invoice {0}")]
        Missing(u32),
        #[status(409, code = "BILL.0007")]
        Paid,
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = plain)]
    enum Plain {
        #[status(409, "paid")]
        Paid,
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = coded, body = Text)]
    enum Chosen {
        #[status(409, "paid")]
        Paid,
    }
    assert_answer(
        Coded::Missing(7),
        "application/json",
        r#"{"code":"404","message":"no invoice 7"}"#,
    );
    assert_answer(
        Coded::Paid,
        "application/json",
        r#"{"code":"BILL.0007","message":"The invoice is paid."}"#,
    );
    assert_answer(
        status!(coded, 404),
        "application/json",
        r#"{"code":"404","message":"There is no such invoice."}"#,
    );
    assert_answer(Plain::Paid, "text/plain; charset=utf-8", "paid");
    assert_answer(Chosen::Paid, "text/plain; charset=utf-8", "paid");
}

#[test]
fn an_error_inside_keeps_the_body_that_it_chose() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, body = CodeMessage)]
    enum Inner {
        #[status(409, "in use")]
        InUse,
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Outer {
        #[status(transparent)]
        Inner(Inner),
        #[status(404, "no gateway")]
        Missing,
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, body = Text)]
    enum Chosen {
        #[status(transparent)]
        Inner(Inner),
    }
    assert_answer(
        Outer::Inner(Inner::InUse),
        "application/json",
        r#"{"code":"409","message":"in use"}"#,
    );
    assert_answer(
        Outer::Missing,
        "application/problem+json",
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"no gateway"}"#,
    );
    assert_answer(
        Chosen::Inner(Inner::InUse),
        "text/plain; charset=utf-8",
        "in use",
    );
}

#[test]
fn a_body_of_the_users_own_is_written_for_fixed_and_for_formatted_text() {
    struct Markup;
    impl Body for Markup {
        const MEDIA_TYPE: &'static str = "application/xml";
        fn render(details: &Details<'_>) -> Vec<u8> {
            format!("<error>{}</error>", details.text()).into_bytes()
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, body = Markup)]
    enum Error {
        #[status(404, "no gateway")]
        Fixed,
        #[status(404, "no gateway {0}")]
        Formatted(u32),
    }
    assert_answer(Error::Fixed, "application/xml", "<error>no gateway</error>");
    assert_answer(
        Error::Formatted(7),
        "application/xml",
        "<error>no gateway 7</error>",
    );
}

#[test]
fn a_status_answers_with_what_its_table_documents() {
    assert_answer(
        status!(vpn, 404),
        "application/problem+json",
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"The requested page is not found."}"#,
    );
    assert_answer(
        status!(vpn, POST 201),
        "text/plain; charset=utf-8",
        "Successful POST operations",
    );
}

#[test]
fn a_status_without_content_has_none() {
    let response = status!(vpn, DELETE 204).into_response();
    assert_eq!(response.status(), 204);
    assert!(response.headers().is_empty());
    assert!(response.body().is_empty());
}

#[test]
fn a_union_is_answered_as_its_first_part_says() {
    status_table! {
        pub mod all = tables::coded | vpn;
    }
    let status: Status = status!(all, 409);
    assert_eq!(
        status.into_response().headers()["content-type"],
        "application/json"
    );
}

fn assert_answer(error: impl IntoResponse, media_type: &str, body: &str) {
    let response = error.into_response();
    assert_eq!(response.headers()["content-type"], media_type);
    assert_eq!(String::from_utf8_lossy(response.body()), body);
}
