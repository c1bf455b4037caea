//! Rocket 0.5: the responses whose status is fixed. Request guards and data guards are not checked.

use rocket::response::{Debug, content, status};

use super::{Declares, OK, Responses, Statement};
use crate::response::declared::Declared;
use crate::set::StatusSet;

/// Responders that give their content a status.
macro_rules! statuses {
    ($($type:ident = $status:literal;)+) => {$(
        impl<R> Responses for status::$type<R> {
            const STATUSES: StatusSet = StatusSet::of(&[$status]);
        }
    )+};
}

statuses! {
    Created = 201;
    Accepted = 202;
    BadRequest = 400;
    Unauthorized = 401;
    Forbidden = 403;
    NotFound = 404;
    Conflict = 409;
}

impl Responses for status::NoContent {
    const STATUSES: StatusSet = StatusSet::of(&[204]);
}

/// Responders that give their content a media type.
macro_rules! contents {
    ($($type:ident),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<R: Responses> Responses for content::$type<R> {
            const STATUSES: StatusSet = R::STATUSES;
            const FAULTS: StatusSet = R::FAULTS;
        }
    )+};
}

contents!(
    RawHtml,
    RawJson,
    RawText,
    RawXml,
    RawCss,
    RawJavaScript,
    RawMsgPack
);

/// Any error. Rocket's catcher turns it into a 500.
impl<E> Responses for Debug<E> {
    const STATUSES: StatusSet = StatusSet::of(&[500]);
}

/// A value that cannot be serialized is a fault.
#[cfg(feature = "rocket-json")]
impl<T> Responses for rocket::serde::json::Json<T> {
    const STATUSES: StatusSet = OK;
    const FAULTS: StatusSet = StatusSet::of(&[500]);
}

impl Responses for rocket::fs::NamedFile {
    const STATUSES: StatusSet = OK;
}

/// The request carries the declared statuses, because the responses of Rocket have no extensions.
impl<'r, 'o: 'r, T, L> rocket::response::Responder<'r, 'o> for Declares<T, L>
where
    T: rocket::response::Responder<'r, 'o>,
    L: Statement,
{
    fn respond_to(self, request: &'r rocket::Request<'_>) -> rocket::response::Result<'o> {
        request.local_cache(|| Some(Declared(L::STATUSES)));
        self.0.respond_to(request)
    }
}
