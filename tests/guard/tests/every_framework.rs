//! One table of requests, and what the client sees of each behind every framework's guard.

use guarded::client::{Response, send, start};
use guarded::{FRAMEWORKS, guard};
use statusbook::guard::Guard;

/// What comes back: the status, the media type of the body, and a part of it.
type Seen = (u16, &'static str, &'static str);

struct Row {
    request: &'static str,
    report: Seen,
    reshape: Seen,
    enforce: Seen,
    /// A field that every response has.
    field: (&'static str, &'static str),
}

const PROBLEM: &str = "application/problem+json";
const TEXT: &str = "text/plain";
/// Whatever the framework does.
const ANY: &str = "";
const NO_FIELD: (&str, &str) = ("date", "");

const ROWS: &[Row] = &[
    // What is documented and in the contract's form passes.
    row("GET /pets", [(200, ANY, "Ada"); 3], NO_FIELD),
    row("GET /pets/1", [(200, ANY, "Ada"); 3], NO_FIELD),
    row(
        "GET /pets/9",
        [(404, PROBLEM, "there is no pet `9`"); 3],
        NO_FIELD,
    ),
    row(
        "GET /pets/100",
        [(503, PROBLEM, "The barn is closed"); 3],
        ("retry-after", "60"),
    ),
    row(
        "DELETE /pets/1",
        [(409, PROBLEM, "promised to Grace"); 3],
        NO_FIELD,
    ),
    row(
        "GET /pets/problem",
        [(404, PROBLEM, r#"{"title":"by hand"}"#); 3],
        ("x-request-id", "9"),
    ),
    // A success and a redirection are never rewritten.
    row(
        "GET /pets/accepted",
        [(202, TEXT, "later"); 3],
        ("x-request-id", "8"),
    ),
    row(
        "GET /pets/moved",
        [(307, TEXT, "there"); 3],
        ("location", "/pets/1"),
    ),
    // An undocumented error: the text of a 4xx is kept.
    row(
        "GET /pets/teapot",
        [
            (418, TEXT, "short and stout"),
            (418, PROBLEM, r#""detail":"short and stout"}"#),
            (400, PROBLEM, r#""detail":"short and stout"}"#),
        ],
        NO_FIELD,
    ),
    row(
        "GET /pets/denied",
        [
            (403, TEXT, "no"),
            (403, PROBLEM, r#""detail":"no"}"#),
            (401, PROBLEM, r#""detail":"no"}"#),
        ],
        ("www-authenticate", "Bearer"),
    ),
    row(
        "GET /pets/conflict",
        [
            (409, TEXT, "taken"),
            (409, PROBLEM, "taken"),
            (400, PROBLEM, "taken"),
        ],
        ("x-request-id", "7"),
    ),
    // It becomes a 5xx, whose text is never that of the service.
    row(
        "GET /pets/limited",
        [
            (429, TEXT, "not so fast"),
            (429, PROBLEM, "not so fast"),
            (503, PROBLEM, "The barn is closed at the moment"),
        ],
        ("retry-after", "30"),
    ),
    row(
        "GET /pets/gateway",
        [
            (502, TEXT, "10.0.0.7"),
            (502, PROBLEM, r#""detail":"Bad Gateway"}"#),
            (503, PROBLEM, "The barn is closed at the moment"),
        ],
        ("retry-after", "5"),
    ),
    row(
        "GET /pets/leak",
        [
            (500, TEXT, "hunter2"),
            (500, PROBLEM, "The service failed."),
            (500, PROBLEM, "The service failed."),
        ],
        NO_FIELD,
    ),
    // It is documented, but its body is not: that is not text, so the documented text is what is sent.
    row(
        "GET /pets/missing",
        [
            (404, "text/html", "<p>weg</p>"),
            (404, PROBLEM, "There is no pet with this number"),
            (404, PROBLEM, "There is no pet with this number"),
        ],
        NO_FIELD,
    ),
    row(
        "GET /pets/panic",
        [(500, PROBLEM, "The service failed."); 3],
        NO_FIELD,
    ),
    row(
        "GET /pets/bomb",
        [(500, PROBLEM, "The service failed."); 3],
        NO_FIELD,
    ),
    // A compressed text is not read as text.
    row(
        "GET /pets/encoded",
        [
            (418, TEXT, "Brotli"),
            (418, PROBLEM, r#""detail":"I'm a teapot"}"#),
            (400, PROBLEM, "The request cannot be understood"),
        ],
        NO_FIELD,
    ),
    row(
        "GET /pets/digest",
        [
            (403, TEXT, "no"),
            (403, PROBLEM, "no"),
            (401, PROBLEM, "no"),
        ],
        NO_FIELD,
    ),
    // What the router says itself.
    row(
        "GET /nothing",
        [(404, ANY, ""), (404, PROBLEM, ""), (404, PROBLEM, "")],
        NO_FIELD,
    ),
    // `HEAD` is `GET`, without a body.
    row(
        "HEAD /pets/teapot",
        [(418, TEXT, ""), (418, PROBLEM, ""), (400, PROBLEM, "")],
        NO_FIELD,
    ),
];

const fn row(request: &'static str, seen: [Seen; 3], field: (&'static str, &'static str)) -> Row {
    let [report, reshape, enforce] = seen;
    Row {
        request,
        report,
        reshape,
        enforce,
        field,
    }
}

fn ask(address: std::net::SocketAddr, request: &str, more: &str) -> Response {
    // poem's layer of sizes asks for the length of every body, one that is not there too.
    let text = format!(
        "{request} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 0\r\n{more}\r\n"
    );
    send(address, text.as_bytes()).unwrap_or_else(|| panic!("{request}: no response"))
}

type Mode = (&'static str, fn(Guard) -> Guard, fn(&Row) -> Seen);

const MODES: [Mode; 3] = [
    ("report", Guard::report, |row| row.report),
    ("reshape", Guard::reshape, |row| row.reshape),
    ("enforce", Guard::enforce, |row| row.enforce),
];

#[test]
fn every_framework_sends_what_the_table_says() {
    let mut wrong = Vec::new();
    for (framework, serve) in FRAMEWORKS {
        for (mode, configure, expected) in MODES {
            let address = start(serve, configure(guard()));
            for row in ROWS {
                // Rocket catches it itself, and drops it.
                if framework == "rocket" && row.request == "GET /pets/bomb" {
                    continue;
                }
                let (status, media_type, part) = match (framework, mode, row.request) {
                    // Rocket catches panics before any fairing sees them, and has a page for them.
                    ("rocket", "report", "GET /pets/panic") => (500, "text/html", ""),
                    _ => expected(row),
                };
                let response = ask(address, row.request, "");
                let field = response.field(row.field.0);
                let right = response.status == status
                    && (media_type == ANY
                        || response
                            .field("content-type")
                            .is_some_and(|value| value.starts_with(media_type)))
                    && response.text().contains(part)
                    && (row.field.1.is_empty() || field == Some(row.field.1));
                if !right {
                    wrong.push(format!(
                        "{framework} {mode} {}: {} {:?} {}",
                        row.request,
                        response.status,
                        response.fields,
                        response.text()
                    ));
                }
                if mode != "report" {
                    for name in ["content-language", "content-encoding", "content-digest"] {
                        let left = response.field(name);
                        let request = row.request;
                        assert_eq!(left, None, "{framework} {request}: it described the body");
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// The status differs from framework to framework: what matters is what the guard makes of it.
#[test]
fn what_a_framework_refuses_itself_is_given_the_contracts_form() {
    for (framework, serve) in FRAMEWORKS {
        let [reported, reshaped, enforced] =
            MODES.map(|(_, configure, _)| start(serve, configure(guard())));
        for (request, more) in [
            ("PATCH /pets", ""),
            (
                "POST /pets",
                "content-type: application/json\r\ncontent-length: 1\r\n\r\n{",
            ),
            (
                "POST /pets",
                "content-type: image/png\r\ncontent-length: 2\r\n\r\n{}",
            ),
            ("GET /pets/%FF%FE", ""),
        ] {
            let more = if more.is_empty() {
                String::new()
            } else {
                more.to_owned()
            };
            let of = |address| {
                let text =
                    format!("{request} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{more}\r\n");
                send(address, text.as_bytes()).expect("a response")
            };
            let (reported, reshaped, enforced) = (of(reported), of(reshaped), of(enforced));
            if reported.status < 400 {
                continue;
            }
            assert_eq!(reported.status, reshaped.status, "{framework} {request}");
            for response in [&reshaped, &enforced] {
                assert_eq!(
                    response.field("content-type"),
                    Some(PROBLEM),
                    "{framework} {request}: {response:?}"
                );
                let allow = |response: &Response| {
                    let mut methods: Vec<_> = response.field("allow")?.split(", ").collect();
                    methods.sort_unstable();
                    Some(methods.join(" "))
                };
                assert_eq!(allow(response), allow(&reported), "{framework} {request}");
            }
            let documented = pets::petstore::TABLE.contains(enforced.status)
                || guarded::edge::TABLE.contains(enforced.status);
            assert!(documented, "{framework} {request}: {enforced:?}");
        }
    }
}

#[test]
fn options_and_preflight_requests_pass() {
    for (framework, serve) in FRAMEWORKS {
        let [reported, _, enforced] =
            MODES.map(|(_, configure, _)| start(serve, configure(guard())));
        for more in [
            "",
            "origin: https://a.example\r\naccess-control-request-method: GET\r\n",
        ] {
            let mut before = ask(reported, "OPTIONS /pets/1", more);
            let mut after = ask(enforced, "OPTIONS /pets/1", more);
            for response in [&mut before, &mut after] {
                response.fields.retain(|(name, _)| name != "date");
                response.fields.sort();
            }
            assert_eq!(before, after, "{framework}");
        }
    }
}

#[test]
fn a_body_of_the_users_sees_the_request() {
    for (framework, serve) in FRAMEWORKS {
        let guard = guard().enforce().body(|request, details| {
            let id = request.header("x-request-id").unwrap_or("none");
            format!("{} {} {id}", details.status.code(), request.method())
        });
        let address = start(serve, guard);
        let of = |request| ask(address, request, "x-request-id: 42\r\n");
        for (request, body) in [
            ("GET /pets/9", "404 GET 42"),
            ("GET /pets/teapot", "400 GET 42"),
        ] {
            assert_eq!(of(request).text(), body, "{framework}");
        }
        // actix-web has taken the request along with the panic, but not its fields.
        assert_eq!(of("GET /pets/panic").text(), "500 GET 42", "{framework}");
        assert_eq!(of("GET /pets/1").status, 200, "{framework}");
    }
}

/// A body that was rewritten has another length, and a `HEAD` request gets no body.
#[test]
fn a_head_request_is_told_the_length_of_the_rewritten_body() {
    for (framework, serve) in FRAMEWORKS {
        let address = start(serve, guard().enforce());
        for path in [
            "/pets/1",
            "/pets/teapot",
            "/pets/conflict",
            "/pets/panic",
            "/nothing",
        ] {
            let get = ask(address, &format!("GET {path}"), "");
            let head = ask(address, &format!("HEAD {path}"), "");
            assert_eq!(head.status, get.status, "{framework} {path}");
            let length = get.body.len().to_string();
            for response in [get, head] {
                // Salvo and poem leave it out of a response to `HEAD`.
                if let Some(told) = response.field("content-length") {
                    assert_eq!(told, length, "{framework} {path}");
                }
            }
        }
    }
}

/// Routers take paths that are encoded otherwise, or have one slash more. Whatever reaches a handler is held to its
/// operation.
#[test]
fn a_path_that_a_router_takes_is_checked_against_the_operation() {
    let mut wrong = Vec::new();
    for (framework, serve) in FRAMEWORKS {
        let (sender, events) = std::sync::mpsc::channel();
        let guard = guard().observe(move |event| {
            let operation = event.operation().map(statusbook::Operation::path);
            let _ = sender.send((event.status().as_u16(), operation));
        });
        let address = start(serve, guard);
        for path in [
            "/pets/%74eapot",
            "/p%65ts/teapot",
            "/pets/teapot/",
            "/pets//teapot",
            "//pets/teapot",
            "/./pets/teapot",
            "/pets%2Fteapot",
            "/PETS/teapot",
            "/pets/teapot?pets=1",
            "/pets/teapot;v=1",
        ] {
            let seen = ask(address, &format!("GET {path}"), "").status;
            while let Ok((status, operation)) = events.try_recv() {
                // Only the handler of the operation responds with it.
                let reached = status == 418;
                // warp tells no route.
                let untold = framework == "warp" && path == "/pets/teapot/";
                if reached && !untold && operation != Some("/pets/{petId}") {
                    wrong.push(format!("{framework} {path}: {seen}, held to {operation:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
