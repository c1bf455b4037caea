//! thiserror for the messages, statusbook for the responses: attributes are added, and the response by hand goes.

use std::io;

use statusbook::{ApiError, CodeMessage};
use thiserror::Error;

use crate::gateways;

#[derive(Debug, Error, ApiError)]
#[api_error(table = gateways, body = CodeMessage)]
pub enum StoreError {
    #[error("gateway `{0}` does not exist")]
    #[status(404)]
    NotFound(String),
    #[error("gateway `{0}` is in use")]
    #[status(409, code = "GW.0012")]
    InUse(String),
    #[error("the store failed")]
    #[status(500)]
    Io(#[from] io::Error),
}

#[derive(Debug, Error, ApiError)]
#[api_error(table = gateways, body = CodeMessage)]
pub enum AuthError {
    #[error("send a token")]
    #[status(401, header(WWW_AUTHENTICATE = "Bearer"))]
    Missing,
    #[error("the token `{0}` has expired")]
    #[status(403)]
    Expired(String),
}

#[derive(Debug, Error, ApiError)]
#[api_error(table = gateways, body = CodeMessage)]
pub enum BodyError {
    #[error("the body is not a gateway: {0}")]
    #[status(400)]
    Syntax(#[from] serde_json::Error),
    #[error("`{field}` must be {expected}")]
    #[status(400, code = "GW.0003")]
    Invalid {
        field: &'static str,
        expected: &'static str,
    },
}

#[derive(Debug, Error, ApiError)]
#[api_error(table = gateways, body = CodeMessage, exhaustive)]
pub enum AppError {
    #[error(transparent)]
    #[status(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    #[status(transparent)]
    Auth(#[from] AuthError),
    #[error(transparent)]
    #[status(transparent)]
    Body(#[from] BodyError),
    #[error("come back in {seconds} seconds")]
    #[status(503, public, header(RETRY_AFTER = "{seconds}"))]
    Maintenance { seconds: u32 },
    #[error(transparent)]
    #[status(500)]
    Other(#[from] anyhow::Error),
}
