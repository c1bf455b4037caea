//! The contract: how the service responds when a request fails.

use std::error::Error;
use std::fmt;

use statusbook::{ApiError, vpn};

/// Why a request failed.
#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
pub enum GatewayError {
    /// The body could not be read.
    #[status(400, "the body is no gateway: {0}")]
    Malformed(#[from] serde_json::Error),

    /// There is no such gateway.
    #[status(404, "gateway `{id}` does not exist")]
    NotFound {
        /// Which one was asked for.
        id: String,
    },

    /// Two gateways cannot have one name.
    #[status(409, "a gateway is called `{0}` already", code = "VPN.0003")]
    NameTaken(String),

    /// A gateway that carries traffic is not deleted.
    #[status(409, "gateway `{0}` is in use", code = "VPN.0012")]
    InUse(String),

    /// The far end sent nonsense. The client sees the documented text; this text is for the log.
    #[status(502, "gateway `{id}`: no tunnel")]
    Upstream {
        /// The gateway that was asked.
        id: String,
        /// What went wrong.
        source: UpstreamError,
    },

    /// The service was put together without its gateways.
    #[status(500, "the service has no store")]
    Unconfigured,

    /// The far end is busy.
    #[status(503, header(RETRY_AFTER = "{seconds}"))]
    Busy {
        /// When to come back.
        seconds: u32,
    },
}

/// Why the far end of a tunnel could not be asked. Full of what no client should see.
#[derive(Debug)]
pub struct UpstreamError {
    pub(crate) address: &'static str,
    pub(crate) password: &'static str,
}

impl fmt::Display for UpstreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} refused `{}`", self.address, self.password)
    }
}

impl Error for UpstreamError {}
