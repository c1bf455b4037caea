//! One service, built with every framework: the pet store, with the parts of a service that no handler sees. A layer asks for
//! a token, one ends what takes too long, one refuses what is too long, and one speaks CORS.

#![allow(
    clippy::missing_panics_doc,
    clippy::needless_pass_by_value,
    reason = "a service of a test; frameworks hand over what they extract"
)]

use std::net::TcpListener;

use statusbook::guard::Guard;
use statusbook::status_table;

mod behaviour;
pub mod client;
pub mod services;

pub use behaviour::{Behaviour, Bomb, behaviour};

status_table! {
    /// What the whole service may respond with.
    pub mod edge {
        400 "Bad Request" => "The request cannot be understood.",
        401 "Unauthorized" => "The request has no token.",
        404 "Not Found" => "There is nothing here.",
        408 "Request Timeout" => "The request took too long.",
        413 "Content Too Large" => "The body is too long.",
        500 "Internal Server Error" => "The service failed.",
    }
}

/// The guard of the service. All that are made here count together.
#[must_use]
pub fn guard() -> Guard {
    statusbook::guard!(pets::petstore | edge)
}

/// A service: serves until the process ends.
pub type Serve = fn(TcpListener, Guard);

/// Every framework, by name.
pub const FRAMEWORKS: [(&str, Serve); 7] = [
    ("axum", services::axum::serve),
    ("actix-web", services::actix_web::serve),
    ("poem", services::poem::serve),
    ("salvo", services::salvo::serve),
    ("rocket", services::rocket::serve),
    ("warp", services::warp::serve),
    ("hyper", services::hyper::serve),
];
