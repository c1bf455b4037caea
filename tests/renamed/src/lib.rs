//! The macros where the dependency has another name, or is only re-exported.

/// As a crate passes its own dependencies on.
pub mod reexports {
    pub use book as of_status;
}

book::status_table! {
    /// At the edge.
    pub mod edge {
        404 "Not Found" => "No such route.",
    }
    /// What clients see.
    pub mod public = edge | book::vpn;
}

book::assert_exhaustive!(edge, Renamed);

/// Derived through the new name.
#[derive(Debug, book::ApiError)]
#[api_error(table = book::vpn, crate = book)]
#[status(404, "no gateway {0}", header(LOCATION = "/{0}"))]
pub struct Renamed(pub u8);

/// Derived through a re-export.
#[derive(Debug, book::ApiError)]
#[api_error(crate = crate::reexports::of_status, table = crate::reexports::of_status::vpn, exhaustive(except(
    400, 401, 403, 405, 406, 407, 408, 409, 500, 501, 502, 503, 504
)))]
pub enum Reexported {
    /// An inner error that is passed on.
    #[status(transparent)]
    Inner(#[from] Renamed),
}

#[cfg(test)]
mod tests {
    use super::*;
    use book::{ApiError, IntoResponse, Status};

    #[test]
    fn the_derive_finds_the_crate_at_the_given_path() {
        let error = Reexported::from(Renamed(7));
        assert_eq!(error.to_string(), "no gateway 7");
        assert_eq!(error.headers()["location"], "/7");
        assert_eq!(error.into_response().status(), 404);
    }

    #[test]
    fn other_macros_find_the_crate_by_themselves() {
        const MISSING: Status = book::status!(book::vpn, 404);
        assert_eq!(MISSING, 404);
        assert_eq!(edge::NOT_FOUND.description(), "No such route.");
        assert_eq!(book::status!(public, POST 201).as_u16(), 201);
    }
}
