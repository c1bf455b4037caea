//! A service, once described by `utoipa` and once by `aide`. The documents that they generate are kept in `openapi/`, and are read here
//! like any other: what the derive gives to the generators comes back as a table.

use aide::axum::ApiRouter;
use aide::axum::routing::{delete_with, get_with};
use axum::Json;
use axum::extract::Path;
use schemars::JsonSchema;
use serde::Serialize;
use statusbook::{ApiError, CodeMessage, status_table, vpn};
use utoipa::{OpenApi, ToSchema};

status_table! {
    /// What utoipa generated.
    pub mod by_utoipa = "openapi/utoipa.json";
    /// What aide generated.
    pub mod by_aide = "openapi/aide.json";
}

/// A gateway.
#[derive(Debug, Serialize, JsonSchema, ToSchema)]
pub struct Gateway {
    /// `gw-1`.
    pub id: String,
}

/// Why a gateway was not found.
#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
pub enum FindError {
    /// There is none.
    #[status(404, "gateway `{0}` does not exist")]
    NotFound(String),
    /// The store is away.
    #[status(503)]
    Store(#[from] std::io::Error),
}

/// Why a gateway was not deleted.
#[derive(Debug, ApiError)]
#[api_error(table = vpn, body = CodeMessage)]
pub enum DeleteError {
    /// It carries traffic.
    #[status(409, "gateway `{0}` is in use", code = "VPN.0012")]
    InUse(String),
    /// It was not found, or the store is away.
    #[status(transparent)]
    Find(#[from] FindError),
}

/// Finds a gateway.
///
/// # Errors
/// If there is none.
#[utoipa::path(get, path = "/gateways/{id}", params(("id" = String, Path)), responses((status = 200, description = "The gateway", body = Gateway), FindError))]
pub async fn find(Path(id): Path<String>) -> Result<Json<Gateway>, FindError> {
    Err(FindError::NotFound(id))
}

/// Deletes a gateway.
///
/// # Errors
/// If it is in use, or there is none.
#[utoipa::path(delete, path = "/gateways/{id}", params(("id" = String, Path)), responses((status = 204, description = "Deleted"), DeleteError))]
pub async fn delete(Path(id): Path<String>) -> Result<(), DeleteError> {
    Err(DeleteError::InUse(id))
}

/// The service as utoipa describes it.
#[derive(Debug, OpenApi)]
#[openapi(
    info(title = "Gateways", version = "1"),
    paths(find, delete),
    components(responses(DeleteError))
)]
pub struct Described;

/// The service as aide describes it.
pub fn described_by_aide() -> aide::openapi::OpenApi {
    aide::generate::infer_responses(true);
    let mut api = aide::openapi::OpenApi {
        info: aide::openapi::Info {
            title: "Gateways".to_owned(),
            version: "1".to_owned(),
            ..aide::openapi::Info::default()
        },
        ..aide::openapi::OpenApi::default()
    };
    let router: ApiRouter = ApiRouter::new()
        .api_route(
            "/gateways/{id}",
            get_with(find, |operation| operation.id("find")),
        )
        .api_route(
            "/gateways/{id}",
            delete_with(delete, |operation| operation.id("delete")),
        );
    let _: axum::Router = router.finish_api(&mut api);
    api
}
