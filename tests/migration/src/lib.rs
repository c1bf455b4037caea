//! A service whose errors are made three times: with thiserror and a response by hand, with statusbook beside thiserror, and
//! with statusbook in its place. The handlers are the same file.
#![allow(missing_docs, reason = "an application")]
#![allow(
    clippy::duplicate_mod,
    reason = "the handlers are the same, the errors are not"
)]

use statusbook::status_table;

status_table! {
    /// What the service documents.
    pub mod gateways {
        400 "Bad Request" => "The request is malformed.",
        401 "Unauthorized" => "A token is needed.",
        403 "Forbidden" => "The token is not good enough.",
        404 "Not Found" => "There is no such gateway.",
        409 "Conflict" => "The gateway is in use.",
        500 "Internal Server Error" => "Something went wrong.",
        503 "Service Unavailable" => "The service is down.",
    }
}

pub mod before {
    pub mod error;
    #[path = "../service.rs"]
    pub mod service;
}

pub mod beside {
    pub mod error;
    #[path = "../service.rs"]
    pub mod service;
}

pub mod instead {
    pub mod error;
    #[path = "../service.rs"]
    pub mod service;
}
