//! The pets, in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::error::{AddPetError, GetPetError, GivePetError, StoreError};

/// Pets from this number on live in the barn.
const BARN: u32 = 100;

/// A pet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pet {
    /// Its number.
    pub id: u32,
    /// What it listens to.
    pub name: String,
    /// Who will come for it.
    pub promised_to: Option<&'static str>,
}

/// All pets. Shared by the handlers.
#[derive(Debug)]
pub struct Store(Mutex<BTreeMap<u32, Pet>>);

impl Default for Store {
    /// Two pets: one that is promised to somebody, and one that is not.
    fn default() -> Self {
        let pets =
            [(1, "Ada", Some("Grace")), (2, "Bruno", None)].map(|(id, name, promised_to)| {
                let name = name.to_owned();
                (
                    id,
                    Pet {
                        id,
                        name,
                        promised_to,
                    },
                )
            });
        Store(Mutex::new(BTreeMap::from(pets)))
    }
}

impl Store {
    /// Every pet that is not in the barn.
    pub fn list(&self) -> Vec<Pet> {
        self.pets().values().cloned().collect()
    }

    /// Makes a pet of a request's body.
    ///
    /// It takes the bytes, not a value that the framework has read: what a framework responds to a body that it cannot
    /// read is in no document.
    ///
    /// # Errors
    /// If the body is not a pet, or its name is taken.
    pub fn add(&self, body: &[u8]) -> Result<Pet, AddPetError> {
        #[derive(Deserialize)]
        struct NewPet {
            name: String,
        }
        let NewPet { name } = serde_json::from_slice(body)?;
        let mut pets = self.pets();
        if pets.values().any(|pet| pet.name == name) {
            return Err(AddPetError::NameTaken(name));
        }
        let id = pets.keys().next_back().map_or(1, |last| last + 1);
        let pet = Pet {
            id,
            name,
            promised_to: None,
        };
        pets.insert(id, pet.clone());
        Ok(pet)
    }

    /// Finds a pet.
    ///
    /// # Errors
    /// If there is none, or it lives in the barn.
    pub fn get(&self, id: &str) -> Result<Pet, GetPetError> {
        Ok(find(&self.pets(), id)?)
    }

    /// Gives a pet away.
    ///
    /// # Errors
    /// If there is none, it lives in the barn, or it is promised to somebody.
    pub fn give(&self, id: &str) -> Result<(), GivePetError> {
        let mut pets = self.pets();
        let Pet {
            id,
            name,
            promised_to,
        } = find(&pets, id)?;
        if let Some(to) = promised_to {
            return Err(GivePetError::Promised { name, to });
        }
        pets.remove(&id);
        Ok(())
    }

    /// A handler that panicked has not left half a pet behind.
    fn pets(&self) -> MutexGuard<'_, BTreeMap<u32, Pet>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pet of a number, as the path of a request has it.
fn find(pets: &BTreeMap<u32, Pet>, id: &str) -> Result<Pet, StoreError> {
    let none = || StoreError::NoSuchPet(id.to_owned());
    let number: u32 = id.parse().map_err(|_| none())?;
    if number >= BARN {
        return Err(StoreError::BarnClosed {
            reason: "a cow leans against it",
        });
    }
    pets.get(&number).cloned().ok_or_else(none)
}
