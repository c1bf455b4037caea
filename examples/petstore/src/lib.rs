//! The service of the example: pets in memory, and an error type for each operation of `openapi.yaml`.
//!
//! `error` is the contract, and `store` has the pets. The example has only the routes.

use std::env;
use std::io;
use std::net::TcpListener;

use statusbook::status_table;

mod error;
mod store;

pub use error::{AddPetError, GetPetError, GivePetError, StoreError};
pub use store::{Pet, Store};

status_table! {
    /// What the store's clients were promised: a table for each operation, and all of them together.
    pub mod petstore = "openapi.yaml";
    /// What every operation may respond with. The document says it once, in its introduction.
    pub mod edge {
        404 "Not Found" => "There is nothing here.",
        405 "Method Not Allowed" => "Another method is needed.",
        413 "Content Too Large" => "The body is too long.",
        500 "Internal Server Error" => "The service failed.",
    }
}

/// Listens on the loopback port of the first argument, or on 8080, and prints how to try the service.
///
/// # Errors
/// If the argument is not a port, or the port is taken.
pub fn listen() -> io::Result<TcpListener> {
    let port = match env::args().nth(1) {
        Some(port) => port.parse().map_err(io::Error::other)?,
        None => 8080,
    };
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        io::Error::other(format!("port {port}: {error}; name a free one: `-- 8081`"))
    })?;
    let address = listener.local_addr()?;
    println!("listening; try");
    println!("  curl -i http://{address}/pets");
    println!("  curl -i http://{address}/pets -d '{{\"name\":\"Nora\"}}'");
    println!("  curl -i http://{address}/pets/9");
    println!("  curl -i http://{address}/pets/1 -X DELETE");
    Ok(listener)
}
