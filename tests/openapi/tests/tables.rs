//! A table for every operation, and their union.

use statusbook::{Class, Methods, Status, StatusSet, Table, status, status_table};

status_table! {
    /// The pet store.
    pub mod petstore = "documents/petstore.yaml";
    pub mod strict = "documents/petstore.yaml", default = "ignore", ranges = "ignore";
    pub mod admin = "documents/petstore.yaml", operations = ["tag:admin", "listP*"];
    pub mod orders = "documents/swagger.json";
    pub mod everything = petstore | orders;
}

fn names(table: Table) -> Vec<&'static str> {
    table
        .operations()
        .iter()
        .map(|operation| operation.name())
        .collect()
}

#[test]
fn every_operation_has_a_table() {
    assert_eq!(
        names(petstore::TABLE),
        [
            "GET /pets",
            "POST /pets",
            "GET /pets/{petId}",
            "DELETE /pets/{petId}",
            "GET /type"
        ]
    );
    assert_eq!(
        petstore::get_pet_by_id::TABLE.documented(),
        StatusSet::of(&[200, 404, 500])
    );
    assert_eq!(
        petstore::get_pet_by_id::NOT_FOUND.description(),
        "There is no pet with this id."
    );
    let operation = petstore::get_pet_by_id::TABLE
        .operation()
        .expect("an operation");
    assert_eq!(
        (operation.id(), operation.method(), operation.path()),
        (Some("getPetById"), "GET", "/pets/{petId}")
    );
    assert_eq!(operation.line(), 26);
}

#[test]
fn an_operation_without_an_id_is_named_after_method_and_path() {
    const GONE: Status = status!(petstore::delete_pets_by_pet_id, 204);
    assert_eq!(GONE.description(), "The pet is gone");
}

#[test]
fn a_keyword_is_a_module_nevertheless() {
    assert_eq!(petstore::type_::TABLE.name(), "GET /type");
}

#[test]
fn an_operation_is_named_as_the_document_does() {
    const MISSING: Status = status!(petstore["GET /pets/{petId}"], 404);
    assert_eq!(MISSING.table().name(), "GET /pets/{petId}");
    assert_eq!(
        status!(petstore["POST /pets"], POST 201),
        petstore::create_pet::CREATED
    );
}

#[test]
fn the_union_is_the_table_of_the_document() {
    assert_eq!(petstore::CONFLICT.description(), "The pet is not available");
    assert_eq!(
        petstore::NOT_FOUND.descriptions(),
        ["There is no pet with this id.", "There is no pet"]
    );
    assert_eq!(petstore::OK.methods(), Methods::of(&["GET"]));
    assert!(everything::TABLE.contains(503) && everything::TABLE.contains(204));
}

#[test]
fn references_are_followed_into_files() {
    assert_eq!(
        petstore::create_pet::UNPROCESSABLE_ENTITY.description(),
        "The pet makes no sense"
    );
    let entry = petstore::create_pet::TABLE.entry(409).expect("documented");
    assert_eq!(
        (entry.document(), entry.line()),
        ("documents/petstore.yaml", 23)
    );
}

#[test]
fn a_class_and_default_document_what_they_say() {
    let list = petstore::list_pets::TABLE;
    assert!(list.contains(418) && list.contains(503) && !list.contains(201));
    assert_eq!(
        status!(petstore::list_pets, 418).description(),
        "The request is wrong"
    );
    assert_eq!(
        status!(petstore::list_pets, 503).description(),
        "Anything else"
    );
    assert_eq!(
        list.entry(418).map(statusbook::Entry::class),
        Some(Class::Error)
    );
    assert!(
        petstore::type_::TABLE.contains(200),
        "default is all that the operation documents"
    );
}

#[test]
fn classes_and_default_can_be_ignored() {
    assert_eq!(strict::list_pets::TABLE.documented(), StatusSet::of(&[200]));
    assert!(
        strict::TABLE
            .documented()
            .is_subset(StatusSet::of(&[200, 201, 204, 404, 409, 422, 500]))
    );
}

#[test]
fn patterns_limit_what_is_made() {
    assert_eq!(names(admin::TABLE), ["GET /pets", "DELETE /pets/{petId}"]);
}

#[test]
fn swagger_and_json_are_read_too() {
    assert_eq!(
        orders::orders_list::SERVICE_UNAVAILABLE.description(),
        "Later"
    );
    assert_eq!(status!(orders, GET 200), 200);
}

#[test]
fn a_refusal_names_the_operation_and_the_one_beside_it() {
    let refusal = petstore::get_pet_by_id::TABLE.status(409).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "status `409` is not a documented error of `GET /pets/{petId}`\n  \
         documented: 404 500\n  \
         nearest: 404 Not Found\n  \
         elsewhere: `DELETE /pets/{petId}` documents `409`\n  \
         table: documents/petstore.yaml:26"
    );
}

#[test]
fn a_refusal_says_what_the_table_ignores() {
    for table in [strict::TABLE, strict::list_pets::TABLE] {
        let refusal = table.status(418).unwrap_err().to_string();
        let ignored = "ignored: `4XX` and its like, by `ranges = \"ignore\"`; `default`, by `default = \"ignore\"`";
        assert!(refusal.contains(ignored), "{refusal}");
    }
    let refusal = petstore::TABLE.status(301).unwrap_err().to_string();
    assert!(!refusal.contains("ignored"), "{refusal}");
}

mod ignoring {
    statusbook::status_table! {
        mod classes = "documents/classes.yaml", ranges = "ignore";
        mod silent = "documents/classes.yaml", default = "ignore";
        pub mod edge { 429 }
        pub mod all = classes | edge;
        pub mod some = classes & { 200 };
        pub mod nested = all | silent;
    }
}

#[test]
fn what_a_table_ignores_is_said_of_tables_that_are_made_of_it() {
    use ignoring::{all, edge, nested, some};

    let ignored = |table: Table| {
        let refusal = table.status(301).unwrap_err().to_string();
        let mut lines = refusal.lines();
        lines.find_map(|line| line.strip_prefix("  ignored: ").map(str::to_owned))
    };
    let ranges = "`4XX` and its like, by `ranges = \"ignore\"`";
    let default = "`default`, by `default = \"ignore\"`";
    assert_eq!(ignored(all::TABLE).as_deref(), Some(ranges));
    assert_eq!(ignored(some::TABLE).as_deref(), Some(ranges));
    assert_eq!(ignored(nested::TABLE), Some(format!("{ranges}; {default}")));
    assert_eq!(ignored(edge::TABLE), None);
}

#[test]
fn a_refusal_lists_no_range_within_another() {
    let refusal = petstore::list_pets::TABLE.status(301);
    let refusal = refusal.unwrap_err().to_string();
    assert!(
        refusal.contains("\n  documented: 200 400-599\n"),
        "{refusal}"
    );
}
