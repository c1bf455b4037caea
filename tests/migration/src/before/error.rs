//! thiserror, and a response by hand.

use std::io;

use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum StoreError {
    #[error("gateway `{0}` does not exist")]
    NotFound(String),
    #[error("gateway `{0}` is in use")]
    InUse(String),
    #[error("the store failed")]
    Io(#[from] io::Error),
}

#[derive(Debug, Error)]
pub enum AuthError {
    #[error("send a token")]
    Missing,
    #[error("the token `{0}` has expired")]
    Expired(String),
}

#[derive(Debug, Error)]
pub enum BodyError {
    #[error("the body is not a gateway: {0}")]
    Syntax(#[from] serde_json::Error),
    #[error("`{field}` must be {expected}")]
    Invalid {
        field: &'static str,
        expected: &'static str,
    },
}

#[derive(Debug, Error)]
pub enum AppError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Auth(#[from] AuthError),
    #[error(transparent)]
    Body(#[from] BodyError),
    #[error("come back in {seconds} seconds")]
    Maintenance { seconds: u32 },
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl AppError {
    fn status(&self) -> StatusCode {
        match self {
            AppError::Store(StoreError::NotFound(_)) => StatusCode::NOT_FOUND,
            AppError::Store(StoreError::InUse(_)) => StatusCode::CONFLICT,
            AppError::Auth(AuthError::Missing) => StatusCode::UNAUTHORIZED,
            AppError::Auth(AuthError::Expired(_)) => StatusCode::FORBIDDEN,
            AppError::Body(_) => StatusCode::BAD_REQUEST,
            AppError::Maintenance { .. } => StatusCode::SERVICE_UNAVAILABLE,
            AppError::Store(StoreError::Io(_)) | AppError::Other(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    fn code(&self) -> String {
        match self {
            AppError::Store(StoreError::InUse(_)) => "GW.0012".to_owned(),
            AppError::Body(BodyError::Invalid { .. }) => "GW.0003".to_owned(),
            _ => self.status().as_u16().to_string(),
        }
    }

    /// What a server's failure says is for the log.
    fn message(&self) -> String {
        match self {
            AppError::Store(StoreError::Io(_)) | AppError::Other(_) => {
                "Something went wrong.".to_owned()
            }
            _ => self.to_string(),
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let body = json!({"code": self.code(), "message": self.message()});
        let mut response = (self.status(), axum::Json(body)).into_response();
        let headers = response.headers_mut();
        match self {
            AppError::Auth(AuthError::Missing) => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            AppError::Maintenance { seconds } => {
                headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            _ => {}
        }
        response
    }
}
