//! The service of the examples: VPN gateways in memory, whose errors are checked against the table `vpn`.
//!
//! `error` is the contract, and `store` has the gateways. Each example has only the routes of its framework.

use std::env;
use std::io;
use std::net::TcpListener;

mod error;
mod store;

pub use error::{GatewayError, UpstreamError};
pub use store::{Gateway, Store, Tunnel};

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
    println!("  curl -i http://{address}/gateways");
    println!("  curl -i http://{address}/gateways -d '{{\"name\":\"branch\"}}'");
    println!("  curl -i http://{address}/gateways/gw-9 -X DELETE");
    println!("  curl -i http://{address}/gateways/gw-1/tunnel");
    Ok(listener)
}
