//! axum's router, from a document: what `router!` calls.

use axum::Router;
use axum::handler::Handler;
use axum::routing::MethodFilter;
use http::Method;

use crate::handlers::operation;
use crate::table::Table;

/// A router without routes. Where `table` documents 404 and 405, they have the body of its errors.
///
/// A status that the table does not document stays with axum.
pub fn new<S: Clone + Send + Sync + 'static>(table: Table) -> Router<S> {
    let mut router = Router::new();
    if let Ok(status) = table.status(404) {
        router = router.fallback(move || async move { status });
    }
    if let Ok(status) = table.status(405) {
        router = router.method_not_allowed_fallback(move || async move { status });
    }
    router
}

/// Routes the operation of `table` to `handler`.
pub fn route<H, T, S>(router: Router<S>, table: Table, handler: H) -> Router<S>
where
    H: Handler<T, S>,
    T: 'static,
    S: Clone + Send + Sync + 'static,
{
    // That it has one, and that the router takes its path, is checked at compile time.
    let Some(operation) = operation::of(table).and_then(|table| table.operation().copied()) else {
        return router;
    };
    let method = Method::from_bytes(operation.method().as_bytes());
    let Some(filter) = method
        .ok()
        .and_then(|method| MethodFilter::try_from(method).ok())
    else {
        return router;
    };
    router.route(operation.path(), axum::routing::on(filter, handler))
}

/// The router is complete.
pub fn finish<S>(router: Router<S>) -> Router<S> {
    router
}
