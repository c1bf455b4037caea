//! Documents from handlers: the operation and its statuses come from `#[handles]`, the rest from the error type.

use axum::Json;
use statusbook::document::Reference;
use statusbook::{Created, StatusSet};
use statusbook_test_handlers_axum::{AddPetError, Pet, add, get, list, pets, put_pet};

#[test]
fn a_handler_is_an_operation_with_every_status_it_can_send() {
    let reference = Reference::new()
        .handler::<list>()
        .handler::<add>()
        .error::<AddPetError>()
        // Held to a union: the operation is the part that has one, and the texts of the rest come from the other part.
        .handler::<get>();
    let facts: serde_json::Value = serde_json::from_str(&reference.to_json()).expect("JSON");
    let operations: Vec<(&str, StatusSet)> = facts["operations"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|operation| {
            let rows = operation["responses"].as_array().expect("a list").iter();
            let codes = rows.filter_map(|row| u16::try_from(row["status"].as_u64()?).ok());
            (
                operation["operation"].as_str().expect("a name"),
                codes.collect(),
            )
        })
        .collect();
    assert_eq!(
        operations,
        [
            ("GET /pets", pets::list_pets::TABLE.documented()),
            ("POST /pets", pets::add_pet::TABLE.documented()),
            (
                "GET /pets/{petId}",
                StatusSet::of(&[200, 400, 404, 413, 415, 422])
            ),
        ]
    );
    let sources = &facts["operations"][1]["responses"];
    let taken = sources
        .as_array()
        .expect("a list")
        .iter()
        .find(|row| row["status"] == 409)
        .expect("a row");
    assert_eq!(taken["sources"][0]["type"], "AddPetError");
    assert!(
        reference.to_markdown().contains("The body is not JSON."),
        "{}",
        reference.to_markdown()
    );
}

#[test]
fn a_type_with_responses_is_described_in_the_words_of_a_table() {
    let reference = Reference::new().responses::<Created<Json<Pet>>>(put_pet::TABLE);
    assert_eq!(
        reference.to_markdown(),
        "| Status code | Reason | Description |\n|---|---|---|\n| 201 | Created |  |\n"
    );
}
