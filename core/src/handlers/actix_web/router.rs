//! Routes of actix-web from a document. `router!` calls this.

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Resource, Responder, Route};

use crate::handlers::operation;
use crate::table::Table;

/// The routes so far, by path. actix-web tries one resource after the other, and the first with the path responds.
pub struct Routes {
    table: Table,
    paths: Vec<(&'static str, Vec<Route>)>,
}

/// Returns an empty list.
pub const fn new(table: Table) -> Routes {
    Routes {
        table,
        paths: Vec::new(),
    }
}

/// Routes the operation of `table` to `handler`.
pub fn route<H, T>(mut routes: Routes, table: Table, handler: H) -> Routes
where
    H: Handler<T>,
    T: FromRequest + 'static,
    H::Output: Responder + 'static,
{
    // That it has one is checked at compile time.
    let Some(operation) = operation::of(table).and_then(|table| table.operation().copied()) else {
        return routes;
    };
    let Ok(method) = Method::from_bytes(operation.method().as_bytes()) else {
        return routes;
    };
    let route = web::method(method).to(handler);
    let path = operation.path();
    match routes.paths.iter_mut().find(|(other, _)| *other == path) {
        Some((_, routes)) => routes.push(route),
        None => routes.paths.push((path, vec![route])),
    }
    routes
}

/// What `App::configure` takes. Where the table documents 404 and 405, they have the body of its errors.
///
/// A status that the table does not document stays with actix-web.
pub fn finish(routes: Routes) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        let Routes { table, paths } = routes;
        for (path, routes) in paths {
            let mut resource: Resource = web::resource(path);
            for route in routes {
                resource = resource.route(route);
            }
            if let Ok(status) = table.status(405) {
                resource = resource.default_service(web::to(move || async move { status }));
            }
            config.service(resource);
        }
        if let Ok(status) = table.status(404) {
            config.default_service(web::to(move || async move { status }));
        }
    }
}
