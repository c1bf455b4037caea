//! A client of the gateways. Start `cargo run --example axum_gateway`, then `cargo run --example gateway_client -- gw-1`.
//!
//! It has the document of the service, so that it can tell a documented error from any other, such as that of a proxy
//! or a newer service.

use std::env;
use std::error::Error;
use std::fmt;

use statusbook::{ErrorCode, Problem, UndocumentedResponse, status_table};

status_table! {
    mod gateways = "../../core/tables/vpn.rst", codes = "docs/error_codes.md";
}

/// The code with which the service refuses to delete a gateway. A code that its page does not list does not compile.
const IN_USE: &ErrorCode = gateways::TABLE.error_code("VPN.0012").expect("documented");

fn main() -> Result<(), Box<dyn Error>> {
    let id = env::args().nth(1).unwrap_or_else(|| "gw-1".to_owned());
    let client = Client::new("http://127.0.0.1:8080");
    println!("{}", client.remove(&id)?);
    Ok(())
}

/// What became of a request to delete a gateway.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Removal {
    Done,
    /// Somebody else was faster.
    NotFound,
    /// The message of the service.
    InUse(Option<String>),
}

impl fmt::Display for Removal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Removal::Done => f.write_str("deleted"),
            Removal::NotFound => f.write_str("there is no such gateway"),
            Removal::InUse(detail) => {
                // The description of the page, and the message of the service.
                f.write_str(IN_USE.message().unwrap_or(IN_USE.code()))?;
                detail
                    .iter()
                    .try_for_each(|detail| write!(f, " ({detail})"))
            }
        }
    }
}

/// Why a request told the client nothing.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The service was not reached.
    Transport(ureq::Error),
    /// Something responded that is not the service that the page describes.
    Surprise(UndocumentedResponse<Vec<u8>>),
    /// The service refused for a reason that this client does not handle.
    Refused { status: u16, detail: String },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Transport(error) => error.fmt(f),
            Failure::Surprise(response) => response.fmt(f),
            Failure::Refused { status, detail } => write!(f, "{status}: {detail}"),
        }
    }
}

impl Error for Failure {}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        Failure::Transport(error)
    }
}

impl From<UndocumentedResponse<Vec<u8>>> for Failure {
    fn from(response: UndocumentedResponse<Vec<u8>>) -> Self {
        Failure::Surprise(response)
    }
}

/// A connection to the service.
pub(crate) struct Client {
    agent: ureq::Agent,
    base: String,
}

impl Client {
    pub(crate) fn new(base: &str) -> Self {
        // An error status is a response like any other, and has a body.
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        Client {
            agent: config.build().new_agent(),
            base: base.to_owned(),
        }
    }

    /// Deletes a gateway.
    pub(crate) fn remove(&self, id: &str) -> Result<Removal, Failure> {
        let mut response = self
            .agent
            .delete(format!("{}/gateways/{id}", self.base))
            .call()?;
        let body = response.body_mut().read_to_vec()?;
        let (status, body) = gateways::TABLE.response(response.status(), body)?;
        if status.is_success() {
            return Ok(Removal::Done);
        }
        // A body that is not a problem still has a documented status.
        let problem: Problem = serde_json::from_slice(&body).unwrap_or_default();
        if problem.code() == Some(IN_USE.code()) {
            return Ok(Removal::InUse(problem.detail().map(str::to_owned)));
        }
        if status == gateways::NOT_FOUND {
            return Ok(Removal::NotFound);
        }
        Err(Failure::Refused {
            status: status.code(),
            detail: problem.detail().unwrap_or(status.description()).to_owned(),
        })
    }
}
