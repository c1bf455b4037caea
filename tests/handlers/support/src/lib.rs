//! What the tests of handlers share: a document, and the programs that are held to it.

use serde::{Deserialize, Serialize};
use statusbook::{ApiError, status_table};

#[expect(clippy::missing_panics_doc, reason = "a test that fails panics")]
pub mod programs;

status_table! {
    /// The pets.
    pub mod pets = "documents/pets.yaml";
    /// What every operation may respond with.
    pub mod edge {
        413 "Payload Too Large" => "The body is too long.",
        415 "Unsupported Media Type" => "The body is not JSON.",
        422 "Unprocessable Entity" => "The body is not what was expected.",
        429 "Too Many Requests" => "Later.",
    }
}

/// A pet.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pet {
    /// Its name.
    pub name: String,
}

/// The state.
#[derive(Clone, Debug, Default)]
pub struct Store;

/// `GET /pets/{petId}`
#[derive(Debug, ApiError)]
#[api_error(table = pets::get_pet)]
pub enum GetPetError {
    /// Not a number.
    #[status(400, "not a number")]
    Number,
    /// None.
    #[status(404, "no such pet")]
    Missing,
}
