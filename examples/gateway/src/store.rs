//! The gateways, in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::error::{GatewayError, UpstreamError};

/// A VPN gateway.
#[derive(Clone, Debug, Serialize)]
pub struct Gateway {
    /// `gw-1`.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// Whether it carries traffic.
    pub in_use: bool,
}

/// The tunnel of a gateway, as its far end reports it.
#[derive(Clone, Debug, Serialize)]
pub struct Tunnel {
    /// Whether packets pass.
    pub up: bool,
}

/// All gateways. Shared by the handlers.
#[derive(Debug)]
pub struct Store(Mutex<BTreeMap<String, Gateway>>);

impl Default for Store {
    /// Two gateways: one that is in use, and one that is not.
    fn default() -> Self {
        let gateways =
            [("gw-1", "office", true), ("gw-2", "lab", false)].map(|(id, name, in_use)| {
                let gateway = Gateway {
                    id: id.to_owned(),
                    name: name.to_owned(),
                    in_use,
                };
                (gateway.id.clone(), gateway)
            });
        Store(Mutex::new(BTreeMap::from(gateways)))
    }
}

impl Store {
    /// Every gateway.
    pub fn list(&self) -> Vec<Gateway> {
        self.gateways().values().cloned().collect()
    }

    /// Makes a gateway of a request's body.
    ///
    /// It takes the bytes, not a value that the framework has read: what a framework responds to a body that it cannot
    /// read is in no table.
    ///
    /// # Errors
    /// If the body is not a gateway, or its name is taken.
    pub fn create(&self, body: &[u8]) -> Result<Gateway, GatewayError> {
        #[derive(Deserialize)]
        struct NewGateway {
            name: String,
        }
        let NewGateway { name } = serde_json::from_slice(body)?;
        let mut gateways = self.gateways();
        if gateways.values().any(|gateway| gateway.name == name) {
            return Err(GatewayError::NameTaken(name));
        }
        let id = format!("gw-{}", gateways.len() + 1);
        let gateway = Gateway {
            id: id.clone(),
            name,
            in_use: false,
        };
        gateways.insert(id, gateway.clone());
        Ok(gateway)
    }

    /// Deletes a gateway.
    ///
    /// # Errors
    /// If there is none, or it is in use.
    pub fn delete(&self, id: &str) -> Result<(), GatewayError> {
        let mut gateways = self.gateways();
        match gateways.get(id) {
            None => Err(GatewayError::NotFound { id: id.to_owned() }),
            Some(gateway) if gateway.in_use => Err(GatewayError::InUse(id.to_owned())),
            Some(_) => {
                gateways.remove(id);
                Ok(())
            }
        }
    }

    /// Asks the far end of a gateway. In this example, that of `gw-1` refuses, and any other is busy.
    ///
    /// # Errors
    /// If there is no such gateway, or its far end does not respond.
    pub fn tunnel(&self, id: &str) -> Result<Tunnel, GatewayError> {
        match self.gateways().get(id) {
            None => Err(GatewayError::NotFound { id: id.to_owned() }),
            Some(gateway) if gateway.in_use => Err(GatewayError::Upstream {
                id: id.to_owned(),
                source: UpstreamError {
                    address: "10.20.30.40:4500",
                    password: "hunter2",
                },
            }),
            Some(_) => Err(GatewayError::Busy { seconds: 30 }),
        }
    }

    /// A handler that panicked has not left half a gateway behind.
    fn gateways(&self) -> MutexGuard<'_, BTreeMap<String, Gateway>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
