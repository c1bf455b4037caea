//! Error types that are checked against one operation, named by its module or the way its document does.

use statusbook::{ApiError, Contract, IntoResponse, StatusSet, status_table};

status_table! {
    pub mod petstore = "documents/petstore.yaml";
}

/// What every operation's store can run into.
#[derive(Debug, ApiError)]
#[api_error(table = petstore)]
enum StoreError {
    #[status(404, "there is no pet `{0}`")]
    NoPet(u32),
}

#[derive(Debug, ApiError)]
#[api_error(table = petstore::get_pet_by_id, exhaustive)]
enum GetPet {
    #[status(transparent)]
    Store(#[from] StoreError),
    #[status(500)]
    Io(#[from] std::io::Error),
}

#[derive(Debug, ApiError)]
#[api_error(table = petstore["DELETE /pets/{petId}"], exhaustive)]
enum DeletePet {
    #[status(transparent)]
    Store(#[from] StoreError),
    #[status(CONFLICT, "sold to {to}")]
    Sold { to: &'static str },
}

#[test]
fn an_enum_is_checked_against_the_operation_of_its_module() {
    assert_eq!(GetPet::TABLE.name(), "GET /pets/{petId}");
    assert_eq!(GetPet::STATUSES, StatusSet::of(&[404, 500]));
    let error = GetPet::from(StoreError::NoPet(7));
    assert_eq!(error.to_string(), "there is no pet `7`");
    assert_eq!(error.status(), petstore::get_pet_by_id::NOT_FOUND);
    let io = std::io::Error::other("disk full");
    assert_eq!(GetPet::from(io).to_string(), "The store failed");
}

#[test]
fn an_enum_is_checked_against_the_operation_that_the_document_names() {
    assert_eq!(DeletePet::TABLE.name(), "DELETE /pets/{petId}");
    let error = DeletePet::Sold { to: "Ada" };
    assert_eq!(error.to_string(), "sold to Ada");
    let response = error.into_response();
    assert_eq!(response.status(), 409);
    let error = DeletePet::from(StoreError::NoPet(7));
    assert_eq!(error.into_response().status(), 404);
}

#[test]
fn a_class_and_default_cover_the_statuses_of_an_enum() {
    #[derive(Debug, ApiError)]
    #[api_error(table = petstore["GET /pets"], exhaustive)]
    enum ListPets {
        #[status(400, "page {0} is none")]
        Page(i32),
        #[status(503)]
        Later,
    }
    assert_eq!(ListPets::Page(-1).to_string(), "page -1 is none");
    assert_eq!(ListPets::Later.to_string(), "Anything else");
    assert_eq!(ListPets::Later.status().table().name(), "GET /pets");
}

#[test]
fn a_service_wide_enum_is_checked_against_the_union() {
    #[derive(Debug, ApiError)]
    #[api_error(table = petstore)]
    enum Anywhere {
        #[status(404)]
        Missing,
        #[status(422)]
        Nonsense,
    }
    assert_eq!(Anywhere::TABLE.name(), "petstore");
    assert_eq!(
        Anywhere::Missing.to_string(),
        "There is no pet with this id."
    );
    assert_eq!(Anywhere::Nonsense.to_string(), "The pet makes no sense");
}
