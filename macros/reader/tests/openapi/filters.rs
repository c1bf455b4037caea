//! `operations = […]`: what is left, and what a filter for nothing is told.

use statusbook_reader::openapi::Options;

use crate::{api, listed, read_with, with_paths};

const PATHS: &str = "  /pets:
    get: { operationId: listPets, tags: [pets, public], responses: {} }
    post: { operationId: createPet, tags: [pets], responses: {} }
  /pets/{petId}:
    get: { operationId: getPet, tags: [pets, public], responses: {} }
    delete: { tags: [admin], responses: {} }
  /invoices:
    get: { operationId: listInvoices, tags: [billing], responses: { 40x: {} } }
    put: { operationId: listInvoices, responses: {} }
";

fn names(filters: &[&str]) -> Vec<String> {
    let options = Options {
        operations: filters,
        ..Options::default()
    };
    let api = read_with(&with_paths(PATHS), &options).unwrap_or_else(|refusal| panic!("{refusal}"));
    listed(&api)
        .iter()
        .filter_map(|line| line.rsplit(' ').next().map(str::to_owned))
        .collect()
}

fn refused(filters: &[&str]) -> (Option<usize>, String) {
    let options = Options {
        operations: filters,
        ..Options::default()
    };
    let refusal = read_with(&with_paths(PATHS), &options).unwrap_err();
    assert_eq!(refusal.problems.len(), 1, "{refusal}");
    (refusal.problems[0].filter, refusal.to_string())
}

#[test]
fn ids_names_tags_and_routes_choose_operations() {
    assert_eq!(names(&["getPet"]), ["get_pet"]);
    assert_eq!(names(&["*Pet*"]), ["list_pets", "create_pet", "get_pet"]);
    assert_eq!(names(&["delete_pets_by_pet_id"]), ["delete_pets_by_pet_id"]);
    assert_eq!(names(&["tag:public"]), ["list_pets", "get_pet"]);
    assert_eq!(names(&["GET /pets*"]), ["list_pets", "get_pet"]);
    assert_eq!(names(&["/pets/*"]), ["get_pet", "delete_pets_by_pet_id"]);
}

#[test]
fn several_filters_add_up_in_document_order() {
    assert_eq!(
        names(&["getPet", "tag:admin", "listPets"]),
        ["list_pets", "get_pet", "delete_pets_by_pet_id"]
    );
}

#[test]
fn a_filter_with_an_exclamation_mark_leaves_operations_out() {
    assert_eq!(
        names(&["!/invoices", "!tag:admin", "! getPet"]),
        ["list_pets", "create_pet"]
    );
    assert_eq!(names(&["tag:pets", "!POST *"]), ["list_pets", "get_pet"]);
    assert_eq!(
        refused(&["tag:pets", "!HEAD /*"]),
        (
            Some(1),
            "no operation matches `!HEAD /*`: a filter is an `operationId` such as `getPet*`, `tag:pets`, or `GET /pets/*`"
                .to_owned()
        )
    );
}

#[test]
fn operations_that_promise_nothing_are_counted() {
    let paths = "  /a:
    get: { responses: { 200: {}, 4XX: {} } }
    put: { responses: { default: {} } }
    post: { responses: { 4XX: {}, 404: {} } }
    delete: { responses: { 204: {} } }
";
    assert_eq!(api(&with_paths(paths)).unspecific(), 2);
}

#[test]
fn what_is_left_out_may_be_broken() {
    // `/invoices` has an invalid code, and an `operationId` twice.
    assert_eq!(names(&["/pets"]), ["list_pets", "create_pet"]);
}

#[test]
fn a_filter_for_nothing_is_refused_with_what_was_meant() {
    assert_eq!(
        refused(&["listPets", "getPets"]),
        (
            Some(1),
            "no operation matches `getPets`, did you mean `getPet`?".into()
        )
    );
    assert_eq!(
        refused(&["get_pets"]).1,
        "no operation matches `get_pets`, did you mean `getPet`?"
    );
    assert_eq!(
        refused(&["tag:bilings", "listPets"]),
        (
            Some(0),
            "no operation matches `tag:bilings`, did you mean `tag:billing`?".into()
        )
    );
    assert_eq!(
        refused(&["GET /pet/{petId}", "listPets"]).1,
        "no operation matches `GET /pet/{petId}`, did you mean `GET /pets/{petId}` or `DELETE /pets/{petId}`?"
    );
    assert_eq!(
        refused(&["weather", "listPets"]).1,
        "no operation matches `weather`: a filter is an `operationId` such as `getPet*`, `tag:pets`, \
         or `GET /pets/*`"
    );
}

#[test]
fn several_near_misses_come_nearest_first() {
    let paths = "  /a:
    get: { operationId: getCat, responses: {} }
    put: { operationId: getDogs, responses: {} }
    post: { operationId: getDoe, responses: {} }
";
    let options = Options {
        operations: &["getDog"],
        ..Options::default()
    };
    assert_eq!(
        read_with(&with_paths(paths), &options)
            .unwrap_err()
            .to_string(),
        "no operation matches `getDog`, did you mean `getDoe` or `getDogs`?"
    );
}
