//! The gateway service on actix-web: `cargo run -p statusbook-frameworks --example actix_gateway`.

use std::io;
use std::net::TcpListener;

use actix_web::web::{self, Bytes, Data, Json, Path};
use actix_web::{App, HttpServer, delete, get, post};
use gateway::{Gateway, GatewayError, Store, Tunnel};
use statusbook::{Created, NoContent, handles, status_table, vpn};

status_table! {
    /// What the service may respond with beside `vpn`.
    mod limits { 413 "Content Too Large" => "The body is longer than 64 KiB." }
}

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

#[handles(vpn)]
#[get("/gateways")]
async fn list(store: Data<Store>) -> Json<Vec<Gateway>> {
    Json(store.list())
}

#[handles(vpn | limits)]
#[post("/gateways")]
async fn create(store: Data<Store>, body: Bytes) -> Result<Created<Json<Gateway>>, GatewayError> {
    let gateway = store.create(&body)?;
    Ok(Created(Json(gateway)))
}

#[handles(vpn)]
#[delete("/gateways/{id}")]
async fn remove(store: Data<Store>, id: Path<String>) -> Result<NoContent, GatewayError> {
    store.delete(&id)?;
    Ok(NoContent)
}

#[handles(vpn)]
#[get("/gateways/{id}/tunnel")]
async fn tunnel(store: Data<Store>, id: Path<String>) -> Result<Json<Tunnel>, GatewayError> {
    store.tunnel(&id).map(Json)
}
