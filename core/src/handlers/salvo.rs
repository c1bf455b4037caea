//! Salvo 1: the responses whose status is fixed. Extractors are not checked, and neither is what a handler writes into
//! `&mut Response`.

use salvo_core::writing::{Json, Text};

use super::{Declares, OK, Responses, Statement};
use crate::response::declared::Declared;
use crate::set::StatusSet;

/// A value that cannot be serialized is a fault.
impl<T> Responses for Json<T> {
    const STATUSES: StatusSet = OK;
    const FAULTS: StatusSet = StatusSet::of(&[500]);
}

impl<T> Responses for Text<T> {
    const STATUSES: StatusSet = OK;
}

/// The response carries its declared statuses.
#[salvo_core::async_trait]
impl<T, L> salvo_core::writing::Writer for Declares<T, L>
where
    T: salvo_core::writing::Writer + Send,
    L: Statement,
{
    async fn write(
        self,
        request: &mut salvo_core::http::Request,
        depot: &mut salvo_core::Depot,
        response: &mut salvo_core::http::Response,
    ) {
        self.0.write(request, depot, response).await;
        response.extensions.insert(Declared(L::STATUSES));
    }
}
