//! The service on Salvo.

use std::net::TcpListener;
use std::sync::Arc;

use pets::{AddPetError, GivePetError, Store};
use salvo::affix_state;
use salvo::conn::tcp::TcpAcceptor;
use salvo::cors::Cors;
use salvo::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use salvo::prelude::*;
use salvo::size_limiter::max_size;
use statusbook::guard::Guard;

use super::{LARGEST, LONGEST, SECRET, is_allowed};
use crate::{Behaviour, Bomb, behaviour};

/// Serves until the process ends.
pub fn serve(listener: TcpListener, guard: Guard) {
    let router = Router::with_path("pets")
        .hoop(affix_state::inject(Arc::new(Store::default())))
        .get(list)
        .post(add)
        .push(Router::with_path("{id}").get(find).head(find).delete(give));
    let service = Service::new(router)
        .hoop(guard)
        .hoop(Cors::permissive().into_handler())
        .hoop(authorize)
        .hoop(max_size(LARGEST as u64))
        .hoop(Timeout::new(LONGEST));
    super::run(async {
        listener.set_nonblocking(true).expect("a listener");
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        let acceptor = TcpAcceptor::try_from(listener).expect("a listener");
        Server::new(acceptor).serve(service).await;
    });
}

#[handler]
async fn authorize(
    request: &mut Request,
    depot: &mut Depot,
    response: &mut Response,
    control: &mut FlowCtrl,
) {
    let token = request
        .headers()
        .get(AUTHORIZATION)
        .map(|value| value.to_str().unwrap_or(""));
    if is_allowed(token) {
        control.call_next(request, depot, response).await;
        return;
    }
    response.status_code(StatusCode::UNAUTHORIZED);
    response
        .headers_mut()
        .insert("www-authenticate", HeaderValue::from_static("Bearer"));
    response.render(Text::Plain("no token"));
    control.skip_rest();
}

#[handler]
async fn list(depot: &Depot) -> Json<Vec<pets::Pet>> {
    Json(store(depot).list())
}

#[handler]
async fn add(
    request: &mut Request,
    depot: &Depot,
    response: &mut Response,
) -> Result<(), AddPetError> {
    match request.parse_json::<serde_json::Value>().await {
        Ok(pet) => {
            let pet = store(depot).add(pet.to_string().as_bytes())?;
            response.status_code(StatusCode::CREATED);
            response.render(Json(pet));
        }
        // What Salvo says itself.
        Err(error) => response.render(StatusError::bad_request().brief(error.to_string())),
    }
    Ok(())
}

#[handler]
async fn find(request: &mut Request, depot: &Depot, response: &mut Response) {
    let id: String = request.param("id").unwrap_or_default();
    match behaviour(&id) {
        Behaviour::Store => match store(depot).get(&id) {
            Ok(pet) => response.render(Json(pet)),
            Err(error) => response.render(error),
        },
        Behaviour::Panic => panic!("{SECRET}"),
        Behaviour::Bomb => Bomb::throw(),
        Behaviour::Slow => tokio::time::sleep(LONGEST * 4).await,
        Behaviour::Foreign(foreign) => {
            response.status_code(StatusCode::from_u16(foreign.code).expect("a code"));
            let headers = response.headers_mut();
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(foreign.media_type));
            headers.insert(foreign.field.0, HeaderValue::from_static(foreign.field.1));
            response.body(foreign.body);
        }
    }
}

#[handler]
async fn give(
    request: &mut Request,
    depot: &Depot,
    response: &mut Response,
) -> Result<(), GivePetError> {
    let id: String = request.param("id").unwrap_or_default();
    store(depot).give(&id)?;
    response.status_code(StatusCode::NO_CONTENT);
    Ok(())
}

fn store(depot: &Depot) -> &Store {
    depot.get_typed::<Arc<Store>>().expect("it was injected")
}
