//! Successes and redirections with their status in the type.

use http::StatusCode;

use super::Responses;
use crate::set::StatusSet;

/// Calls a macro with every registered 2xx and 3xx but 200 that has content: its name, code and documentation.
macro_rules! each_with_content {
    ($callback:ident $($argument:tt)*) => {
        $callback! {
            $($argument)*
            Created = 201: "The request created a resource (RFC 9110 §15.3.2)."
            Accepted = 202: "The request is accepted, and not yet completed (RFC 9110 §15.3.3)."
            NonAuthoritativeInformation = 203: "A transforming proxy changed the content (RFC 9110 §15.3.4)."
            PartialContent = 206: "Ranges of the content (RFC 9110 §15.3.7)."
            MultiStatus = 207: "The statuses of several operations (RFC 4918 §11.1)."
            AlreadyReported = 208: "A member that an earlier part lists (RFC 5842 §7.1)."
            ImUsed = 226: "The result of instance manipulations (RFC 3229 §10.4.1)."
            MultipleChoices = 300: "Several representations to choose from (RFC 9110 §15.4.1)."
            MovedPermanently = 301: "The resource has a new permanent URI (RFC 9110 §15.4.2)."
            Found = 302: "The resource is temporarily under another URI (RFC 9110 §15.4.3)."
            SeeOther = 303: "The client gets the response from another URI (RFC 9110 §15.4.4)."
            UseProxy = 305: "Deprecated (RFC 9110 §15.4.6)."
            TemporaryRedirect = 307: "Like 302, but the method stays (RFC 9110 §15.4.8)."
            PermanentRedirect = 308: "Like 301, but the method stays (RFC 9110 §15.4.9)."
        }
    };
}

/// Calls a macro with every registered 2xx and 3xx that has no content.
macro_rules! each_without_content {
    ($callback:ident $($argument:tt)*) => {
        $callback! {
            $($argument)*
            NoContent = 204: "The request succeeded, and the response has no content (RFC 9110 §15.3.5)."
            ResetContent = 205: "The client should reset what it shows (RFC 9110 §15.3.6)."
            NotModified = 304: "The client has the current content (RFC 9110 §15.4.5)."
        }
    };
}

/// Implements a framework's trait for each success, through [`Coded`]. Without content a response is made of `$empty`.
macro_rules! into_response {
    ($responder:path, $response:ty, $empty:expr) => {
        success::each_with_content! { with_content [$responder, $response] }
        success::each_without_content! { without_content [$responder, $response, $empty] }
    };
}

macro_rules! with_content {
    ([$responder:path, $response:ty] $($name:ident = $code:literal: $doc:literal)+) => {$(
        impl<T: $responder> $responder for success::$name<T> {
            fn into_response(self) -> $response {
                Coded::<$code, T>(self.0).into_response()
            }
        }
    )+};
}

macro_rules! without_content {
    ([$responder:path, $response:ty, $empty:expr] $($name:ident = $code:literal: $doc:literal)+) => {$(
        impl $responder for success::$name {
            fn into_response(self) -> $response {
                Coded::<$code, _>($empty).into_response()
            }
        }
    )+};
}

pub(crate) use {
    each_with_content, each_without_content, into_response, with_content, without_content,
};

macro_rules! define_with_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        #[doc = concat!("`", $code, "`. ", $doc)]
        ///
        /// The response is that of the content, with this status instead of 200. If the content is an error, its
        /// status stays.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $name<T = ()>(pub T);

        #[diagnostic::do_not_recommend]
        impl<T: Responses> Responses for $name<T> {
            const STATUSES: StatusSet = instead_of_ok::<T>($code);
            const FAULTS: StatusSet = T::FAULTS;
        }
    )+};
}

macro_rules! define_without_content {
    ($($name:ident = $code:literal: $doc:literal)+) => {$(
        #[doc = concat!("`", $code, "`. ", $doc)]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $name;

        impl Responses for $name {
            const STATUSES: StatusSet = StatusSet::of(&[$code]);
        }
    )+};
}

each_with_content!(define_with_content);
each_without_content!(define_without_content);

/// A response with the status `CODE`, for a status without a type of its own.
///
/// The response is that of the content, with this status instead of 200. If the content is an error, its status stays.
///
/// ```
/// use statusbook::{Coded, Responses, StatusSet};
///
/// assert_eq!(<Coded<299, String>>::STATUSES, StatusSet::of(&[299]));
/// ```
///
/// # Errors
/// A number that is not a status code is a compile error:
///
/// ```compile_fail,E0080
/// use statusbook::{Coded, Responses};
///
/// const STATUSES: statusbook::StatusSet = <Coded<42, String>>::STATUSES;
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Coded<const CODE: u16, T = ()>(pub T);

#[diagnostic::do_not_recommend]
impl<const CODE: u16, T: Responses> Responses for Coded<CODE, T> {
    const STATUSES: StatusSet = instead_of_ok::<T>(CODE);
    const FAULTS: StatusSet = T::FAULTS;
}

/// Returns the statuses of `T` with `code` instead of 200.
const fn instead_of_ok<T: Responses>(code: u16) -> StatusSet {
    assert!(
        100 <= code && code <= 599,
        "the `CODE` of `Coded` is not a status code: write a number from 100 to 599"
    );
    let others = T::STATUSES.difference(super::OK);
    others.with(code)
}

/// Gives a response the status `CODE` instead of 200.
pub(crate) fn set<const CODE: u16>(status: &mut StatusCode) {
    if *status == StatusCode::OK {
        // An invalid code was refused at the type.
        *status = StatusCode::from_u16(CODE).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    }
}
