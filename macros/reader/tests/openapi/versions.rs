//! OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0: what is an operation in which.

use crate::{api, listed, problems, shown, with_paths};

#[test]
fn every_version_is_read() {
    for version in [
        "openapi: 3.0.0",
        "openapi: 3.0",
        "openapi: '3.1.1'",
        "openapi: 3.2.0",
        "swagger: '2.0'",
        "swagger: 2.0",
    ] {
        let api = api(&format!(
            "{version}\npaths: {{ /a: {{ get: {{ responses: {{ 200: {{}} }} }} }} }}\n"
        ));
        assert_eq!(listed(&api), ["GET /a get_a"], "{version}");
    }
}

#[test]
fn unknown_versions_are_refused_by_name() {
    for (line, version) in [
        ("openapi: 4.0.0", "4.0.0"),
        ("openapi: 3.3.0", "3.3.0"),
        ("openapi:", ""),
        ("openapi: 3", "3"),
    ] {
        assert_eq!(
            problems(&format!("info: {{}}\n{line}\npaths: {{}}\n")),
            format!(
                "2:1: `openapi: {version}` is a version that this reader does not know: \
                 OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0 are read"
            )
        );
    }
    assert!(
        problems("swagger: '1.2'\npaths: {}\n").starts_with("1:1: `swagger: 1.2` is a version")
    );
}

#[test]
fn title_version_summary_and_tags_are_kept() {
    let api = api("
openapi: 3.0.0
info: { title: 'Pets: the API', version: 1.10 }
paths:
  /pets:
    get: { operationId: listPets, summary: List the pets, tags: [pets, public], responses: {} }
");
    assert_eq!(
        (api.title.as_str(), api.version.as_deref()),
        ("Pets: the API", Some("1.10"))
    );
    let operation = &api.operations[0];
    assert_eq!(operation.id.as_deref(), Some("listPets"));
    assert_eq!(operation.summary.as_deref(), Some("List the pets"));
    assert_eq!(*operation.tags, ["pets", "public"]);
    assert_eq!(operation.position.to_string(), "6:5");
}

#[test]
fn operations_come_in_document_order() {
    let paths = "  /b:
    parameters: []
    delete: { responses: {} }
    get: { responses: {} }
  /a:
    summary: not an operation
    servers: []
    trace: { responses: {} }
    head: { responses: {} }
    options: { responses: {} }
    patch: { responses: {} }
    post: { responses: {} }
    put: { responses: {} }
";
    assert_eq!(
        listed(&api(&with_paths(paths))),
        [
            "DELETE /b delete_b",
            "GET /b get_b",
            "TRACE /a trace_a",
            "HEAD /a head_a",
            "OPTIONS /a options_a",
            "PATCH /a patch_a",
            "POST /a post_a",
            "PUT /a put_a",
        ]
    );
}

#[test]
fn query_and_additional_operations_are_operations_of_3_2() {
    let document = |version: &str| {
        format!(
            "openapi: {version}
paths:
  /pets:
    query: {{ operationId: search, responses: {{ 200: {{ description: Found }} }} }}
    additionalOperations:
      LINK: {{ responses: {{ 204: {{ description: Linked }} }} }}
      Copy: {{ responses: {{ 201: {{ description: Copied }} }} }}
"
        )
    };
    let api = api(&document("3.2.0"));
    assert_eq!(
        listed(&api),
        [
            "QUERY /pets search",
            "LINK /pets link_pets",
            "Copy /pets copy_pets"
        ]
    );
    assert_eq!(shown(&api.operations[1]), ["204@6:28 Linked"]);
    assert_eq!(
        problems(&document("3.1.0")),
        "4:5: `query` is an operation from OpenAPI 3.2 on, and this document is OpenAPI 3.1\n\
         5:5: `additionalOperations` is an operation from OpenAPI 3.2 on, and this document is OpenAPI 3.1"
    );
}

#[test]
fn a_method_is_documented_once_for_a_path() {
    let document = "openapi: 3.2.0
paths:
  /pets:
    get: { responses: {} }
    additionalOperations:
      GET: { responses: {} }
";
    assert_eq!(
        problems(document),
        "6:7: `GET /pets` is documented twice: first at 4:5; keep one of them"
    );
}

#[test]
fn a_method_in_capitals_or_with_a_typing_mistake_is_not_passed_over() {
    let paths = "  /pets:
    GET: { responses: {} }
    gte: { responses: {} }
    note: { anything: else }
";
    assert_eq!(
        problems(&with_paths(paths)),
        "5:5: `GET` is not read as an operation: write `get`\n\
         6:5: `gte` has responses, but is not a method of OpenAPI: \
         `get`, `head`, `post`, `put`, `patch`, `delete`, `options`, `trace`"
    );
}

#[test]
fn webhooks_and_callbacks_are_not_operations() {
    let document = "openapi: 3.1.0
paths:
  /pets:
    post:
      callbacks:
        done: { '{$request.body#/url}': { post: { responses: { 200: {} } } } }
      responses: { 201: { description: Created } }
webhooks:
  newPet: { post: { responses: { 200: { description: Heard } } } }
";
    assert_eq!(listed(&api(document)), ["POST /pets post_pets"]);
    assert_eq!(
        problems("openapi: 3.1.0\nwebhooks: { newPet: { post: { responses: {} } } }\n"),
        "1:1: the document has only `webhooks`, which are requests that the service sends: \
         no operations under `paths`"
    );
}

#[test]
fn a_document_without_operations_is_refused() {
    assert_eq!(
        problems("openapi: 3.1.0\ncomponents: {}\n"),
        "1:1: no operations: `paths` is missing at the top level"
    );
    assert_eq!(
        problems("openapi: 3.0.0\npaths: {}\n"),
        "2:8: no operations under `paths`"
    );
    assert_eq!(
        problems("openapi: 3.0.0\npaths: { /pets: { parameters: [] } }\n"),
        "2:8: no operations under `paths`"
    );
}

#[test]
fn a_document_that_is_not_openapi_gets_a_message_of_what_it_lacks() {
    let missing = "not an OpenAPI document: `openapi` or `swagger` is missing at the top level";
    assert_eq!(
        problems("opanapi: 3.0.0\ninfo: {}\n"),
        format!("1:1: {missing}, which has `opanapi`")
    );
    assert_eq!(problems("asyncapi: 2.0.0\n"), format!("1:1: {missing}"));
    assert_eq!(problems("{}"), format!("1:1: {missing}"));
    let expected = "not an OpenAPI document: expected a mapping with `openapi` or `swagger`, found";
    assert_eq!(problems(""), format!("1:1: {expected} nothing"));
    assert_eq!(problems("- a\n"), format!("1:1: {expected} a list"));
    assert_eq!(problems("Hello\n"), format!("1:1: {expected} a text"));
}
