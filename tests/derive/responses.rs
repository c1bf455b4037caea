//! What the client sees: the detail, headers, the problem's type and instance.

use std::borrow::Cow;

use statusbook::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use statusbook::{ApiError, IntoResponse, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum Error {
    #[status(404, "no gateway {0}")]
    Missing(u8),
    #[status(409, "in use")]
    InUse,
    #[status(500, "password is {0}")]
    Secret(&'static str),
    #[status(503, "back in {0} s", public)]
    Public(u8),
    #[status(
        503,
        "password is hunter2",
        detail = "back in {seconds} s",
        header(RETRY_AFTER = "{seconds}")
    )]
    Chosen { seconds: u8 },
    #[status(400, "line {0} of the parser", detail = "invalid")]
    Fixed(u8),
    #[status(401, "who are you?", header(WWW_AUTHENTICATE = "Bearer", "X-Realm" = "{realm}"), header(WWW_AUTHENTICATE = "Basic"))]
    Unknown { realm: String },
    #[status(
        403,
        "{0}",
        type = "https://example.com/forbidden",
        instance = "/rules/{0}"
    )]
    Forbidden(u8),
}

#[test]
fn a_client_error_shows_its_message() {
    assert_eq!(Error::Missing(7).detail(), "no gateway 7");
    assert!(matches!(Error::InUse.detail(), Cow::Borrowed("in use")));
}

#[test]
fn a_server_error_shows_the_documented_description() {
    let secret = Error::Secret("hunter2");
    assert!(
        matches!(secret.detail(), Cow::Borrowed(text) if text == vpn::INTERNAL_SERVER_ERROR.description())
    );
    let body = secret.into_response().into_body();
    assert!(!String::from_utf8_lossy(&body).contains("hunter2"));
}

#[test]
fn a_public_server_error_shows_its_message() {
    assert_eq!(Error::Public(3).detail(), "back in 3 s");
}

#[test]
fn a_detail_is_shown_instead() {
    assert_eq!(Error::Chosen { seconds: 3 }.detail(), "back in 3 s");
    assert!(matches!(Error::Fixed(3).detail(), Cow::Borrowed("invalid")));
    assert_eq!(Error::Fixed(3).to_string(), "line 3 of the parser");
}

#[test]
fn headers_are_sent() {
    let response = Error::Chosen { seconds: 3 }.into_response();
    assert_eq!(response.headers()[RETRY_AFTER], "3");
    let realm = "lab".to_owned();
    let response = Error::Unknown { realm }.into_response();
    assert_eq!(response.headers()["x-realm"], "lab");
    let schemes = response.headers().get_all(WWW_AUTHENTICATE);
    assert!(schemes.iter().eq(["Bearer", "Basic"]));
    assert!(Error::InUse.headers().is_empty());
}

#[test]
fn text_that_is_not_a_header_is_not_sent() {
    let realm = "lab\r\nset-cookie: a=b".to_owned();
    let headers = Error::Unknown { realm }.headers();
    assert!(!headers.contains_key("x-realm"));
    assert!(!headers.contains_key("set-cookie"));
}

#[test]
fn a_problem_has_its_type_and_instance() {
    let forbidden = Error::Forbidden(7);
    assert_eq!(
        forbidden.problem_type(),
        Some("https://example.com/forbidden")
    );
    assert_eq!(forbidden.instance().as_deref(), Some("/rules/7"));
    assert_eq!(Error::InUse.problem_type(), None);
    assert_eq!(Error::InUse.instance(), None);
    assert_eq!(
        forbidden.into_response().into_body(),
        r#"{"type":"https://example.com/forbidden","title":"Forbidden","status":403,"detail":"7","instance":"/rules/7"}"#
    );
}

#[test]
fn an_error_is_used_as_an_object() {
    let errors: [Box<dyn ApiError>; 2] = [Box::new(Error::InUse), Box::new(Error::Missing(1))];
    let statuses: Vec<u16> = errors.iter().map(|error| error.status().code()).collect();
    assert_eq!(statuses, [409, 404]);
}

#[test]
fn headers_that_a_status_demands_satisfy_rfc9110() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, rfc9110)]
    enum Strict {
        #[status(401, header(WWW_AUTHENTICATE = "Bearer"))]
        Unknown,
        #[status(405, header("Allow" = "{allowed}"))]
        Method { allowed: &'static str },
    }
    assert_eq!(Strict::Unknown.headers()["www-authenticate"], "Bearer");
    let method = Strict::Method { allowed: "GET" };
    assert_eq!(method.headers()["allow"], "GET");
}

#[test]
fn an_instance_is_a_uri_whatever_the_field_holds() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404, instance = "/files/{0}")]
        File(&'static str),
        #[status(409, instance = "/files/a%20b?c=d&e=(f)#g")]
        Fixed,
    }
    let instance = |name| Error::File(name).instance().map(Cow::into_owned);
    assert_eq!(instance("a/b%20c").as_deref(), Some("/files/a/b%20c"));
    assert_eq!(instance("a b\"ß").as_deref(), Some("/files/a%20b%22%C3%9F"));
    assert_eq!(instance("5%\n").as_deref(), Some("/files/5%25%0A"));
    assert_eq!(
        Error::Fixed.instance().as_deref(),
        Some("/files/a%20b?c=d&e=(f)#g")
    );
}

#[test]
fn variants_of_one_status_keep_what_only_one_of_them_says() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    enum Error {
        #[status(404)]
        Plain,
        #[status(404, "no gateway {0}")]
        Shown(u8),
        #[status(404, detail = "chosen")]
        Detail,
        #[status(404, code = "VPN.0404")]
        Code,
        #[status(404, type = "https://example.com/gone")]
        Type,
        #[status(404, header("x-gateway" = "7"), instance = "/gateways/7")]
        Fields,
        #[status(503, "password is {0}")]
        Secret(u8),
        #[status(503, "back in {0} s", public)]
        Public(u8),
    }
    let said = |error: Error| {
        let (detail, fields) = (error.detail().into_owned(), error.headers().len());
        let (code, instance) = (error.error_code(), error.instance().is_some());
        let code = code.map(ToOwned::to_owned);
        (detail, code, error.problem_type(), fields, instance)
    };
    let plain = |detail: &str| (detail.to_owned(), None, None, 0, false);
    let documented = vpn::NOT_FOUND.description();
    let code = Some("VPN.0404".to_owned());
    let uri = Some("https://example.com/gone");
    assert_eq!(said(Error::Plain), plain(documented));
    assert_eq!(said(Error::Shown(7)), plain("no gateway 7"));
    assert_eq!(said(Error::Detail), plain("chosen"));
    assert_eq!(
        said(Error::Code),
        (documented.to_owned(), code, None, 0, false)
    );
    assert_eq!(
        said(Error::Type),
        (documented.to_owned(), None, uri, 0, false)
    );
    assert_eq!(
        said(Error::Fields),
        (documented.to_owned(), None, None, 1, true)
    );
    let unavailable = vpn::SERVICE_UNAVAILABLE.description();
    assert_eq!(said(Error::Secret(7)), plain(unavailable));
    assert_eq!(said(Error::Public(7)), plain("back in 7 s"));
}

#[test]
fn the_response_can_be_written_by_hand() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn, skip(IntoResponse))]
    #[status(404, "missing")]
    struct Missing;
    impl IntoResponse for Missing {
        fn into_response(self) -> statusbook::http::Response<statusbook::bytes::Bytes> {
            let mut response = statusbook::respond(&self);
            let value = statusbook::http::HeaderValue::from_static("by hand");
            response.headers_mut().insert("x-written", value);
            response
        }
    }
    let response = Missing.into_response();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["x-written"], "by hand");
}
