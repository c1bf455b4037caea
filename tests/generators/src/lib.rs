//! A service, once described by `utoipa` and once by `aide`. The documents that they generate are kept in `openapi/`, and are read here
//! like any other: what the types of a handler give to the generators comes back as a table.

use aide::axum::ApiRouter;
use aide::axum::routing::{delete_with, get_with, post_with, put_with};
use axum::Json;
use axum::extract::Path;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statusbook::{
    ApiError, ApiResponse, CodeMessage, Coded, Created, NoContent, status_table, vpn,
};
use utoipa::{OpenApi, ToSchema};

status_table! {
    /// What utoipa generated.
    pub mod by_utoipa = "openapi/utoipa.json";
    /// What aide generated.
    pub mod by_aide = "openapi/aide.json";
}

/// A gateway.
#[derive(Debug, Deserialize, Serialize, JsonSchema, ToSchema)]
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

/// How a gateway was replaced.
#[derive(Debug, ApiResponse)]
pub enum Replaced {
    /// There was none.
    #[status(201)]
    Created(Json<Gateway>),
    /// It is the same.
    #[status(204)]
    Unchanged,
    /// It takes a while: what to wait for.
    #[status(202)]
    Later {
        /// The name of the job.
        job: String,
    },
    /// It takes a while, and there is more to say.
    #[status(202)]
    LaterAs(Json<Gateway>),
}

/// What finds a gateway responds with.
pub type Find = Result<Coded<200, Json<Gateway>>, FindError>;
/// What makes a gateway responds with.
pub type Create = Result<Created<Json<Gateway>>, FindError>;
/// What replaces a gateway responds with.
pub type Replace = Result<Replaced, DeleteError>;
/// What deletes a gateway responds with.
pub type Delete = Result<NoContent, DeleteError>;

/// Finds a gateway.
///
/// # Errors
/// If there is none.
#[utoipa::path(get, path = "/gateways/{id}", params(("id" = String, Path)))]
pub async fn find(Path(id): Path<String>) -> Find {
    Err(FindError::NotFound(id))
}

/// Makes a gateway.
///
/// # Errors
/// If the store is away.
#[utoipa::path(post, path = "/gateways")]
pub async fn create(Json(gateway): Json<Gateway>) -> Create {
    Ok(Created(Json(gateway)))
}

/// Replaces a gateway.
///
/// # Errors
/// If it is in use.
#[utoipa::path(put, path = "/gateways/{id}", params(("id" = String, Path)))]
pub async fn replace(Path(id): Path<String>) -> Replace {
    Ok(Replaced::Later { job: id })
}

/// Deletes a gateway.
///
/// # Errors
/// If it is in use, or there is none.
#[utoipa::path(delete, path = "/gateways/{id}", params(("id" = String, Path)))]
pub async fn delete(Path(id): Path<String>) -> Delete {
    Err(DeleteError::InUse(id))
}

/// The service as utoipa describes it.
#[derive(Debug, OpenApi)]
#[openapi(
    info(title = "Gateways", version = "1"),
    paths(find, create, replace, delete),
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
        )
        .api_route(
            "/gateways/{id}",
            put_with(replace, |operation| operation.id("replace")),
        )
        .api_route(
            "/gateways",
            post_with(create, |operation| operation.id("create")),
        );
    let _: axum::Router = router.finish_api(&mut api);
    api
}
