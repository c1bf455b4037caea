//! The contract: an enum for each operation that can fail, and the error of the store that they share.
//!
//! Each enum is checked against the table of its operation. Against the union, `petstore`, looking for a pet
//! could respond with `409`, because another operation documents it. `exhaustive` also checks that each documented
//! error is used.

use statusbook::ApiError;

use crate::petstore;

/// What can go wrong with any pet. It belongs to no operation, so it is checked against all of them together; each
/// operation that passes it on must document everything it can say.
#[derive(Debug, ApiError)]
#[api_error(table = petstore)]
pub enum StoreError {
    /// Nobody has this number.
    #[status(404, "there is no pet `{0}`")]
    NoSuchPet(String),

    /// The text is for the log: clients see the documented one.
    #[status(503, "the barn's door is stuck: {reason}", header(RETRY_AFTER = "60"))]
    BarnClosed {
        /// Why it does not open.
        reason: &'static str,
    },
}

/// `POST /pets`
#[derive(Debug, ApiError)]
#[api_error(table = petstore::add_pet, exhaustive)]
pub enum AddPetError {
    /// The body could not be read.
    #[status(400, "the body is no pet: {0}")]
    NoPet(#[from] serde_json::Error),

    /// Pets are called by their names, so two cannot share one.
    #[status(409, "a pet is called `{0}` already")]
    NameTaken(String),
}

/// `GET /pets/{petId}`
#[derive(Debug, ApiError)]
#[api_error(table = petstore::get_pet_by_id, exhaustive)]
pub enum GetPetError {
    /// The pet cannot be found.
    #[status(transparent)]
    Store(#[from] StoreError),
}

/// `DELETE /pets/{petId}`, which has no `operationId`: so it is named the way the document does.
#[derive(Debug, ApiError)]
#[api_error(table = petstore["DELETE /pets/{petId}"], exhaustive)]
pub enum GivePetError {
    /// The pet cannot be found.
    #[status(transparent)]
    Store(#[from] StoreError),

    /// A promise is a promise.
    #[status(409, "`{name}` is promised to {to}")]
    Promised {
        /// The pet.
        name: String,
        /// Who will come for it.
        to: &'static str,
    },
}
