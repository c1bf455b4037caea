//! The service on axum.

use std::net::TcpListener;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Json, Path, Request, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{Response, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Router, serve as serve_router};
use pets::{AddPetError, Store};
use statusbook::guard::Guard;
use tower_http::cors::CorsLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use super::{LARGEST, LONGEST, SECRET, is_allowed};
use crate::{Behaviour, Bomb, behaviour};

/// The routes and their layers, without a guard.
pub fn router() -> Router {
    Router::new()
        .route("/pets", get(list).post(add))
        .route("/pets/{id}", get(find).delete(give))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            LONGEST,
        ))
        .layer(RequestBodyLimitLayer::new(LARGEST))
        .layer(from_fn(authorize))
        .layer(CorsLayer::permissive())
        .with_state(Arc::new(Store::default()))
}

/// Serves until the process ends.
pub fn serve(listener: TcpListener, guard: Guard) {
    super::run(async {
        listener.set_nonblocking(true).expect("a listener");
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        serve_router(listener, router().layer(guard))
            .await
            .expect("the service runs");
    });
}

async fn authorize(request: Request, next: Next) -> axum::response::Response {
    let token = request
        .headers()
        .get(AUTHORIZATION)
        .map(|value| value.to_str().unwrap_or(""));
    if is_allowed(token) {
        return next.run(request).await;
    }
    (
        StatusCode::UNAUTHORIZED,
        [("www-authenticate", "Bearer")],
        "no token",
    )
        .into_response()
}

async fn list(State(store): State<Arc<Store>>) -> impl IntoResponse {
    Json(store.list())
}

async fn add(
    State(store): State<Arc<Store>>,
    Json(pet): Json<serde_json::Value>,
) -> Result<impl IntoResponse, AddPetError> {
    let pet = store.add(pet.to_string().as_bytes())?;
    Ok((StatusCode::CREATED, Json(pet)))
}

async fn find(State(store): State<Arc<Store>>, Path(id): Path<String>) -> Response<Body> {
    match behaviour(&id) {
        Behaviour::Store => store.get(&id).map(Json).into_response(),
        Behaviour::Panic => panic!("{SECRET}"),
        Behaviour::Bomb => Bomb::throw(),
        Behaviour::Slow => {
            tokio::time::sleep(LONGEST * 4).await;
            StatusCode::OK.into_response()
        }
        Behaviour::Foreign(foreign) => Response::builder()
            .status(foreign.code)
            .header("content-type", foreign.media_type)
            .header(foreign.field.0, foreign.field.1)
            .body(Body::from(foreign.body))
            .expect("a response"),
    }
}

async fn give(State(store): State<Arc<Store>>, Path(id): Path<String>) -> impl IntoResponse {
    store.give(&id).map(|()| StatusCode::NO_CONTENT)
}
