//! JSON and YAML: what they have in common, what each brings, and where each goes wrong.

use statusbook_reader::openapi::Options;

use crate::{api, listed, problems, read_with, shown, with_paths};

const JSON: &str = r#"{
  "openapi": "3.0.0",
  "info": {"title": "Pets \u00e9\ud83d\udc31 \"\\\/", "version": "1"},
  "paths": {
    "/pets": {"get": {
      "operationId": "listPets",
      "x-rate": -1.5e3, "deprecated": false, "x-none": null, "x-list": [1, [2], {}],
      "responses": {
        "200": {"description": "Pets"}, "é": {}, "404": {"description": "a\nb"}
      }
    }}
  }
}"#;

fn named(text: &str, name: &str) -> String {
    let options = Options {
        name,
        ..Options::default()
    };
    read_with(text, &options)
        .expect_err("the document should be refused")
        .to_string()
}

#[test]
fn json_is_read_with_its_escapes_and_places() {
    let text = JSON.replace("\"é\": {}", "\"x-é\": {}");
    let api = api(&text);
    assert_eq!(api.title, "Pets é🐱 \"\\/");
    // Columns count characters: the `é` before the second code is one.
    assert_eq!(shown(&api.operations[0]), ["200@9:9 Pets", "404@9:52 a\nb"]);
}

#[test]
fn json_and_yaml_of_one_document_agree() {
    let json = JSON.replace("\"é\": {}, ", "");
    for name in ["openapi.json", "openapi.yaml", "openapi", ""] {
        let options = Options {
            name,
            ..Options::default()
        };
        let api = read_with(&json, &options).unwrap();
        assert_eq!(shown(&api.operations[0])[0], "200@9:9 Pets", "{name}");
    }
    let yaml = "openapi: 3.0.0
info: { title: \"Pets \\u00e9\\ud83d\\udc31 \\\"\\\\/\", version: '1' }
paths: { /pets: { get: { operationId: listPets, responses: {
  200: { description: Pets }, 404: { description: \"a\\nb\" } } } } }
";
    let (json, yaml) = (api(&json), api(yaml));
    assert_eq!((&json.title, listed(&json)), (&yaml.title, listed(&yaml)));
    let texts = |api: &statusbook_reader::openapi::Api| -> Vec<_> {
        api.operations[0]
            .responses
            .iter()
            .map(|one| (one.codes, one.description.clone()))
            .collect()
    };
    assert_eq!(texts(&json), texts(&yaml));
}

#[test]
fn broken_json_is_refused_where_it_breaks() {
    for (text, expected) in [
        (
            "{\"a\": 1,}",
            "1:9: not JSON: expected a key in quotes, found `}`",
        ),
        ("{\"a\" 1}", "1:6: not JSON: expected `:`, found a text"),
        (
            "{\"a\": 1 \"b\"}",
            "1:9: not JSON: expected `,` or `}`, found `\"`",
        ),
        (
            "{\"a\": [1 2]}",
            "1:10: not JSON: expected `,` or `]`, found a text",
        ),
        (
            "{\"a\": yes}",
            "1:7: not JSON: expected a value, found a text",
        ),
        (
            "{\n  \"é\": \"b\n}",
            "2:8: not JSON: the closing `\"` of this text is missing on its line",
        ),
        (
            "{\"a\": \"\\q\"}",
            "1:8: not JSON: unknown escape; a backslash is written `\\\\`",
        ),
        (
            "{\"a\": \"\\u12\"}",
            "1:8: not JSON: unknown escape; a backslash is written `\\\\`",
        ),
        (
            "{\"a\": 1",
            "1:8: not JSON: expected `,` or `}`, found the end of the document",
        ),
        (
            "{} {}",
            "1:4: not JSON: expected the end of the document, found `{`",
        ),
        (
            "{\"a\": 1]",
            "1:8: not JSON: expected `,` or `}`, found `]`",
        ),
        (
            "",
            "1:1: not JSON: expected a value, found the end of the document",
        ),
        (
            "openapi: 3.0.0",
            "1:1: not JSON: expected a value, found a text",
        ),
    ] {
        assert_eq!(named(text, "openapi.json"), expected, "{text}");
    }
}

#[test]
fn broken_yaml_is_refused_where_it_breaks() {
    for (text, expected) in [
        (
            "info:\n  title: a: b\n",
            "2:11: not YAML: there is no key before this `:`; put a text that contains `: ` in quotes",
        ),
        (
            "a: 1\npaths\n  b: {}\n",
            "2:1: not YAML: a key is expected here, and this line has no `:`",
        ),
        (
            "info: @a\n",
            "1:7: not YAML: no text starts with `@` outside quotes",
        ),
        (
            "openapi: 3.0.0\n\tpaths: {}\n",
            "2:1: not YAML: a tab here, where YAML takes only spaces",
        ),
        (
            "paths:\n  a:\n\tb: {}\n",
            "3:2: not YAML: a tab here, where YAML takes only spaces",
        ),
        (
            "paths: { a: {\n",
            "1:13: not YAML: this `{` is never closed",
        ),
        (
            "a: 'b\nc: d\n",
            "2:1: not YAML: a text in quotes continues here; is its closing quote missing?",
        ),
        (
            "a: \"\\q\"\n",
            "1:4: not YAML: unknown escape; between `\"`, a backslash is written `\\\\`",
        ),
        (
            "openapi: *version\n",
            "1:10: alias to an anchor that is not defined before it",
        ),
        (
            "a: 1\n---\na: 1\n",
            "2:1: a second YAML document starts here: keep one in the file",
        ),
        (
            "a: 1\n? [a]\n: b\n",
            "2:3: a list or mapping as a key: OpenAPI has only texts as keys",
        ),
    ] {
        assert_eq!(named(text, "openapi.yaml"), expected, "{text}");
    }
    // The parser's own words, for what is rare.
    let rare = named("info:\n   title: a\n  version: b\n", "openapi.yaml");
    assert!(rare.starts_with("3:3: not YAML: "), "{rare}");
}

#[test]
fn json_with_comments_is_not_taken_for_yaml() {
    let text = "{\"openapi\": \"3.0.0\", // the version\n \"paths\": {}}";
    let expected = "1:22: not JSON: expected a key in quotes, found `/`";
    assert_eq!(named(text, "openapi.json"), expected);
    assert_eq!(named(text, "openapi"), expected);
}

#[test]
fn a_tab_that_yaml_readers_disagree_on_is_refused() {
    let text = "openapi: 3.0.0\ninfo:\n  description: |-\n    \t\n    text\n";
    assert_eq!(
        named(text, "openapi.yaml"),
        "4:5: a tab in the indentation of a block text: write spaces, \
         because most YAML readers refuse a tab here"
    );
    // Here the header says where the text starts.
    let clear = with_paths(
        "  /a:\n    get:\n      responses:\n        200:\n          description: |1-\n           \ttab\n",
    );
    assert_eq!(
        api(&clear).operations[0].responses[0].description.as_ref(),
        "\ttab"
    );
}

#[test]
fn anchors_aliases_and_merge_keys_are_followed() {
    let paths = "  /a:
    get: &get
      operationId: one
      responses: &shared
        404: &missing { description: Missing }
        500: { description: Broken }
  /b:
    get:
      <<: *get
      operationId: two
    put:
      responses:
        <<: [*shared, { 500: { description: Not this one }, 503: { description: Busy } }]
        404: { description: Own }
        410: *missing
";
    let api = api(&with_paths(paths));
    assert_eq!(listed(&api), ["GET /a one", "GET /b two", "PUT /b put_b"]);
    assert_eq!(
        shown(&api.operations[1]),
        ["404@8:9 Missing", "500@9:9 Broken"]
    );
    assert_eq!(
        shown(&api.operations[2]),
        [
            "404@17:9 Own",
            "410@18:9 Missing",
            "500@9:9 Broken",
            "503@16:61 Busy"
        ]
    );
}

#[test]
fn aliases_that_lead_nowhere_or_into_themselves_are_refused() {
    assert_eq!(
        named("openapi: 3.0.0\npaths: &paths { /a: *paths }\n", "a.yaml"),
        "2:21: alias to the value that contains it"
    );
    assert_eq!(
        named("openapi: 3.0.0\npaths: { <<: 3 }\n", "a.yaml"),
        "2:10: `<<` merges mappings only: write an alias to a mapping, or a list of them, after it"
    );
}

#[test]
fn a_byte_order_mark_and_windows_lines_move_nothing() {
    let text = with_paths("  /a:\n    get:\n      responses:\n        404: { description: x }\n");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(shown(&api(&windows).operations[0]), ["404@7:9 x"]);
}

#[test]
fn a_key_that_is_looked_at_must_not_be_written_twice() {
    for (paths, expected) in [
        (
            "  /a: { get: { responses: {} } }\n  /a: {}\n",
            "5:3: key `/a` is written twice: first at 4:3",
        ),
        (
            "  /a:\n    get: {}\n    get: {}\n",
            "6:5: key `get` is written twice: first at 5:5",
        ),
        (
            "  /a:\n    get:\n      responses: {}\n      responses: {}\n",
            "7:7: key `responses` is written twice: first at 6:7",
        ),
        (
            "  /a:\n    get:\n      responses:\n        404: {}\n        '404': {}\n",
            "8:9: key `404` is written twice: first at 7:9",
        ),
        (
            "  /a: { get: { responses: {} } }\npaths: {}\n",
            "5:1: key `paths` is written twice: first at 3:1",
        ),
    ] {
        let found = problems(&with_paths(paths));
        assert!(
            found.starts_with(&format!("{expected}; keep one of them")),
            "{found}"
        );
    }
}

#[test]
fn a_key_twice_where_nobody_looks_does_no_harm() {
    let text =
        with_paths("  /a: { get: { responses: {} } }\ncomponents: { schemas: { A: 1, A: 2 } }\n");
    assert_eq!(listed(&api(&text)), ["GET /a get_a"]);
}
