//! The service on Rocket. It has no layers, because Rocket has fairings instead, and the guard is one.

use std::io::Cursor;
use std::net::TcpListener;

use pets::{AddPetError, GivePetError, Pet, Store};
use rocket::config::{Config, LogLevel};
use rocket::http::{Header, Status};
use rocket::request::Request;
use rocket::response::{Responder, Response};
use rocket::serde::json::Json;
use rocket::{State, delete, get, post, routes};
use statusbook::guard::Guard;

use super::SECRET;
use crate::{Behaviour, Bomb, behaviour};

/// Serves until the process ends.
pub fn serve(listener: TcpListener, guard: Guard) {
    // Rocket takes no listener: it binds the address for itself.
    let address = listener.local_addr().expect("its address");
    drop(listener);
    let config = Config {
        address: address.ip(),
        port: address.port(),
        log_level: LogLevel::Off,
        ..Config::default()
    };
    let rocket = rocket::custom(config)
        .manage(Store::default())
        .mount("/", routes![list, add, find, give])
        .attach(guard);
    rocket::execute(rocket.launch()).expect("the service runs");
}

#[get("/pets")]
fn list(store: &State<Store>) -> Json<Vec<Pet>> {
    Json(store.list())
}

#[post("/pets", data = "<pet>")]
fn add(
    store: &State<Store>,
    pet: Json<serde_json::Value>,
) -> Result<(Status, Json<Pet>), AddPetError> {
    let pet = store.add(pet.to_string().as_bytes())?;
    Ok((Status::Created, Json(pet)))
}

#[get("/pets/<id>")]
fn find(store: &State<Store>, id: &str) -> Found {
    Found(behaviour(id), store.get(id))
}

struct Found(Behaviour, Result<Pet, pets::GetPetError>);

impl<'r> Responder<'r, 'static> for Found {
    fn respond_to(self, request: &'r Request<'_>) -> rocket::response::Result<'static> {
        match self.0 {
            Behaviour::Store => self.1.map(Json).respond_to(request),
            Behaviour::Panic => panic!("{SECRET}"),
            Behaviour::Bomb => Bomb::throw(),
            Behaviour::Slow => Err(Status::RequestTimeout),
            Behaviour::Foreign(foreign) => Response::build()
                .status(Status::new(foreign.code))
                .header(Header::new("content-type", foreign.media_type))
                .header(Header::new(foreign.field.0, foreign.field.1))
                .sized_body(foreign.body.len(), Cursor::new(foreign.body))
                .ok(),
        }
    }
}

#[delete("/pets/<id>")]
fn give(store: &State<Store>, id: &str) -> Result<Status, GivePetError> {
    store.give(id)?;
    Ok(Status::NoContent)
}
