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
fn a_title_is_a_reason_phrase() {
    status_table! {
        mod typed = "tests/tables/typed.md",
            columns(status = "Status code", reason = "Type", description = "Description");
        mod worded { 404 "No Such Thing", 499 "Client Closed Request" }
    }
    let title = |status: Status| {
        object(&Problem::render(&Details::new(status, "")))
            .get("title")
            .cloned()
    };
    // A column of types stands for the reasons.
    assert_eq!(status!(typed, 404).reason(), "Client");
    assert_eq!(title(status!(typed, 404)), Some(json!("Not Found")));
    assert_eq!(title(status!(typed, 499)), None);
    // A phrase of the document's own stays.
    assert_eq!(title(status!(worded, 404)), Some(json!("No Such Thing")));
    assert_eq!(
        title(status!(worded, 499)),
        Some(json!("Client Closed Request"))
    );
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
fn a_table_chooses_the_body_of_its_errors() {
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
    assert_response(
        Coded::Missing(7),
        "application/json",
        r#"{"code":"404","message":"no invoice 7"}"#,
    );
    assert_response(
        Coded::Paid,
        "application/json",
        r#"{"code":"BILL.0007","message":"The invoice is paid."}"#,
    );
    assert_response(
        status!(coded, 404),
        "application/json",
        r#"{"code":"404","message":"There is no such invoice."}"#,
    );
    assert_response(Plain::Paid, "text/plain; charset=utf-8", "paid");
    assert_response(Chosen::Paid, "text/plain; charset=utf-8", "paid");
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
        Kept(Inner),
        #[status(transparent, body = Text)]
        Written(Inner),
    }
    assert_response(
        Outer::Inner(Inner::InUse),
        "application/json",
        r#"{"code":"409","message":"in use"}"#,
    );
    assert_response(
        Outer::Missing,
        "application/problem+json",
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"no gateway"}"#,
    );
    // The body of the outer type is that of its own variants; a variant can say otherwise.
    assert_response(
        Chosen::Kept(Inner::InUse),
        "application/json",
        r#"{"code":"409","message":"in use"}"#,
    );
    assert_response(
        Chosen::Written(Inner::InUse),
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
    assert_response(Error::Fixed, "application/xml", "<error>no gateway</error>");
    assert_response(
        Error::Formatted(7),
        "application/xml",
        "<error>no gateway 7</error>",
    );
}

#[test]
fn a_status_responds_with_what_its_table_documents() {
    assert_response(
        status!(vpn, 404),
        "application/problem+json",
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"The requested page is not found."}"#,
    );
    assert_response(
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
fn a_union_has_the_body_of_its_first_part() {
    status_table! {
        pub mod all = tables::coded | vpn;
    }
    let status: Status = status!(all, 409);
    assert_eq!(
        status.into_response().headers()["content-type"],
        "application/json"
    );
}

fn assert_response(error: impl IntoResponse, media_type: &str, body: &str) {
    let response = error.into_response();
    assert_eq!(response.headers()["content-type"], media_type);
    assert_eq!(String::from_utf8_lossy(response.body()), body);
}

/// A `Display` may fail; `format!` panics at it, and the connection would be dropped.
#[test]
fn a_display_that_fails_is_left_out_of_the_body() {
    #[derive(Debug)]
    struct Broken;
    impl std::fmt::Display for Broken {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("half a sen")?;
            Err(std::fmt::Error)
        }
    }
    impl std::error::Error for Broken {}
    impl ApiError for Broken {
        fn status(&self) -> Status {
            status!(vpn, 404)
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404, "no `{0}`")]
        Message(Broken),
        #[status(409, "in use", detail = "in use by `{0}`")]
        Detail(Broken),
        #[status(
            403,
            "not yours",
            instance = "/gateways/{0}",
            header(LOCATION = "/{0}")
        )]
        Instance(Broken),
        #[status(transparent)]
        Inner(ByHand),
    }
    #[derive(Debug)]
    struct ByHand(Broken);
    impl std::fmt::Display for ByHand {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl std::error::Error for ByHand {}
    impl ApiError for ByHand {
        fn status(&self) -> Status {
            self.0.status()
        }
    }
    impl statusbook::Contract for ByHand {
        const TABLE: statusbook::Table = vpn::TABLE;
        const STATUSES: statusbook::StatusSet = statusbook::StatusSet::of(&[404]);
    }
    let body = |error: Error| object(error.into_response().body());
    let plain =
        |status: u16, title: &str| json!({"type": "about:blank", "title": title, "status": status});
    assert_eq!(body(Error::Message(Broken)), plain(404, "Not Found"));
    assert_eq!(body(Error::Detail(Broken)), plain(409, "Conflict"));
    assert_eq!(body(Error::Inner(ByHand(Broken))), plain(404, "Not Found"));
    let instance = Error::Instance(Broken).into_response();
    assert!(!instance.headers().contains_key("location"));
    let instance = object(instance.body());
    assert_eq!(instance["detail"], "not yours");
    assert!(instance.get("instance").is_none());
}

/// What an inner type's table says of a status is not what the operation's document says of it.
#[test]
fn an_inner_error_has_the_terms_of_the_outer_table() {
    status_table! {
        mod files {
            404 "No Such File" => "The file was deleted.",
            503 "Service Unavailable" => "The disk is down.",
        }
        mod users {
            404 "No Such User" => "The user was deleted.",
            503 "Service Unavailable" => "The LDAP server is down.",
        }
        mod api = users | files;
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = api)]
    enum Shared {
        #[status(404)]
        Missing,
        #[status(404, "no row {0}")]
        Said(u8),
        #[status(503)]
        Down,
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = api)]
    enum Middle {
        #[status(transparent)]
        Shared(Shared),
    }
    #[derive(Debug, ApiError)]
    #[api_error(table = files)]
    enum GetFile {
        #[status(transparent)]
        Middle(Middle),
    }
    let sent = |shared: Shared| {
        let error = GetFile::Middle(Middle::Shared(shared));
        assert_eq!(error.status().table().name(), "files");
        let said = (error.status().reason(), error.detail().into_owned());
        let body = object(error.into_response().body());
        assert_eq!(
            (body["title"].as_str(), body["detail"].as_str()),
            (Some(said.0), Some(&*said.1))
        );
        said.1
    };
    assert_eq!(sent(Shared::Missing), "The file was deleted.");
    assert_eq!(sent(Shared::Said(7)), "no row 7");
    assert_eq!(sent(Shared::Down), "The disk is down.");
}

#[cfg(feature = "serde")]
#[test]
fn a_member_is_written_once() {
    use statusbook::body::Members;

    let mut members = Members::new();
    for name in ["status", "title", "balance", "message", "balance"] {
        members.insert(name, &name.len());
    }
    let mut details = Details::new(status!(vpn, 404), "gone");
    details.extensions = &members;
    let text = |body: Vec<u8>| String::from_utf8(body).unwrap();
    assert_eq!(
        text(Problem::render(&details)),
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"gone","balance":7,"message":7}"#
    );
    assert_eq!(
        text(CodeMessage::render(&details)),
        r#"{"code":"404","message":"gone","status":6,"title":5,"balance":7}"#
    );
}
