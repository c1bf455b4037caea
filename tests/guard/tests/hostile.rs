//! Generated requests that no friendly client sends, against the services of four frameworks behind their guards, on the wire.
//!
//! Each request goes to a service whose guard reports and to one whose guard enforces. Whatever the first one sends, the second
//! one must send a documented status, an error body in the contract's form, and no text of a 5xx; and what was documented and
//! in that form already it must send unchanged. `HOSTILE_REQUESTS=10000` makes the run longer.

#[path = "../../../macros/reader/tests/common/numbers.rs"]
mod numbers;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use guarded::client::{Response, send_in_parts, start};
use guarded::services::SECRET;
use guarded::{FRAMEWORKS, edge, guard};
use numbers::Numbers;
use pets::petstore;
use statusbook::{StatusSet, Table};

/// How many requests each framework gets, unless the environment says otherwise.
const REQUESTS: usize = 400;
/// The services with all layers come first.
const LAYERED: usize = 4;

#[derive(Debug)]
struct Hostile {
    method: String,
    path: String,
    parts: Vec<Vec<u8>>,
}

#[test]
fn nothing_undocumented_leaves_a_service_that_enforces() {
    let requests = std::env::var("HOSTILE_REQUESTS").ok();
    let requests = requests.map_or(REQUESTS, |text| text.parse().expect("a number"));
    let runs: Vec<_> = FRAMEWORKS[..LAYERED]
        .iter()
        .map(|(framework, serve)| {
            let (framework, serve) = (*framework, *serve);
            thread::spawn(move || {
                let observed = Arc::new(AtomicU64::new(0));
                let seen = Arc::clone(&observed);
                let enforcing = guard().enforce().observe(move |_| {
                    seen.fetch_add(1, Ordering::SeqCst);
                });
                let run = Run {
                    framework,
                    reporting: start(serve, guard()),
                    enforcing: start(serve, enforcing),
                    observed,
                };
                run.drive(requests)
            })
        })
        .collect();
    let mut wrong = Vec::new();
    for run in runs {
        let (summary, mistakes) = run.join().expect("the run ends");
        println!("{summary}");
        wrong.extend(mistakes);
    }
    assert!(
        wrong.is_empty(),
        "{} mistakes, the first ones:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
}

struct Run {
    framework: &'static str,
    reporting: SocketAddr,
    enforcing: SocketAddr,
    /// How many responses the enforcing guard has seen.
    observed: Arc<AtomicU64>,
}

impl Run {
    fn drive(&self, requests: usize) -> (String, Vec<String>) {
        let mut numbers = Numbers::new(20_261_121);
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        let mut wrong = Vec::new();
        for _ in 0..requests {
            let request = generate(&mut numbers);
            let parts: Vec<&[u8]> = request.parts.iter().map(Vec::as_slice).collect();
            let before = send_in_parts(self.reporting, &parts);
            let count = self.observed.load(Ordering::SeqCst);
            let after = send_in_parts(self.enforcing, &parts);
            let unseen = self.observed.load(Ordering::SeqCst) == count;
            let Some(after) = after else {
                *counts.entry("no response").or_default() += 1;
                if before.is_some() {
                    wrong.push(self.mistake(
                        "the response is lost",
                        &request,
                        before.as_ref(),
                        None,
                    ));
                }
                continue;
            };
            let kind =
                match (unseen, &*request.method) {
                    (true, "OPTIONS" | "CONNECT") => "passed",
                    // The framework sent it before it asked any layer.
                    (true, _) => "before any layer",
                    (false, _) => {
                        let sentence = check(&request, before.as_ref(), &after);
                        wrong.extend(sentence.map(|text| {
                            self.mistake(&text, &request, before.as_ref(), Some(&after))
                        }));
                        match before {
                            Some(before) if same(&before, &after) => "unchanged",
                            _ => "rewritten",
                        }
                    }
                };
            *counts.entry(kind).or_default() += 1;
        }
        (format!("{}: {counts:?}", self.framework), wrong)
    }

    fn mistake(
        &self,
        text: &str,
        request: &Hostile,
        before: Option<&Response>,
        after: Option<&Response>,
    ) -> String {
        let show = |response: Option<&Response>| {
            response.map(|response| {
                format!(
                    "{} {:?} {}",
                    response.status,
                    response.fields,
                    response.text()
                )
            })
        };
        let sent: String = String::from_utf8_lossy(&request.parts.concat())
            .chars()
            .take(300)
            .collect();
        format!(
            "{}: {text}\n  sent {sent:?}\n  reported {:?}\n  enforced {:?}",
            self.framework,
            show(before),
            show(after)
        )
    }
}

/// What is wrong with the response of the service that enforces.
fn check(request: &Hostile, before: Option<&Response>, after: &Response) -> Option<String> {
    let documented = documented(request);
    let in_form = |response: &Response| {
        response.status < 400
            || (response.field("content-type") == Some("application/problem+json")
                && (request.method == "HEAD" || is_problem(response)))
    };
    if !documented.contains(after.status) {
        return Some(format!("`{}` is not documented", after.status));
    }
    if !in_form(after) {
        return Some("the error body is foreign".to_owned());
    }
    let text = format!("{:?} {}", after.fields, after.text());
    for secret in [SECRET, "10.0.0.7", "a cow leans against it"] {
        if text.contains(secret) {
            return Some(format!("`{secret}` leaked"));
        }
    }
    let before = before?;
    let untouched = documented.contains(before.status) && in_form(before);
    (untouched && !same(before, after)).then(|| "a documented response changed".to_owned())
}

/// A problem says its status, or none (RFC 9457 §3.1.2).
fn is_problem(response: &Response) -> bool {
    let problem = serde_json::from_slice::<serde_json::Value>(&response.body);
    problem.is_ok_and(|problem| {
        let status = problem.get("status");
        problem.is_object() && status.is_none_or(|status| *status == response.status)
    })
}

fn same(before: &Response, after: &Response) -> bool {
    let fields = |response: &Response| {
        let fields = response.fields.iter().filter(|(name, _)| name != "date");
        // actix-cors lists them in the order of a hash map.
        let ordered = |value: &str| {
            let mut names: Vec<_> = value.split(", ").map(str::to_owned).collect();
            names.sort();
            names
        };
        let fields = fields.map(|(name, value)| (name.clone(), ordered(value)));
        let mut fields: Vec<_> = fields.collect();
        fields.sort();
        fields
    };
    before.status == after.status && before.body == after.body && fields(before) == fields(after)
}

/// What the operation of a request documents, and the whole service: written down once more, apart from the guard.
fn documented(request: &Hostile) -> StatusSet {
    let path = request.path.split('?').next().unwrap_or_default();
    let one = path
        .strip_prefix("/pets/")
        .is_some_and(|pet| !pet.is_empty() && !pet.contains('/'));
    let method = if request.method == "HEAD" {
        "GET"
    } else {
        &request.method
    };
    let table = match (method, path) {
        ("GET", "/pets") => petstore::list_pets::TABLE,
        ("POST", "/pets") => petstore::add_pet::TABLE,
        ("GET", _) if one => petstore::get_pet_by_id::TABLE,
        ("DELETE", _) if one => operation("DELETE /pets/{petId}"),
        _ => petstore::TABLE,
    };
    table.documented().union(edge::TABLE.documented())
}

fn operation(name: &str) -> Table {
    let operations = petstore::TABLE.operations();
    *operations
        .iter()
        .find(|table| table.name() == name)
        .expect("an operation")
}

/// A request, and how it is sent.
fn generate(numbers: &mut Numbers) -> Hostile {
    const METHODS: &[&str] = &[
        "GET", "POST", "DELETE", "HEAD", "PUT", "PATCH", "TRACE", "OPTIONS", "FOO", "M-SEARCH",
        "get", "PROPFIND",
    ];
    const PATHS: &[&str] = &[
        "/",
        "/pets",
        "/pets/",
        "/pets/1",
        "/pets/2",
        "/pets/9",
        "/pets/100",
        "/pets/panic",
        "/pets/teapot",
        "/pets/limited",
        "/pets/denied",
        "/pets/missing",
        "/pets/conflict",
        "/pets/leak",
        "/pets/gateway",
        "/pets/slow",
        "/pets/problem",
        "/pets/%31",
        "/pets/%FF%FE",
        "/pets/%00",
        "/pets/%",
        "/pets/%zz",
        "/pets/%2e%2e/admin",
        "/pets/../etc/passwd",
        "/pets//1",
        "//pets",
        "/pets/1/toys",
        "/PETS",
        "/pets?name=%",
        "/pets/1?x[]=1&&=",
        "/nothing",
        "/pets;v=1",
        "/pets/1#x",
        "/*",
        "/pets/{petId}",
    ];
    const BODIES: &[&[u8]] = &[
        b"",
        b"{",
        b"{}",
        b"null",
        b"[]",
        b"\"\"",
        b"{\"name\":7}",
        b"{\"name\":\"Ada\"}",
        b"{\"name\":\"\xff\"}",
        b"name=Ada",
        b"\0\0\0\0",
        b"{\"name\":\"x\",\"name\":\"y\"}",
        b"1e999",
        b"{\"name\":\"\\ud800\"}",
        b"// comment",
        b"\xef\xbb\xbf{}",
    ];
    const TYPES: &[&str] = &[
        "application/json",
        "application/json",
        "application/json; charset=utf-16",
        "text/plain",
        "image/png",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "application/problem+json",
        "/",
        "application/json;;;",
        "\u{1}",
    ];
    if numbers.below(4) == 0 {
        return friendly(numbers);
    }
    let method = numbers.choose(METHODS).to_owned();
    let mut path = numbers.choose(PATHS).to_owned();
    if numbers.below(40) == 0 {
        path = format!("/pets/{}", "a".repeat(1 + numbers.below(3000)));
    }
    let mut body = match numbers.below(8) {
        0 => format!("{{\"name\":\"pet {}\"}}", numbers.below(50)).into_bytes(),
        1 => "[".repeat(1 + numbers.below(3000)).into_bytes(),
        2 => vec![b'x'; 4000 + numbers.below(6000)],
        _ => numbers.choose(BODIES).to_vec(),
    };
    // A bodiless method has a body, and the other way round, now and then.
    if matches!(&*method, "GET" | "HEAD" | "DELETE" | "OPTIONS") && numbers.below(4) > 0 {
        body.clear();
    }
    let mut head = Vec::new();
    let version = if numbers.below(25) == 0 {
        numbers.choose(&["HTTP/1.0", "HTTP/9.9", "HTTP/2.0", "HTTP"])
    } else {
        "HTTP/1.1"
    };
    head.extend_from_slice(format!("{method} {path} {version}\r\n").as_bytes());
    let mut fields = vec!["connection: close".to_owned()];
    if numbers.below(20) > 0 {
        fields.push("host: a.example".to_owned());
    }
    if !body.is_empty() && numbers.below(8) > 0 {
        fields.push(format!("content-type: {}", numbers.choose(TYPES)));
    }
    let abuse = abuse(numbers);
    fields.extend(abuse);
    let body = match numbers.below(10) {
        0 => {
            fields.push("transfer-encoding: chunked".to_owned());
            chunked(&body, numbers)
        }
        1 if !body.is_empty() => {
            // The rest never comes.
            let length = body.len() + if numbers.below(4) == 0 { 10 } else { 0 };
            fields.push(format!("content-length: {length}"));
            body
        }
        2 if numbers.below(3) == 0 => {
            fields.push(format!(
                "content-length: {}",
                numbers.choose(&["-1", "9999999999999999999999", "1, 2", "x", "+1"])
            ));
            body
        }
        _ => {
            fields.push(format!("content-length: {}", body.len()));
            body
        }
    };
    for field in fields {
        head.extend_from_slice(field.as_bytes());
        head.extend_from_slice(b"\r\n");
    }
    head.extend_from_slice(b"\r\n");
    let mut parts = vec![head];
    if numbers.below(30) == 0 && body.len() > 4 {
        // Slowly, but in time.
        parts.extend(body.chunks(body.len() / 3 + 1).map(<[u8]>::to_vec));
    } else {
        parts[0].extend_from_slice(&body);
    }
    Hostile {
        method,
        path,
        parts,
    }
}

/// What the document invites to.
fn friendly(numbers: &mut Numbers) -> Hostile {
    let (method, path) = match numbers.below(4) {
        0 => ("POST", "/pets".to_owned()),
        1 => ("DELETE", format!("/pets/{}", numbers.below(40))),
        2 => ("GET", "/pets".to_owned()),
        _ => ("GET", format!("/pets/{}", numbers.below(120))),
    };
    let body = match method {
        "POST" => format!("{{\"name\":\"pet {}\"}}", numbers.below(60)),
        _ => String::new(),
    };
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    );
    Hostile {
        method: method.to_owned(),
        path,
        parts: vec![request.into_bytes()],
    }
}

/// Fields that a service may stumble over.
fn abuse(numbers: &mut Numbers) -> Vec<String> {
    match numbers.below(24) {
        0 => vec!["authorization: Bearer bad".to_owned()],
        1 => vec!["authorization: \u{fc}".to_owned()],
        2 => vec![
            "origin: https://a.example".to_owned(),
            "access-control-request-method: GET".to_owned(),
        ],
        3 => vec!["accept: application/xml;q=0, */*;q=0.0.1".to_owned()],
        4 => vec!["expect: 100-continue".to_owned()],
        5 => vec!["content-encoding: gzip".to_owned()],
        6 => vec!["x-forwarded-for: ".to_owned() + &"1,".repeat(2000)],
        7 => (0..numbers.below(150))
            .map(|number| format!("x-{number}: 1"))
            .collect(),
        8 => vec!["bad field: 1".to_owned()],
        9 => vec!["range: bytes=9-1".to_owned(), "if-none-match: *".to_owned()],
        10 => vec!["host: b.example".to_owned()],
        11 => vec!["upgrade: websocket".to_owned()],
        12 => vec!["x-null: a\0b".to_owned()],
        13 => vec!["accept: application/json".to_owned()],
        14 => vec!["accept: text/xml".to_owned()],
        _ => Vec::new(),
    }
}

fn chunked(body: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut sent = Vec::new();
    for chunk in body.chunks(1000) {
        sent.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        sent.extend_from_slice(chunk);
        sent.extend_from_slice(b"\r\n");
    }
    let end: &[u8] = if numbers.below(8) == 0 {
        b"zz\r\n"
    } else {
        b"0\r\n\r\n"
    };
    sent.extend_from_slice(end);
    sent
}
