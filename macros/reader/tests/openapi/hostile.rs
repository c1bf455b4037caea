//! Documents made to hurt: none may panic, hang, or grow without end.

use std::fmt::Write;
use std::time::{Duration, Instant};

use statusbook_reader::openapi::Options;

use crate::{api, numbered, read, read_with, with_paths};

const YAML: &str = "openapi: 3.2.0
info: { title: \"P\\u00e9ts\", version: '1' }
paths:
  /pets/{petId}: &pets
    get:
      operationId: getPet
      tags: [pets]
      responses: &responses
        200: { description: >- }
        '404': { $ref: '#/components/responses/Missing~1' }
        4XX: { $ref: 'common.yaml#/4XX' }
        default:
          description: |2
              Anything
    additionalOperations: { COPY: { responses: { <<: *responses } } }
  /dogs: *pets
components: { responses: { Missing/: { description: 'It''s missing' } } }
";

const JSON: &str = r##"{"swagger": "2.0", "paths": {"/a": {"get": {"responses": {
  "200": {"description": "\u00e9 \\ \ud83d\udc31"}, "404": {"$ref": "#/responses/%41"}}},
  "put": {"$ref": "#/paths/~1a/get"}}}, "x": [1.5e3, true, null], "responses": {"A": {}}}"##;

/// Changes to a document, always the same ones: bytes swapped, doubled, left out, or put in.
fn mutations(document: &str, count: usize) -> impl Iterator<Item = String> {
    let letters: Vec<char> = document.chars().collect();
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut next = move |below: usize| {
        // Xorshift: good enough to reach every place, and no dependency.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % (below.max(1) as u64)).unwrap_or_default()
    };
    let special: Vec<char> = "{}[]:,&*#'\"\\-|>?!%@`~ \n\t\0\u{feff}é🐱<"
        .chars()
        .collect();
    (0..count).map(move |_| {
        let mut changed = letters.clone();
        for _ in 0..=next(3) {
            let at = next(changed.len());
            let letter = special[next(special.len())];
            match next(5) {
                0 => changed[at] = letter,
                1 => changed.insert(at, letter),
                2 => drop(changed.remove(at)),
                3 => changed.truncate(at.max(1)),
                _ => {
                    let end = changed.len().min(at + next(40));
                    let piece: Vec<char> = changed[at..end].to_vec();
                    let to = next(changed.len());
                    changed.splice(to..to, piece);
                }
            }
        }
        changed.into_iter().collect()
    })
}

#[test]
fn no_change_to_a_document_makes_the_reader_panic() {
    let mut load = |path: &str| match path {
        "common.yaml" => Ok("4XX: { description: Yours }\n".to_owned()),
        _ => Err("no such file".to_owned()),
    };
    let mut refused = 0;
    for (name, document) in [("a.yaml", YAML), ("a.json", JSON), ("", JSON)] {
        let options = Options {
            name,
            ..Options::default()
        };
        for changed in mutations(document, 3_000) {
            let read = statusbook_reader::openapi::read(&changed, &options, &mut load);
            refused += usize::from(read.is_err());
        }
    }
    // The changes have to reach the reader's many ways out, and not only its first.
    assert!((3_000..9_000).contains(&refused), "{refused}");
}

#[test]
fn deep_nesting_is_refused_and_not_followed() {
    for (open, close) in [("{\"a\": ", "}"), ("[", "]")] {
        let text = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for name in ["a.json", "a.yaml"] {
            let options = Options {
                name,
                ..Options::default()
            };
            let refusal = read_with(&text, &options).unwrap_err().to_string();
            assert!(
                refusal.ends_with("the document nests more than 255 levels deep"),
                "{refusal}"
            );
        }
    }
    let blocks = numbered(300, |depth| format!("{}a:\n", " ".repeat(depth)));
    let refusal = read(&blocks).unwrap_err().to_string();
    assert!(
        refusal.ends_with("the document nests more than 255 levels deep"),
        "{refusal}"
    );
}

#[test]
fn aliases_do_not_multiply() {
    // A billion responses, if every alias were a copy.
    let mut text = String::from("openapi: 3.0.0\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
    for level in 1..10 {
        let list = vec![format!("*x{}", level - 1); 10].join(", ");
        writeln!(text, "x{level}: &x{level} [{list}]").unwrap();
    }
    text.push_str("paths: { /a: { get: { responses: { 200: { description: fine } } } } }\n");
    assert_eq!(api(&text).operations.len(), 1);
}

#[test]
fn merge_keys_do_not_multiply() {
    let mut text = String::from("openapi: 3.0.0\nbase: &base\n");
    for key in 0..2_000 {
        writeln!(text, "  k{key}: 1").unwrap();
    }
    text.push_str("copies:\n");
    for _ in 0..2_000 {
        text.push_str("  - { <<: *base }\n");
    }
    let refusal = read(&text).unwrap_err().to_string();
    assert!(
        refusal.ends_with("copy more than 66925 entries, too many for the size of the document"),
        "{refusal}"
    );
}

#[test]
fn descriptions_shared_by_reference_are_bounded() {
    let paths = numbered(2_000, |n| {
        format!("  /a{n}:\n    get: {{ responses: {{ 404: {{ $ref: '#/x-long' }} }} }}\n")
    });
    let text = with_paths(&format!(
        "{paths}x-long: {{ description: {} }}\n",
        "y".repeat(40_000)
    ));
    let refusal = read(&text).unwrap_err().to_string();
    assert!(
        refusal
            .contains("more than 3 MiB of descriptions are too many for the size of the document"),
        "{refusal}"
    );
}

#[test]
fn one_long_line_with_many_responses_is_read_in_linear_time() {
    let paths = numbered(20_000, |n| {
        format!(r##""/é{n}":{{"get":{{"responses":{{"404":{{"$ref":"#/x{n}"}}}}}}}},"##)
    });
    let shared = numbered(20_000, |n| format!(r#","x{n}":{{"description":"é"}}"#));
    let text = format!(
        r#"{{"openapi":"3.0.0","paths":{{{}}}{shared}}}"#,
        paths.trim_end_matches(',')
    );
    let start = Instant::now();
    let api = api(&text);
    assert_eq!(api.operations.len(), 20_000);
    // A hundred times what it takes without optimisation; quadratic would be thousands of times.
    assert!(
        start.elapsed() < Duration::from_secs(60),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn a_document_over_the_limit_is_not_parsed() {
    let refusal = read(&" ".repeat((32 << 20) + 1)).unwrap_err().to_string();
    assert_eq!(refusal, "the document is larger than 32 MiB");
}
