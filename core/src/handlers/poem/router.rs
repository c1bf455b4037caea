//! Routes of poem from a document. `router!` calls this.

use http::Method;
use poem::endpoint::{BoxEndpoint, make_sync};
use poem::error::MethodNotAllowedError;
use poem::{EndpointExt, IntoEndpoint, Response, Route, RouteMethod};

use crate::handlers::operation;
use crate::table::Table;

/// The endpoints so far, by path. poem has one for each path.
pub struct Routes {
    table: Table,
    paths: Vec<(&'static str, RouteMethod)>,
}

/// Returns an empty list.
pub const fn new(table: Table) -> Routes {
    Routes {
        table,
        paths: Vec::new(),
    }
}

/// Routes the operation of `table` to `handler`.
pub fn route<E>(mut routes: Routes, table: Table, handler: E) -> Routes
where
    E: IntoEndpoint,
    E::Endpoint: 'static,
{
    // That it has one is checked at compile time.
    let Some(operation) = operation::of(table).and_then(|table| table.operation().copied()) else {
        return routes;
    };
    let Ok(method) = Method::from_bytes(operation.method().as_bytes()) else {
        return routes;
    };
    let handler: BoxEndpoint<'static, Response> = handler.into_endpoint().map_to_response().boxed();
    let path = operation.path();
    match routes.paths.iter_mut().find(|(other, _)| *other == path) {
        Some((_, endpoint)) => {
            let others = std::mem::take(endpoint);
            *endpoint = others.method(method, handler);
        }
        None => routes
            .paths
            .push((path, RouteMethod::new().method(method, handler))),
    }
    routes
}

/// Returns the router. If the table documents 404 and 405, they have the body of its errors.
///
/// poem itself sends a status that the table does not document.
pub fn finish(routes: Routes) -> Route {
    let Routes { table, paths } = routes;
    let mut finished = Route::new();
    for (path, endpoint) in paths {
        // `/pets/{petId}` is `/pets/:petId` to poem.
        let path = path.replace('{', ":").replace('}', "");
        finished = match table.status(405) {
            Ok(status) => {
                let refuse = move |_: MethodNotAllowedError| async move { status };
                finished.at(path, endpoint.catch_error(refuse))
            }
            Err(_) => finished.at(path, endpoint),
        };
    }
    match table.status(404) {
        Ok(status) => finished.at("/*", make_sync(move |_| status)),
        Err(_) => finished,
    }
}
