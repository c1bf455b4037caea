//! The gateways behind actix-web: `cargo run -p statusbook-frameworks --example actix_gateway`.

use std::io;
use std::net::TcpListener;

use actix_web::web::{self, Bytes, Data, Json, Path};
use actix_web::{App, HttpServer, Responder, delete, get, http, post};
use gateway::{Gateway, GatewayError, Store, Tunnel};
use statusbook::{Status, status, vpn};

fn main() -> io::Result<()> {
    serve(gateway::listen()?)
}

/// Serves until the process ends.
pub(crate) fn serve(listener: TcpListener) -> io::Result<()> {
    let store = Data::new(Store::default());
    let app = move || {
        App::new()
            .app_data(web::PayloadConfig::new(1 << 16))
            .app_data(store.clone())
            .service(list)
            .service(create)
            .service(remove)
            .service(tunnel)
    };
    actix_web::rt::System::new().block_on(HttpServer::new(app).workers(1).listen(listener)?.run())
}

#[get("/gateways")]
async fn list(store: Data<Store>) -> Json<Vec<Gateway>> {
    Json(store.list())
}

#[post("/gateways")]
async fn create(store: Data<Store>, body: Bytes) -> Result<impl Responder, GatewayError> {
    let gateway = store.create(&body)?;
    Ok((
        Json(gateway),
        http::StatusCode::from(status!(vpn, POST 201)),
    ))
}

#[delete("/gateways/{id}")]
async fn remove(store: Data<Store>, id: Path<String>) -> Result<Status, GatewayError> {
    store.delete(&id)?;
    Ok(status!(vpn, DELETE 204))
}

#[get("/gateways/{id}/tunnel")]
async fn tunnel(store: Data<Store>, id: Path<String>) -> Result<Json<Tunnel>, GatewayError> {
    store.tunnel(&id).map(Json)
}
