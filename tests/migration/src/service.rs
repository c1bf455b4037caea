//! The handlers, the same for all three.

use std::io;

use anyhow::{Context, anyhow};
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{delete, get, post};
use serde::Deserialize;

use super::error::{AppError, AuthError, BodyError, StoreError};

#[derive(Deserialize)]
struct NewGateway {
    name: String,
    bandwidth: u32,
}

pub fn router() -> Router {
    Router::new()
        .route("/gateways/{id}", get(find))
        .route("/gateways/{id}", delete(remove))
        .route("/gateways", post(create))
        .route("/report", get(report))
}

async fn find(Path(id): Path<String>) -> Result<String, AppError> {
    Ok(load(&id)?)
}

async fn remove(headers: HeaderMap, Path(id): Path<String>) -> Result<StatusCode, AppError> {
    authorize(&headers)?;
    load(&id)?;
    if id == "busy" {
        return Err(StoreError::InUse(id).into());
    }
    Ok(StatusCode::NO_CONTENT)
}

async fn create(headers: HeaderMap, body: String) -> Result<StatusCode, AppError> {
    authorize(&headers)?;
    let gateway: NewGateway = serde_json::from_str(&body).map_err(BodyError::from)?;
    if gateway.bandwidth == 0 {
        let (field, expected) = ("bandwidth", "above 0");
        return Err(BodyError::Invalid { field, expected }.into());
    }
    if gateway.name == "later" {
        return Err(AppError::Maintenance { seconds: 120 });
    }
    Ok(StatusCode::CREATED)
}

async fn report() -> Result<String, AppError> {
    let lines = lines().context("cannot read `/srv/secret/report`")?;
    Ok(lines)
}

fn lines() -> anyhow::Result<String> {
    Err(anyhow!("no disk at 10.0.0.7"))
}

fn authorize(headers: &HeaderMap) -> Result<(), AuthError> {
    match headers
        .get("authorization")
        .and_then(|value| value.to_str().ok())
    {
        None => Err(AuthError::Missing),
        Some("old") => Err(AuthError::Expired("old".to_owned())),
        Some(_) => Ok(()),
    }
}

fn load(id: &str) -> Result<String, StoreError> {
    match id {
        "7" | "busy" => Ok(format!("gateway {id}")),
        "broken" => Err(io::Error::other("disk 3 of 10.0.0.7 is gone"))?,
        _ => Err(StoreError::NotFound(id.to_owned())),
    }
}
