//! The gateway service on Rocket: `cargo run -p statusbook-frameworks --example rocket_gateway`.

use std::io;
use std::net::TcpListener;

use gateway::{Gateway, GatewayError, Store, Tunnel};
use rocket::config::{Config, LogLevel};
use rocket::serde::json::Json;
use rocket::{State, delete, get, post, routes};
use statusbook::{Created, NoContent, handles, vpn};

fn main() -> io::Result<()> {
    serve(gateway::listen()?)
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    // Rocket takes no listener: it binds the address for itself.
    let address = listener.local_addr()?;
    drop(listener);
    let config = Config {
        address: address.ip(),
        port: address.port(),
        log_level: LogLevel::Off,
        ..Config::default()
    };
    let rocket = rocket::custom(config)
        .manage(Store::default())
        .mount("/", routes![list, create, remove, tunnel]);
    rocket::execute(rocket.launch())
        .map(|_| ())
        .map_err(io::Error::other)
}

#[handles(vpn, framework = rocket)]
#[get("/gateways")]
fn list(store: &State<Store>) -> Json<Vec<Gateway>> {
    Json(store.list())
}

#[handles(vpn, framework = rocket)]
#[post("/gateways", data = "<body>")]
fn create(store: &State<Store>, body: &[u8]) -> Result<Created<Json<Gateway>>, GatewayError> {
    let gateway = store.create(body)?;
    Ok(Created(Json(gateway)))
}

#[handles(vpn, framework = rocket)]
#[delete("/gateways/<id>")]
fn remove(store: &State<Store>, id: &str) -> Result<NoContent, GatewayError> {
    store.delete(id)?;
    Ok(NoContent)
}

#[handles(vpn, framework = rocket)]
#[get("/gateways/<id>/tunnel")]
fn tunnel(store: &State<Store>, id: &str) -> Result<Json<Tunnel>, GatewayError> {
    store.tunnel(id).map(Json)
}
