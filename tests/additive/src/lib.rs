//! A crate without features of statusbook that writes axum's trait by hand. Its tests are built together with a crate that
//! enables `axum`: cargo unifies features, and the two impls would collide (E0119).

use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};
use statusbook::{ApiError, vpn};

/// Responds by hand.
#[derive(Debug, ApiError)]
#[api_error(table = vpn, skip(IntoResponse))]
pub enum Error {
    /// By hand.
    #[status(404, "no gateway `{0}`")]
    NotFound(u8),
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = statusbook::respond(&self).map(Body::from);
        response.headers_mut().insert("x-by-hand", 1.into());
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use statusbook_test_migration as _;

    /// In this build the derive knows axum.
    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(409)]
    struct Derived;

    #[test]
    fn a_response_by_hand_stays_where_another_crate_enables_the_framework() {
        let by_hand = Error::NotFound(7).into_response();
        assert_eq!(by_hand.status(), 404);
        assert!(by_hand.headers().contains_key("x-by-hand"));
        assert_eq!(IntoResponse::into_response(Derived).status(), 409);
    }
}
