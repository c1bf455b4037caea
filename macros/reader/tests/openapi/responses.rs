//! Which keys document what, with which text, and where.

use statusbook_reader::Codes;
use statusbook_reader::openapi::{Options, Policy, ResponseCodes};

use crate::{api, problems, read_with, shown, with_paths};

const KEYS: &str = "  /pets:
    get:
      responses:
        200: { description: Unquoted }
        '404': { description: Quoted }
        4XX: { description: A class }
        5xx: { description: A class in small letters }
        default: { description: Anything else }
";

#[test]
fn codes_classes_and_default_are_read_with_their_places() {
    let api = api(&with_paths(KEYS));
    let operation = &api.operations[0];
    assert_eq!(
        shown(operation),
        [
            "200@7:9 Unquoted",
            "404@8:9 Quoted",
            "4XX@9:9 A class",
            "5xx@10:9 A class in small letters",
            "default@11:9 Anything else",
        ]
    );
    let codes: Vec<_> = operation
        .responses
        .iter()
        .map(|response| response.codes)
        .collect();
    assert_eq!(
        codes,
        [
            ResponseCodes::Codes(Codes::One(200)),
            ResponseCodes::Codes(Codes::One(404)),
            ResponseCodes::Codes(Codes::Range(400, 499)),
            ResponseCodes::Codes(Codes::Range(500, 599)),
            ResponseCodes::Default,
        ]
    );
}

#[test]
fn default_and_classes_can_be_left_out() {
    let keys = |options: &Options<'_>| {
        let api = read_with(&with_paths(KEYS), options).unwrap();
        api.operations[0]
            .responses
            .iter()
            .map(|response| response.key.clone())
            .collect::<Vec<_>>()
    };
    let no_default = Options {
        default: Policy::Ignore,
        ..Options::default()
    };
    assert_eq!(keys(&no_default), ["200", "404", "4XX", "5xx"]);
    let no_ranges = Options {
        ranges: Policy::Ignore,
        ..Options::default()
    };
    assert_eq!(keys(&no_ranges), ["200", "404", "default"]);
}

#[test]
fn keys_that_are_not_codes_are_refused_in_place() {
    for key in [
        "40x", "40", "4040", "600", "099", "0x194", "4X4", "6XX", "Default", "OK", "404 ",
    ] {
        let paths = format!(
            "  /pets:\n    get:\n      responses:\n        '{key}': {{ description: x }}\n"
        );
        assert_eq!(
            problems(&with_paths(&paths)),
            format!(
                "7:9: `{key}` is not a status code: write a number from 100 to 599, a class like `4XX`, \
                 or `default`"
            )
        );
    }
}

#[test]
fn vendor_extensions_are_not_responses() {
    let paths = "  /pets:
    x-owner: us
    get:
      responses:
        x-note: anything
        200: { description: Pets, x-note: 1 }
  x-internal:
    get: { responses: { 200: { description: hidden } } }
";
    let api = api(&with_paths(paths));
    assert_eq!(api.operations.len(), 1);
    assert_eq!(shown(&api.operations[0]), ["200@9:9 Pets"]);
}

#[test]
fn a_class_in_two_spellings_is_one_response_too_many() {
    let paths = "  /pets:
    get:
      responses:
        4XX: { description: a }
        4xx: { description: b }
";
    assert_eq!(
        problems(&with_paths(paths)),
        "8:9: response `4xx` is documented twice: first at 7:9; keep one of them"
    );
}

#[test]
fn a_missing_description_is_empty() {
    let paths = "  /pets:
    get:
      responses:
        200: {}
        202:
        204: { description: }
        404: { description: ~ }
        500: { description: '~' }
";
    let expected = [
        "200@7:9 ",
        "202@8:9 ",
        "204@9:9 ",
        "404@10:9 ",
        "500@11:9 ~",
    ];
    assert_eq!(shown(&api(&with_paths(paths)).operations[0]), expected);
}

#[test]
fn an_operation_without_responses_documents_none() {
    let paths = "  /pets:\n    get: { operationId: list }\n    put: { responses: }\n";
    let api = api(&with_paths(paths));
    assert!(
        api.operations
            .iter()
            .all(|operation| operation.responses.is_empty())
    );
    assert_eq!(api.operations.len(), 2);
}

#[test]
fn a_description_keeps_its_lines_and_markup() {
    let paths = "  /pets:
    get:
      responses:
        200:
          description: |
            **Pets**

            - one
        404:
          description: >-
            folded
            text
";
    let api = api(&with_paths(paths));
    let descriptions: Vec<_> = api.operations[0]
        .responses
        .iter()
        .map(|response| &*response.description)
        .collect();
    assert_eq!(descriptions, ["**Pets**\n\n- one\n", "folded text"]);
}

#[test]
fn from_3_1_on_a_description_beside_a_reference_goes_first() {
    let document = |version: &str| {
        format!(
            "openapi: {version}
paths:
  /pets:
    get:
      responses:
        404: {{ $ref: '#/components/responses/Missing', description: There is no such pet }}
        410: {{ $ref: '#/components/responses/Missing' }}
components: {{ responses: {{ Missing: {{ description: Not found }} }} }}
"
        )
    };
    let before = api(&document("3.0.4"));
    assert_eq!(
        shown(&before.operations[0]),
        ["404@6:9 Not found", "410@7:9 Not found"]
    );
    let after = api(&document("3.1.0"));
    assert_eq!(
        shown(&after.operations[0]),
        ["404@6:9 There is no such pet", "410@7:9 Not found"]
    );
}

#[test]
fn responses_that_are_not_a_mapping_are_refused() {
    let paths = "  /pets:
    get: { responses: [200] }
    put: { responses: { 200: fine } }
    post: nothing
";
    assert_eq!(
        problems(&with_paths(paths)),
        "7:11: expected a mapping for an operation, found a text\n\
         5:23: expected a mapping for `responses`, found a list\n\
         6:30: expected a mapping for a response, found a text"
    );
}
