//! What the generators make of the derive: the documents are those that are kept, and the tables of those are the
//! contracts.

use std::{env, fs};

use serde_json::Value;
use statusbook::{Contract, Responses, Status, StatusSet, Table, vpn};
use statusbook_test_generators::{
    Create, Delete, DeleteError, Described, Find, FindError, Replace, by_aide, by_utoipa,
    described_by_aide,
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

/// The statuses of an operation are those of what its handler returns, and its errors have the texts of their type's table.
fn assert_contract<T: Responses, E: Contract>(operation: Table) {
    let documented = operation.documented();
    assert_eq!(documented, T::STATUSES, "{}", operation.name());
    let errors = documented.intersection(StatusSet::ERRORS);
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
    assert_contract::<Find, FindError>(by_utoipa::find::TABLE);
    assert_contract::<Create, FindError>(by_utoipa::create::TABLE);
    assert_contract::<Replace, DeleteError>(by_utoipa::replace::TABLE);
    assert_contract::<Delete, DeleteError>(by_utoipa::delete::TABLE);
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
    assert_contract::<Find, FindError>(by_aide::find::TABLE);
    assert_contract::<Create, FindError>(by_aide::create::TABLE);
    assert_contract::<Replace, DeleteError>(by_aide::replace::TABLE);
    assert_contract::<Delete, DeleteError>(by_aide::delete::TABLE);
    assert_schemas(&document);
}

/// Each body has its schema, and the service codes are in it.
fn assert_schemas(document: &Value) {
    let delete = &document["paths"]["/gateways/{id}"]["delete"]["responses"];
    let own = &delete["409"]["content"]["application/json"]["schema"]["properties"];
    assert_eq!(own["code"]["enum"], serde_json::json!(["VPN.0012"]));
    // A success has the schema of its content; two of one status are described together.
    let paths = &document["paths"];
    let created = &paths["/gateways"]["post"]["responses"]["201"];
    assert_eq!(
        created["content"].as_object().map(serde_json::Map::len),
        Some(1)
    );
    assert!(
        created["content"]["application/json"]["schema"].is_object(),
        "{created}"
    );
    let replaced = &paths["/gateways/{id}"]["put"]["responses"];
    let later = replaced["202"]["content"].as_object();
    let later: Vec<_> = later
        .into_iter()
        .flatten()
        .map(|(name, _)| &**name)
        .collect();
    assert!(
        matches!(*later, ["application/json", text] | [text, "application/json"] if text.starts_with("text/plain")),
        "{replaced}"
    );
    assert!(
        replaced["204"]["content"].is_null() && delete["204"]["content"].is_null(),
        "{document}"
    );
    // The body of an inner error is its own.
    let inner = &delete["404"]["content"]["application/problem+json"]["schema"]["properties"];
    assert!(
        inner["title"].is_object() && inner["code"].is_object(),
        "{delete}"
    );
}
