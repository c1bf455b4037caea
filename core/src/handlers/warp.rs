//! warp 0.4: the responses whose status is fixed. The rejections of filters are not checked.

use warp::reply::{Html, Json, Reply, Response, WithHeader};

use super::{Declares, OK, Responses, Statement};
use crate::response::declared::Declared;
use crate::set::StatusSet;

/// A value that cannot be serialized is a fault.
impl Responses for Json {
    const STATUSES: StatusSet = OK;
    const FAULTS: StatusSet = StatusSet::of(&[500]);
}

impl<T> Responses for Html<T> {
    const STATUSES: StatusSet = OK;
}

#[diagnostic::do_not_recommend]
impl<T: Responses> Responses for WithHeader<T> {
    const STATUSES: StatusSet = T::STATUSES;
    const FAULTS: StatusSet = T::FAULTS;
}

/// The response carries its declared statuses.
impl<T: Reply, L: Statement + 'static> Reply for Declares<T, L> {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        response.extensions_mut().insert(Declared(L::STATUSES));
        response
    }
}
