//! `body = …` of a document holds for every operation of it.

use statusbook::body::CodeMessage;
use statusbook::{ApiError, IntoResponse, status, status_table};

status_table! {
    pub mod petstore = "documents/petstore.yaml", body = CodeMessage;
}

#[derive(Debug, ApiError)]
#[api_error(table = petstore["DELETE /pets/{petId}"])]
enum DeletePet {
    #[status(409, "sold to {0}")]
    Sold(&'static str),
    #[status(404, "there is no such pet")]
    NoPet,
}

#[test]
fn an_operation_has_the_body_of_its_document() {
    assert_eq!(
        DeletePet::Sold("Ann").into_response().into_body(),
        r#"{"code":"409","message":"sold to Ann"}"#
    );
    assert_eq!(
        DeletePet::NoPet.into_response().into_body(),
        r#"{"code":"404","message":"there is no such pet"}"#
    );
    let response = status!(petstore::get_pet_by_id, 404).into_response();
    assert_eq!(response.headers()["content-type"], "application/json");
}
