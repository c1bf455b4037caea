//! Documents from what the code can respond with, and back.

use std::path::Path;
use std::process::Command;
use std::{env, fs, panic};

use statusbook::document::Reference;
use statusbook::{ApiError, CodeMessage, Text, status, vpn};
use statusbook_reader::{Codes, Options, read};

/// The inner error.
#[derive(Debug, ApiError)]
#[api_error(table = vpn, body = Text)]
#[status(503, "no connection", code = "VPN.0001")]
struct Connection;

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[allow(dead_code, reason = "the type is what is looked at")]
enum GatewayError<E: std::error::Error + 'static> {
    #[status(404, "no gateway {0}")]
    NotFound(u32),
    #[status(409, "in use", code = "VPN.0012")]
    InUse,
    #[status(409, "taken", code = "VPN.0003")]
    Taken,
    #[status(418, undocumented = "a joke")]
    Teapot,
    #[status(500, "{0}")]
    Other(E),
    #[status(transparent)]
    Connection(#[from] Connection),
}

fn reference() -> Reference {
    Reference::new()
        .status(status!(vpn, DELETE 204))
        .error::<GatewayError<std::fmt::Error>>()
}

#[test]
fn markdown_has_every_status_with_its_documented_text() {
    assert_eq!(
        reference().to_markdown(),
        "\
| Status code | Reason | Description |
|---|---|---|
| 204 | No Content | Successful DELETE operations |
| 404 | Not Found | The requested page is not found. |
| 409 | Conflict | The request cannot be processed due to a conflict. |
| 418 | I'm a teapot |  |
| 500 | Internal Server Error | The request is not completed due to a service exception. |
| 503 | Service Unavailable | The request is not completed because the service is unavailable. |

| Status code | Error code | Message | Description |
|---|---|---|---|
| 503 | VPN.0001 |  |  |
| 409 | VPN.0003 |  |  |
| 409 | VPN.0012 |  |  |
"
    );
}

#[test]
fn openapi_has_the_schema_of_each_body_and_the_service_codes() {
    let json: serde_json::Value =
        serde_json::from_str(&reference().to_openapi_json()).expect("JSON");
    let responses = &json["responses"];
    let codes: Vec<&String> = responses.as_object().expect("an object").keys().collect();
    assert_eq!(codes, ["204", "404", "409", "418", "500", "503"]);
    assert_eq!(
        responses["204"],
        serde_json::json!({"description": "Successful DELETE operations"})
    );
    let problem = &responses["409"]["content"]["application/problem+json"]["schema"];
    assert_eq!(
        problem["properties"]["code"]["enum"],
        serde_json::json!(["VPN.0012", "VPN.0003"])
    );
    assert_eq!(problem["required"], serde_json::json!(["type", "status"]));
    assert_eq!(
        responses["503"]["content"],
        serde_json::json!({"text/plain; charset=utf-8": {"schema": {"type": "string"}}})
    );
    // Every response needs a description.
    assert!(
        responses
            .as_object()
            .expect("an object")
            .values()
            .all(|response| response["description"] != "")
    );
}

#[test]
fn operations_have_their_own_responses() {
    let reference = Reference::new()
        .operation("DELETE /gateways/{id}")
        .status(vpn::NO_CONTENT)
        .operation("GET /gateways/{id}")
        .error::<Connection>();
    assert_eq!(
        reference.to_openapi_yaml(),
        "\
paths:
  \"/gateways/{id}\":
    \"delete\":
      responses:
        \"204\":
          description: \"Successful DELETE operations\"
    \"get\":
      responses:
        \"503\":
          description: \"The request is not completed because the service is unavailable.\"
          content:
            \"text/plain; charset=utf-8\":
              schema:
                type: \"string\"
"
    );
    assert!(
        reference
            .to_markdown()
            .starts_with("## DELETE /gateways/{id}\n")
    );
    let facts: serde_json::Value = serde_json::from_str(&reference.to_json()).expect("JSON");
    let sources = &facts["operations"][1]["responses"][0]["sources"];
    assert_eq!(sources[0]["type"], "Connection");
    assert!(
        sources[0]["file"]
            .as_str()
            .expect("a file")
            .ends_with("document.rs")
    );
}

/// Code, reason and description.
type Status = (u16, String, String);
/// Service code, status and message.
type Code = (String, Option<u16>, String);

/// Statuses and codes of a page, as the reader has them.
fn read_back(name: &str, text: &str) -> (Vec<Status>, Vec<Code>) {
    let options = Options {
        name,
        ..Options::default()
    };
    let page = read(text, &options).unwrap_or_else(|errors| panic!("{errors:?}:\n{text}"));
    let statuses = page.statuses.into_iter().map(|row| match row.codes {
        Codes::One(code) => (code, row.reason, row.description),
        Codes::Range(..) => panic!("a range: {row:?}"),
    });
    let codes = page
        .error_codes
        .into_iter()
        .map(|row| (row.code, row.status, row.message));
    (statuses.collect(), codes.collect())
}

#[test]
fn both_pages_are_read_back_as_they_were_meant() {
    let reference = Reference::new().error::<GatewayError<std::fmt::Error>>();
    let (statuses, codes) = read_back("page.md", &reference.to_markdown());
    assert_eq!(statuses.len(), 5);
    assert_eq!(statuses[1].1, "Conflict");
    assert_eq!(codes.len(), 3);
    assert_eq!(
        read_back("page.rst", &reference.to_rst()),
        (statuses, codes)
    );
}

mod hostile {
    statusbook::status_table! {
        pub mod table {
            400 "Bad Request" => "a | b \\ c `code` *bold* _under_ **x** __y__ `a`_ b_ [link](x) <b>bold</b> &amp; ~~gone~~ $m$",
            401 "Unauthorized" => ".. note:: nothing",
            403 "Forbidden" => "1. one (a) two",
            404 "Not Found" => ":field: value",
            405 "Method Not Allowed" => "=====",
            406 "Not Acceptable" => "```",
            407 "Proxy Authentication Required" => "tab\there,  many   spaces\nand a line",
            408 "Request Timeout" => "ends with \\",
            409 "Conflict" => "ends with ::",
            410 "Gone" => "\\|",
            411 "Length Required" => "https://example.org/_x_ a@example.org",
            412 "Precondition Failed" => "\u{a0}no break\u{a0}",
            413 "Payload Too Large" => "- a list",
            414 "URI Too Long" => "# a heading",
            415 "Unsupported Media Type" => "> quoted",
            416 "Range Not Satisfiable" => "+---+",
            417 "Expectation Failed" => "<!-- comment -->",
            421 "Misdirected Request" => "|",
            422 "Unprocessable Content" => "::",
            423 "Locked" => "¹ é 日本",
            424 "Failed Dependency" => "{{ braces }} ${x} %d :: | * `",
        }
    }
}

#[test]
fn hostile_texts_are_read_back() {
    #[derive(Debug, ApiError)]
    #[api_error(table = hostile::table)]
    #[allow(dead_code, reason = "the type is what is looked at")]
    enum All {
        #[status(400)]
        S400,
        #[status(401)]
        S401,
        #[status(403)]
        S403,
        #[status(404)]
        S404,
        #[status(405)]
        S405,
        #[status(406)]
        S406,
        #[status(407)]
        S407,
        #[status(408)]
        S408,
        #[status(409)]
        S409,
        #[status(410)]
        S410,
        #[status(411)]
        S411,
        #[status(412)]
        S412,
        #[status(413)]
        S413,
        #[status(414)]
        S414,
        #[status(415)]
        S415,
        #[status(416)]
        S416,
        #[status(417)]
        S417,
        #[status(421)]
        S421,
        #[status(422)]
        S422,
        #[status(423)]
        S423,
        #[status(424)]
        S424,
    }
    let folded = |text: &str| {
        text.split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let wanted: Vec<_> = hostile::table::TABLE
        .entries()
        .iter()
        .map(|entry| {
            (
                entry.code(),
                folded(entry.reason().unwrap_or_default()),
                folded(entry.description().unwrap_or_default()),
            )
        })
        .collect();
    let reference = Reference::new().error::<All>();
    for (name, text) in [
        ("page.md", reference.to_markdown()),
        ("page.rst", reference.to_rst()),
    ] {
        for (found, wanted) in read_back(name, &text).0.iter().zip(&wanted) {
            assert_eq!(found, wanted, "{name}:\n{text}");
        }
    }
    let json: serde_json::Value = serde_json::from_str(&reference.to_openapi_json()).expect("JSON");
    for (code, entry) in wanted
        .iter()
        .map(|(code, ..)| (code, hostile::table::TABLE.entry(*code).expect("a row")))
    {
        assert_eq!(
            json["responses"][code.to_string()]["description"],
            entry.description().unwrap_or_default()
        );
    }
}

#[test]
fn the_body_of_a_variant_is_its_own() {
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[allow(dead_code, reason = "the type is what is looked at")]
    enum Mixed {
        #[status(404)]
        Missing,
        #[status(409, body = CodeMessage)]
        InUse,
        #[status(transparent, body = CodeMessage)]
        Connection(Connection),
        #[status(400)]
        Malformed,
        #[status(400, body = CodeMessage)]
        Empty,
    }
    let json: serde_json::Value =
        serde_json::from_str(&Reference::new().error::<Mixed>().to_openapi_json()).expect("JSON");
    for (code, media) in [
        ("404", &["application/problem+json"][..]),
        ("409", &["application/json"]),
        ("503", &["application/json"]),
        ("400", &["application/json", "application/problem+json"]),
    ] {
        let content = json["responses"][code]["content"]
            .as_object()
            .expect("a body");
        assert_eq!(content.keys().collect::<Vec<_>>(), media, "{code}");
    }
}

/// What `assert_written` says of a file; nothing if it is content.
fn failure(path: &Path) -> Option<String> {
    let path = path.to_owned();
    let outcome = panic::catch_unwind(move || reference().assert_written(path));
    outcome.err().map(|message| {
        message
            .downcast::<String>()
            .map_or_else(|_| String::new(), |message| *message)
    })
}

#[test]
fn a_file_is_checked_against_the_code() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("written.md");
    let write = |text: &str| fs::write(&path, text).expect("the directory is writable");
    let text = reference().to_markdown();
    for same in [text.clone(), text.replace('\n', "\r\n")] {
        write(&same);
        assert_eq!(failure(&path), None);
    }
    write(&text.replace("| 404 |", "| 405 |"));
    let message = failure(&path).expect("another text");
    assert!(
        message.contains("\n- | 405 | Not Found") && message.contains("\n+ | 404 | Not Found"),
        "{message}"
    );
    for (name, reason) in [
        ("nowhere.md", "write it with `BLESS=1`"),
        ("page.txt", "must end in `.md`"),
    ] {
        let message = failure(&folder.join(name)).expect("no such page");
        assert!(message.contains(reason), "{message}");
    }
}

/// Writes the file of the variable, in a process of its own: the variable `BLESS` is of the whole process.
#[test]
fn helper_that_writes() {
    if let Some(path) = env::var_os("STATUSBOOK_TEST_WRITES") {
        reference().assert_written(path);
    }
}

#[test]
fn bless_writes_the_file_or_its_part() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let bless = |path: &Path| {
        let run = Command::new(env::current_exe().expect("this program"))
            .args(["--exact", "helper_that_writes"])
            .env("STATUSBOOK_TEST_WRITES", path)
            .env("BLESS", "1")
            .output()
            .expect("the program starts");
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stdout)
        );
        fs::read_to_string(path).expect("the file")
    };
    for (name, text) in [
        ("new.md", reference().to_markdown()),
        ("new.rst", reference().to_rst()),
        ("new.yaml", reference().to_openapi_yaml()),
        ("new.json", reference().to_openapi_json()),
    ] {
        let path = folder.join(name);
        drop(fs::remove_file(&path));
        assert_eq!(bless(&path), text);
        assert_eq!(failure(&path), None);
    }
    let page = folder.join("part.rst");
    fs::write(
        &page,
        "Title\n=====\n\n.. statusbook:begin\n.. statusbook:end\n\nThe rest.\n",
    )
    .expect("the directory is writable");
    let text = bless(&page);
    assert!(
        text.starts_with("Title\n=====\n\n.. statusbook:begin\n\n.. list-table::")
            && text.ends_with("\n.. statusbook:end\n\nThe rest.\n"),
        "{text}"
    );
    assert_eq!(failure(&page), None);
    assert_eq!(read_back("part.rst", &text).1.len(), 3);
}
