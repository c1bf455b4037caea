//! What a handler can respond with, as constants of the types in its signature.
//!
//! Each type states its statuses through [`Responses`]. The modules of the frameworks implement it for the
//! frameworks' types, and `check` compares all of them with a table. `#[handles]` and `router!` write the calls.

use std::convert::Infallible;

use bytes::{Bytes, BytesMut};

use crate::error::Contract;
use crate::set::StatusSet;

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
pub mod check;
mod enabled;
mod framework;
#[cfg(any(feature = "actix-web", feature = "axum", feature = "poem"))]
mod listed;
mod message;
mod operation;
mod parameter;
#[cfg(feature = "poem")]
pub mod poem;
#[cfg(feature = "rocket")]
mod rocket;
pub mod route;
#[cfg(feature = "salvo")]
mod salvo;
pub mod success;
#[cfg(feature = "warp")]
mod warp;

#[cfg(all(feature = "actix-web", not(feature = "axum")))]
pub use self::actix_web::router;
#[cfg(feature = "axum")]
pub use self::axum::router;
#[cfg(all(feature = "poem", not(any(feature = "axum", feature = "actix-web"))))]
pub use self::poem::router;
#[doc(hidden)]
pub use crate::__in_module as move_the_function_out_of_its_impl_or_give_it_self;
#[doc(hidden)]
pub use crate::__or as or;
pub use framework::{
    Converts, Extracts, Fallible, Framework, Part, Runs, Unchecked, coded, future, output, result,
};
#[cfg(feature = "document")]
pub(crate) use operation::name as operation_name;
pub use operation::{ANYTHING, Handles};
pub use parameter::{Declares, Or, Stated, Statement};
#[doc(hidden)]
pub use statusbook_macros::Checks;
#[doc(hidden)]
pub use std::result::Result as Outcome;

/// The statuses that a value of the type can be sent with, as constants.
///
/// These types implement it:
///
/// - every [`Contract`], and so every type that derives `ApiError`
/// - `Result`, and the success types of this crate
/// - with a framework's feature enabled, the framework's bodies and the rejections of its extractors
///
/// ```
/// use statusbook::{Created, NoContent, Responses, StatusSet};
///
/// assert_eq!(<Created<&str>>::STATUSES, StatusSet::of(&[201]));
/// assert_eq!(<Result<NoContent, std::convert::Infallible>>::STATUSES, StatusSet::of(&[204]));
/// ```
///
/// The compiler cannot check a hand-written implementation, so it must list every status:
///
/// ```
/// use statusbook::{Responses, StatusSet};
///
/// /// What the cache sends: the page, or that it has not changed.
/// struct Cached(Option<String>);
///
/// impl Responses for Cached {
///     const STATUSES: StatusSet = StatusSet::of(&[200, 304]);
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not declare which statuses it responds with",
    label = "hides its status",
    note = "use a type with a fixed status, such as `Created<T>`, `NoContent` or your framework's `Json<T>`; for several, derive `ApiResponse`, and for errors `ApiError`",
    note = "or declare what the handler responds with: `#[handles(…, declares(200, 404))]`"
)]
pub trait Responses {
    /// Every status that a value of the type can be sent with.
    const STATUSES: StatusSet;
    /// The statuses that only a mistake in the program causes, such as the 500 of a value that cannot be serialized.
    /// The option `faults` includes them in the check.
    const FAULTS: StatusSet = StatusSet::EMPTY;
    /// For actix-web, where `Ok(())` is a 204.
    #[doc(hidden)]
    const __ACTIX_WEB: StatusSet = Self::STATUSES;
}

#[diagnostic::do_not_recommend]
impl<E: Contract + ?Sized> Responses for E {
    const STATUSES: StatusSet = E::STATUSES;
}

#[diagnostic::do_not_recommend]
impl<T: Responses, E: Responses> Responses for Result<T, E> {
    const STATUSES: StatusSet = T::STATUSES.union(E::STATUSES);
    const FAULTS: StatusSet = T::FAULTS.union(E::FAULTS);
    const __ACTIX_WEB: StatusSet = T::__ACTIX_WEB.union(E::__ACTIX_WEB);
}

/// Has no value, and so no status.
impl Responses for Infallible {
    const STATUSES: StatusSet = StatusSet::EMPTY;
}

/// Status 200, or 204 in actix-web.
impl Responses for () {
    const STATUSES: StatusSet = OK;
    const __ACTIX_WEB: StatusSet = StatusSet::of(&[204]);
}

const OK: StatusSet = StatusSet::of(&[200]);

/// Bodies that every framework sends with status 200.
macro_rules! bodies {
    ($($body:ty),+ $(,)?) => {$(
        impl Responses for $body {
            const STATUSES: StatusSet = OK;
        }
    )+};
}

bodies! {
    String,
    &'static str,
    Box<str>,
    std::borrow::Cow<'static, str>,
    Vec<u8>,
    &'static [u8],
    Box<[u8]>,
    std::borrow::Cow<'static, [u8]>,
    Bytes,
    BytesMut,
}

impl<const N: usize> Responses for [u8; N] {
    const STATUSES: StatusSet = OK;
}

impl<const N: usize> Responses for &'static [u8; N] {
    const STATUSES: StatusSet = OK;
}

/// `None` is a 404 in the frameworks that have this response.
#[diagnostic::do_not_recommend]
impl<T: Responses> Responses for Option<T> {
    const STATUSES: StatusSet = T::STATUSES.with(404);
    const FAULTS: StatusSet = T::FAULTS;
    const __ACTIX_WEB: StatusSet = T::__ACTIX_WEB.with(404);
}
