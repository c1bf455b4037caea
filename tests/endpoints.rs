//! A page whose sections are endpoints: a table for each, as an OpenAPI document gives.

use statusbook::{Table, status, status_table};

status_table! {
    pub mod orders = "tests/documents/orders.md";
    pub mod strict = orders & { 404, 409 };
}

#[test]
fn each_section_is_a_table_of_its_own() {
    assert_eq!(status!(orders["POST /orders"], 409), 409);
    assert_eq!(orders::post_orders::CONFLICT.reason(), "Conflict");
    assert!(!orders::get_orders_by_id::TABLE.contains(409));
    let operations: Vec<_> = orders::TABLE
        .operations()
        .iter()
        .map(|table| (table.name(), table.documented().to_string()))
        .collect();
    assert_eq!(
        operations,
        [
            ("GET /orders/{id}", "200 404".to_owned()),
            ("POST /orders", "201 409".to_owned()),
            ("DELETE /orders/{id}", "204".to_owned()),
            ("PUT /orders/{id}", String::new()),
        ]
    );
}

#[test]
fn a_section_without_statuses_has_an_empty_table() {
    let refusal = orders::put_orders_by_id::TABLE.status(404).unwrap_err();
    assert!(
        refusal.to_string().contains("`PUT /orders/{id}`"),
        "{refusal}"
    );
}

#[test]
fn the_page_is_their_union() {
    assert_eq!(
        orders::TABLE.documented().to_string(),
        "200 201 204 404 409"
    );
    assert_eq!(orders::CREATED, 201);
}

#[test]
fn a_table_knows_its_endpoint() {
    let operation = orders::post_orders::TABLE
        .operation()
        .expect("an operation");
    assert_eq!((operation.method(), operation.path()), ("POST", "/orders"));
    assert_eq!((operation.id(), operation.line()), (None, 10));
    let refusal = orders::get_orders_by_id::TABLE.status(204).unwrap_err();
    assert!(
        refusal
            .to_string()
            .contains("`DELETE /orders/{id}` documents `204`"),
        "{refusal}"
    );
}

#[test]
fn an_intersection_keeps_the_endpoints() {
    let documented = |table: &Table| table.documented().to_string();
    let operations: Vec<_> = strict::TABLE.operations().iter().map(documented).collect();
    assert_eq!(operations, ["404", "409", "", ""]);
}
