//! What the generators make of the derive: the documents are those that are kept, and the tables of those are the
//! contracts.

use std::{env, fs};

use serde_json::Value;
use statusbook::{Contract, Status, Table, vpn};
use statusbook_test_generators::{
    DeleteError, Described, FindError, by_aide, by_utoipa, described_by_aide,
};
use utoipa::{OpenApi, ToResponse};

/// Holds a document to the file that is kept; `BLESS=1` writes it.
fn kept(name: &str, document: &impl serde::Serialize) -> Value {
    let path = format!("{}/openapi/{name}", env!("CARGO_MANIFEST_DIR"));
    let value = serde_json::to_value(document).expect("JSON");
    if env::var_os("BLESS").is_some() {
        let text = serde_json::to_string_pretty(&value).expect("JSON") + "\n";
        fs::write(&path, text).expect("the file is writable");
    }
    // As values: the order of members depends on the features of `serde_json` in the build.
    let file = fs::read_to_string(&path).expect("the file");
    let file: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(file, value, "{path}: `BLESS=1` writes it");
    value
}

/// The errors of an operation are those of its type, with the texts of the type's table.
fn assert_contract<E: Contract>(operation: Table) {
    let errors = operation
        .documented()
        .intersection(statusbook::StatusSet::ERRORS);
    assert_eq!(errors, E::STATUSES, "{}", operation.name());
    for code in errors {
        let (found, meant) = (operation.status(code), vpn::TABLE.status(code));
        assert_eq!(
            found.map(Status::description).ok(),
            meant.map(Status::description).ok(),
            "{code} of {}",
            operation.name()
        );
    }
}

#[test]
fn the_document_of_utoipa_is_the_contract() {
    let document = kept("utoipa.json", &Described::openapi());
    assert_contract::<FindError>(by_utoipa::find::TABLE);
    assert_contract::<DeleteError>(by_utoipa::delete::TABLE);
    assert_schemas(&document);
    let (name, _) = DeleteError::response();
    let component = &document["components"]["responses"][name];
    assert_eq!(name, "DeleteError");
    assert!(
        component["description"]
            .as_str()
            .is_some_and(|text| text.starts_with("404 Not Found: ")),
        "{component}"
    );
}

#[test]
fn the_document_of_aide_is_the_contract() {
    let document = kept("aide.json", &described_by_aide());
    assert_contract::<FindError>(by_aide::find::TABLE);
    assert_contract::<DeleteError>(by_aide::delete::TABLE);
    assert_schemas(&document);
}

/// Each body has its schema, and the service codes are in it.
fn assert_schemas(document: &Value) {
    let delete = &document["paths"]["/gateways/{id}"]["delete"]["responses"];
    let own = &delete["409"]["content"]["application/json"]["schema"]["properties"];
    assert_eq!(own["code"]["enum"], serde_json::json!(["VPN.0012"]));
    // The body of an inner error is its own.
    let inner = &delete["404"]["content"]["application/problem+json"]["schema"]["properties"];
    assert!(
        inner["title"].is_object() && inner["code"].is_object(),
        "{delete}"
    );
}
