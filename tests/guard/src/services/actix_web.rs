//! The service on actix-web.

use std::net::TcpListener;

use actix_cors::Cors;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::{Next, from_fn};
use actix_web::rt::time::timeout;
use actix_web::web::{self, Data, Json, Path};
use actix_web::{
    App, Error, HttpResponse, HttpServer, Responder, delete, error, get, post, route, rt,
};
use pets::{AddPetError, GivePetError, Store};
use statusbook::guard::Guard;

use super::{LARGEST, LONGEST, SECRET, is_allowed};
use crate::{Behaviour, Bomb, behaviour};

/// Serves until the process ends.
pub fn serve(listener: TcpListener, guard: Guard) {
    let store = Data::new(Store::default());
    let app = move || {
        App::new()
            .app_data(web::PayloadConfig::new(LARGEST))
            .app_data(web::JsonConfig::default().limit(LARGEST))
            .app_data(store.clone())
            .wrap(from_fn(authorize))
            .wrap(from_fn(end))
            .wrap(Cors::permissive())
            .wrap(guard.clone())
            .service(list)
            .service(add)
            .service(find)
            .service(give)
    };
    let server = HttpServer::new(app).workers(1).listen(listener);
    let server = server.expect("a listener").run();
    rt::System::new()
        .block_on(server)
        .expect("the service runs");
}

/// Fails, as middleware of actix-web may.
async fn authorize(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let token = request
        .headers()
        .get(AUTHORIZATION)
        .map(|value| value.to_str().unwrap_or(""));
    if !is_allowed(token) {
        let response = HttpResponse::Unauthorized()
            .insert_header(("www-authenticate", "Bearer"))
            .insert_header(("content-type", "text/plain"))
            .body("no token");
        return Err(error::InternalError::from_response("no token", response).into());
    }
    next.call(request).await
}

async fn end(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    match timeout(LONGEST, next.call(request)).await {
        Ok(response) => response,
        Err(_) => Err(error::ErrorRequestTimeout("too slow")),
    }
}

#[get("/pets")]
async fn list(store: Data<Store>) -> impl Responder {
    Json(store.list())
}

#[post("/pets")]
async fn add(
    store: Data<Store>,
    pet: Json<serde_json::Value>,
) -> Result<HttpResponse, AddPetError> {
    let pet = store.add(pet.to_string().as_bytes())?;
    Ok(HttpResponse::Created().json(pet))
}

#[route("/pets/{id}", method = "GET", method = "HEAD")]
async fn find(store: Data<Store>, id: Path<String>) -> HttpResponse<BoxBody> {
    match behaviour(&id) {
        Behaviour::Store => match store.get(&id) {
            Ok(pet) => HttpResponse::Ok().json(pet),
            Err(error) => HttpResponse::from_error(error),
        },
        Behaviour::Panic => panic!("{SECRET}"),
        Behaviour::Bomb => Bomb::throw(),
        Behaviour::Slow => {
            rt::time::sleep(LONGEST * 4).await;
            HttpResponse::Ok().finish()
        }
        Behaviour::Foreign(foreign) => {
            let code = StatusCode::from_u16(foreign.code).expect("a code");
            HttpResponse::build(code)
                .insert_header(("content-type", foreign.media_type))
                .insert_header(foreign.field)
                .body(foreign.body)
        }
    }
}

#[delete("/pets/{id}")]
async fn give(store: Data<Store>, id: Path<String>) -> Result<HttpResponse, GivePetError> {
    store.give(&id)?;
    Ok(HttpResponse::NoContent().finish())
}
