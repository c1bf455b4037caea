//! What the pet store can send, and what this test exercised: the facts for `cargo statusbook report`.

#[allow(dead_code, reason = "the program's `main`")]
#[path = "../examples/openapi_petstore.rs"]
mod openapi_petstore;

use std::{env, fs};

use axum::body::Body;
use axum::http::Request;
use pets::{AddPetError, GetPetError, GivePetError, edge, petstore};
use statusbook::document::{self, Reference};
use statusbook::{guard, status};
use tower_layer::Layer;
use tower_service::Service;

/// Every operation, its successes and its errors.
fn reference() -> Reference {
    Reference::new()
        .operation(petstore::list_pets::TABLE.name())
        .status(status!(petstore::list_pets, 200))
        .operation(petstore::add_pet::TABLE.name())
        .status(status!(petstore::add_pet, 201))
        .error::<AddPetError>()
        .operation(petstore::get_pet_by_id::TABLE.name())
        .status(status!(petstore::get_pet_by_id, 200))
        .error::<GetPetError>()
        .operation("DELETE /pets/{petId}")
        .status(status!(petstore["DELETE /pets/{petId}"], 204))
        .error::<GivePetError>()
}

#[test]
fn the_facts_for_a_report_are_written() {
    let guard = guard!(petstore | edge);
    let mut service = guard.layer(openapi_petstore::router());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    for (method, path, sent, status) in [
        ("GET", "/pets", "", 200),
        ("POST", "/pets", r#"{"name":"Nora"}"#, 201),
        ("POST", "/pets", "[", 400),
        ("GET", "/pets/3", "", 200),
        ("GET", "/pets/9", "", 404),
        ("GET", "/pets/100", "", 503),
        ("DELETE", "/pets/1", "", 409),
        ("DELETE", "/pets/2", "", 204),
    ] {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .body(Body::from(sent));
        let response = runtime
            .block_on(service.call(request.expect("a request")))
            .expect("a response");
        assert_eq!(response.status(), status, "{method} {path}");
    }
    let exercised = guard.exercised();
    let missing: Vec<String> = exercised
        .operations()
        .iter()
        .map(|operation| operation.missing().to_string())
        .collect();
    assert_eq!(missing, ["", "409", "", "404 503"]);

    // Everything that the document has can be sent, and nothing else: each error type is `exhaustive`.
    let openapi: serde_json::Value =
        serde_json::from_str(&reference().to_openapi_json()).expect("JSON");
    for table in petstore::TABLE.operations() {
        let operation = table.operation().expect("an operation");
        let responses = &openapi["paths"][operation.path()]
            [operation.method().to_ascii_lowercase()]["responses"];
        let codes: Vec<&String> = responses.as_object().expect("responses").keys().collect();
        let documented: Vec<String> = table
            .documented()
            .iter()
            .map(|code| code.to_string())
            .collect();
        assert_eq!(
            codes,
            documented.iter().collect::<Vec<_>>(),
            "{}",
            table.name()
        );
    }

    let folder = env!("CARGO_TARGET_TMPDIR");
    for (name, facts) in [
        ("contract", reference().to_json()),
        ("exercised", document::exercised(&exercised)),
    ] {
        fs::write(format!("{folder}/petstore-{name}.json"), facts)
            .expect("the directory is writable");
    }
}
