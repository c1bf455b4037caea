//! The macros where statusbook is a dependency of a dependency, and only re-exported.

use statusbook_test_renamed::reexports::of_status;

of_status::status_table! {
    /// At the edge.
    pub mod edge {
        404 "Not Found" => "No such route.",
        429 "Too Many Requests" => "Wait.",
    }
    /// What clients see.
    pub mod public = edge | of_status::vpn;
}

/// A documented status.
pub const MISSING: of_status::Status = of_status::status!(public, 404);

/// Every shape that the derive reads.
#[derive(Debug, of_status::ApiError)]
#[api_error(table = public, crate = statusbook_test_renamed::reexports::of_status)]
pub enum Error<T> {
    /// The documented text.
    #[status(429)]
    Wait,
    /// A message made of a field.
    #[status(404, "no {0}", detail = "{0}?", header(LOCATION = "/{0}"))]
    Missing(T),
    /// A source.
    #[status(503, "down")]
    Down {
        /// What happened.
        #[from]
        source: std::io::Error,
    },
    /// An error of the crate between.
    #[status(transparent)]
    Inner(#[from] statusbook_test_renamed::Renamed),
}

/// Derived through an import.
#[derive(Debug, of_status::ApiError)]
#[api_error(table = edge, crate = of_status, exhaustive(except(404)))]
#[status(429)]
pub struct Throttled;

of_status::assert_exhaustive!(edge, Throttled, except(404));

#[cfg(test)]
mod tests {
    use super::of_status::{ApiError, Contract, IntoResponse, StatusSet};
    use super::*;

    #[test]
    fn the_derive_needs_no_dependency_of_its_own() {
        let missing = Error::Missing(7);
        assert_eq!(missing.to_string(), "no 7");
        assert_eq!(missing.detail(), "7?");
        assert_eq!(missing.headers()["location"], "/7");
        assert_eq!(missing.into_response().status(), MISSING);
        let inner = Error::<u8>::from(statusbook_test_renamed::Renamed(7));
        assert_eq!(inner.to_string(), "no gateway 7");
        assert_eq!(Error::<u8>::STATUSES, StatusSet::of(&[404, 429, 503]));
        assert_eq!(Throttled.to_string(), "Wait.");
    }
}
