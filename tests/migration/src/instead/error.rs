//! statusbook alone: each message is beside its status.

use std::io;

use statusbook::{ApiError, CodeMessage};

use crate::gateways;

#[derive(Debug, ApiError)]
#[api_error(table = gateways, body = CodeMessage)]
pub enum StoreError {
    #[status(404, "gateway `{0}` does not exist")]
    NotFound(String),
    #[status(409, "gateway `{0}` is in use", code = "GW.0012")]
    InUse(String),
    #[status(500, "the store failed")]
    Io(#[from] io::Error),
}

#[derive(Debug, ApiError)]
#[api_error(table = gateways, body = CodeMessage)]
pub enum AuthError {
    #[status(401, "send a token", header(WWW_AUTHENTICATE = "Bearer"))]
    Missing,
    #[status(403, "the token `{0}` has expired")]
    Expired(String),
}

#[derive(Debug, ApiError)]
#[api_error(table = gateways, body = CodeMessage)]
pub enum BodyError {
    #[status(400, "the body is not a gateway: {0}")]
    Syntax(#[from] serde_json::Error),
    #[status(400, "`{field}` must be {expected}", code = "GW.0003")]
    Invalid {
        field: &'static str,
        expected: &'static str,
    },
}

#[derive(Debug, ApiError)]
#[api_error(table = gateways, body = CodeMessage, exhaustive)]
pub enum AppError {
    #[status(transparent)]
    Store(#[from] StoreError),
    #[status(transparent)]
    Auth(#[from] AuthError),
    #[status(transparent)]
    Body(#[from] BodyError),
    #[status(
        503,
        "come back in {seconds} seconds",
        public,
        header(RETRY_AFTER = "{seconds}")
    )]
    Maintenance { seconds: u32 },
    #[status(500, transparent)]
    Other(#[from] anyhow::Error),
}
